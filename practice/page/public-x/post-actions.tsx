import { useState } from 'react';
import type { PostItem } from '../../page-server/wire.ts';
import { useStage } from '../stage.tsx';
import { WriteHere } from './write-here.tsx';
import { WritePost } from './write-post.tsx';

/** What can be done with a public post: by its author, and by whoever is signed in on X as the company. */
export function PostActions({ post }: { readonly post: PostItem }) {
  const { act } = useStage();
  const [open, setOpen] = useState<'answer' | 'edit' | 'directly' | null>(null);
  const { id, name, username, ours } = post;
  const close = () => setOpen(null);

  function opener(what: typeof open, text: string) {
    return (
      <button
        type="button"
        className="link"
        aria-expanded={open === what}
        onClick={() => setOpen(open === what ? null : what)}
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
        {!ours && opener('directly', 'Answer as the company, on X itself')}
      </footer>
      {open === 'answer' && (
        <WritePost
          label={`Reply to ${name}`}
          inReplyTo={id}
          as={ours ? (/@(\w+)/.exec(post.text)?.[1] ?? null) : username}
          done={close}
        />
      )}
      {open === 'edit' && (
        <WriteHere
          label={`${name} edits the post`}
          text={post.text}
          verb="Save"
          write={(text) => act({ do: 'edit-post', id, text })}
          done={close}
        />
      )}
      {open === 'directly' && (
        <WriteHere
          label={`The company answers ${name}; the desk has not heard of it yet`}
          text=""
          verb="Post"
          write={(text) => act({ do: 'answer-directly', id, text })}
          done={close}
        />
      )}
    </>
  );
}
