import type { ReactNode } from 'react';
import { useStage } from '../stage.tsx';

const MESSAGE = /^https:\/\/practice\.slack\.com\/archives\/(\w+)\/p(\d{10})(\d{6})/;
const POST = /^https:\/\/(?:x|twitter)\.com\/(?:\w+|i\/web)\/status\/(\d+)/;

const INTENT = /^https:\/\/x\.com\/intent\/post\?/;

/** Where an address leads in practice: to a message or post of this page, and never out of it. */
export function useLink(): (href: string) => void {
  const { goToMessage, goToPost, openIntent, say } = useStage();
  return (href) => {
    const [, channel, seconds, micros] = MESSAGE.exec(href) ?? [];
    const [, post] = POST.exec(href) ?? [];
    if (channel !== undefined) goToMessage(channel, `${seconds}.${micros}`);
    else if (post !== undefined) goToPost(post);
    else if (INTENT.test(href)) openIntent(intentOf(href));
    else say(`Practice opens no other site: ${href}`);
  };
}

/** As X reads it: which post is answered, and with which words. */
function intentOf(href: string) {
  const { searchParams } = new URL(href);
  return { post: searchParams.get('in_reply_to') ?? '', text: searchParams.get('text') ?? '' };
}

export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const follow = useLink();
  return (
    <button type="button" className="link" onClick={() => follow(href)}>
      {children}
    </button>
  );
}
