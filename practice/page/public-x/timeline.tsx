import type { PostItem } from '../../page-server/wire.ts';
import { useStage } from '../stage.tsx';
import { PostView } from './post.tsx';
import { WritePost } from './write-post.tsx';

/** What the public sees: conversations, the one with the newest post first. */
export function Timeline() {
  const { shown } = useStage();
  return (
    <section className="public-x" aria-label="X, in public">
      <header className="pane-head">
        <h2>
          <span className="x-mark" aria-hidden="true">
            𝕏
          </span>{' '}
          In public
        </h2>
        <span className="quiet">what anybody can read</span>
      </header>
      <WritePost label="Post as a customer" inReplyTo={null} done={() => {}} />
      <div className="posts" role="feed" aria-label="Posts">
        {conversationsOf(shown.posts).map((posts) => (
          <div key={posts[0]?.id} className="conversation">
            {posts.map((post, index) => (
              <PostView key={post.id} post={post} isAnswer={index > 0} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Each from its first post on; a post whose first one is not shown begins one of its own. */
function conversationsOf(posts: readonly PostItem[]): readonly (readonly PostItem[])[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const rootOf = (post: PostItem): PostItem => {
    const above = post.inReplyTo === null ? undefined : byId.get(post.inReplyTo);
    return above === undefined ? post : rootOf(above);
  };
  const conversations = new Map<string, PostItem[]>();
  for (const post of [...posts].sort(byAge)) {
    const { id } = rootOf(post);
    conversations.set(id, [...(conversations.get(id) ?? []), post]);
  }
  return [...conversations.values()].sort((a, b) => newest(b) - newest(a));
}

function byAge(a: PostItem, b: PostItem): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

function newest(posts: readonly PostItem[]): number {
  return Date.parse(posts.at(-1)?.at ?? '');
}
