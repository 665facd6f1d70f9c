import { postsOf } from '../src/desk/answer.ts';
import type { UserId } from '../src/desk/instant.ts';
import type { Posts } from '../views/forms/posts.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** What the text in a form could become, and whether its writer wants that. */
export function postsIn(
  press: SlackPress,
  tools: Tools,
  text: string,
  by: UserId | null,
  wanted: boolean = wantsPosts(press),
): Posts {
  return { posts: postsOf(text, by, tools.desk()), wanted };
}

export function wantsPosts(press: SlackPress): boolean {
  return metaOf(press).posts !== undefined;
}

/** Nothing goes out in posts that its writer has not seen: the last letter may have made another one. */
export function haveChanged(press: SlackPress, { posts, wanted }: Posts): boolean {
  return wanted && posts !== null && posts.length !== metaOf(press).posts;
}
