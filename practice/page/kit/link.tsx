import type { ReactNode } from 'react';
import { useStage } from '../stage.tsx';

const MESSAGE = /^https:\/\/practice\.slack\.com\/archives\/(\w+)\/p(\d{10})(\d{6})/;
const POST = /^https:\/\/(?:x|twitter)\.com\/(?:\w+|i\/web)\/status\/(\d+)/;

/** Where an address leads in practice: to a message or post of this page, and never out of it. */
export function useLink(): (href: string) => void {
  const { goToMessage, goToPost, say } = useStage();
  return (href) => {
    const [, channel, seconds, micros] = MESSAGE.exec(href) ?? [];
    const [, post] = POST.exec(href) ?? [];
    if (channel !== undefined) goToMessage(channel, `${seconds}.${micros}`);
    else if (post !== undefined) goToPost(post);
    else say(`Practice opens no other site: ${href}`);
  };
}

export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const follow = useLink();
  return (
    <button type="button" className="link" onClick={() => follow(href)}>
      {children}
    </button>
  );
}
