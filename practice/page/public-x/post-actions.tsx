import { useState } from 'react';
import type { PostItem } from '../../page-server/wire.ts';
import { useStage } from '../stage.tsx';
import { WriteHere } from './write-here.tsx';
import { WritePost } from './write-post.tsx';

/** What can be done with a public post: by its author, and by whoever is signed in on X as the company. */
export function PostActions({ post }: { readonly post: PostItem }) {
  const { act, intent, openIntent } = useStage();
  const [open, setOpen] = useState<'answer' | 'edit' | 'directly' | null>(null);
  const { id, name, username, ours } = post;
  const wanted = intent?.post === id ? intent : null;
  const shown = wanted === null ? open : 'directly';

  function close() {
    setOpen(null);
    if (wanted !== null) openIntent(null);
  }

  function opener(what: typeof open, text: string) {
    return (
      <button
        type="button"
        className="link"
        aria-expanded={shown === what}
        onClick={() => {
          close();
          setOpen(shown === what ? null : what);
        }}
      >
        {text}
      </button>
    );
  }

  return (
    <>
      <footer>
        {opener('answer', ours ? 'Answer as the customer' : 'Reply as a customer')}
        {!ours && opener('edit', 'Edit')}
        {!ours && (
          <button type="button" className="link" onClick={() => void act({ do: 'delete-post', id })}>
            Delete
          </button>
        )}
        {!ours && opener('directly', 'Answer as Nordfunk')}
      </footer>
      {shown === 'answer' && (
        <WritePost
          label={`Reply to ${name}`}
          inReplyTo={id}
          as={ours ? (/@(\w+)/.exec(post.text)?.[1] ?? null) : username}
          done={close}
        />
      )}
      {shown === 'edit' && (
        <WriteHere
          label={`${name} edits the post`}
          text={post.text}
          verb="Save"
          write={(text) => act({ do: 'edit-post', id, text })}
          done={close}
        />
      )}
      {shown === 'directly' && (
        <WriteHere
          key={wanted?.text}
          label={`Nordfunk answers ${name} on X itself`}
          text={wanted?.text ?? ''}
          verb="Post"
          write={(text) => act({ do: 'answer-directly', id, text })}
          done={close}
        />
      )}
    </>
  );
}
