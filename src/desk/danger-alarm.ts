import { dangerWords } from './danger.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import { channelRef } from './ref.ts';

/** What sounds like danger to somebody is called out at any hour, in the team's own channel. */
export function alarmFor(
  mention: Pick<Mention, 'id'>,
  post: Pick<Post, 'id' | 'text'>,
  desk: Desk,
): readonly PlannedEffect[] {
  const words = dangerWords(post.text);
  if (words.length === 0) return [];
  const id = `danger:${mention.id}:${post.id}`;
  const about = { type: 'mention', id: mention.id } as const;
  const call = { id, cause: { type: 'danger', post: post.id, words }, about } as const;
  return [plan({ type: 'tell', id, to: channelRef(desk.channel), news: { type: 'alarm', call } }, PRIORITY.press)];
}
