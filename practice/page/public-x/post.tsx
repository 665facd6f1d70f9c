import type { PostItem } from '../../page-server/wire.ts';
import { Face } from '../face.tsx';
import { timeOf } from '../time.ts';
import { PostActions } from './post-actions.tsx';

export function PostView({ post, isAnswer }: { readonly post: PostItem; readonly isAnswer: boolean }) {
  const { id, name, username, ours, edited, removed, hidden } = post;
  const classes = ['post', isAnswer && 'answer', ours && 'ours', removed && 'removed'].filter(Boolean).join(' ');
  return (
    <article className={classes} id={`post-${id}`} aria-label={`${name}: ${removed ? 'deleted post' : 'post'}`}>
      <Face name={name} app={ours} />
      <div className="post-body">
        <header>
          <strong>{name}</strong> <span className="quiet">@{username}</span>
          {ours && <span className="ours-badge">Your company</span>}
          <time className="quiet" dateTime={post.at}>
            {timeOf(post.at)}
          </time>
          {edited && <span className="quiet">edited</span>}
        </header>
        {removed && <p className="removed-note">Deleted</p>}
        {hidden && !removed && <HiddenPost text={post.text} />}
        <p className="post-text" hidden={hidden && !removed}>
          {removed ? (
            <del>
              <Words text={post.text} />
            </del>
          ) : (
            <Words text={post.text} />
          )}
        </p>
        {!removed &&
          post.pictures.map((alt) => (
            <p key={alt} className="quiet">
              🖼️ Picture: {alt}
            </p>
          ))}
        {!removed && <PostActions post={post} />}
      </div>
    </article>
  );
}

/** As on X: the author of the conversation hid it, and it can be read with one more click. */
function HiddenPost({ text }: { readonly text: string }) {
  return (
    <details className="removed-note">
      <summary>Hidden by the company</summary>
      <p className="post-text">
        <Words text={text} />
      </p>
    </details>
  );
}

/** A customer's words as they are; names and tags in colour. */
function Words({ text }: { readonly text: string }) {
  return text.split(/([@#]\w+)/).map((part, index) => {
    const place = `part ${index}`;
    return /^[@#]\w/.test(part) ? (
      <span key={place} className="mention">
        {part}
      </span>
    ) : (
      part
    );
  });
}
