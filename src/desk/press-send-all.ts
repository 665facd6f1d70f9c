import type { Desk } from './desk.ts';
import { type Publisher, pressSend, type Wish } from './publishing.ts';

/** A text in numbered posts: each goes out once the one before it is public. What belongs to the whole goes with an end. */
export function pressSendAll<S extends Publisher>(
  state: S,
  texts: readonly string[],
  { with: more = {}, ...wish }: Omit<Wish, 'text'>,
  desk: Desk,
  now: Date,
): S {
  const { picture = null, promiseDueAt = null, tellsOf = null, ...all } = more;
  return texts.reduce<S>((before, text, index) => {
    const isFirst = index === 0;
    const isLast = index === texts.length - 1;
    const extras = {
      ...all,
      picture: isFirst ? picture : null,
      promiseDueAt: isLast ? promiseDueAt : null,
      tellsOf: isLast ? tellsOf : null,
      after: isFirst ? null : (before.publications.at(-1)?.id ?? null),
    };
    const inReplyTo = isFirst ? wish.inReplyTo : null;
    return pressSend(before, { ...wish, text, inReplyTo, with: extras }, desk, now);
  }, state);
}
