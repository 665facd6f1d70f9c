import { at, type Instant, type UserId } from './instant.ts';
import type { Lang, Mention } from './mention.ts';
import { isAnswer, type Publication } from './publication.ts';
import { answeredPostOf, seriesOf, wordsOf } from './series.ts';
import { termsOf } from './terms.ts';

/** A public answer of ours, with the customer's words that it answered. */
export interface PastAnswer {
  /** Whose it is: the mention's and the publication's id. */
  readonly mention: string;
  readonly publication: string;
  readonly number: number;
  readonly network: string;
  readonly question: string;
  readonly text: string;
  readonly lang: Lang;
  readonly by: UserId;
  readonly at: Instant;
  /** How well it served, see `worthOf`; 1 for an answer after which nothing more came. */
  readonly worth: number;
}

/** All answers to this customer that are public now. None of who was forgotten, and no mere "we are on it". */
export function pastAnswersOf(mention: Mention): readonly PastAnswer[] {
  if (mention.forgotten !== null) return [];
  return mention.publications.flatMap((one) => {
    if (one.status !== 'published' || one.after !== null || !isAnswer(one) || one.text.trim() === '') return [];
    if (one.wrong !== null || one.corrects !== null || isCorrected(mention, one)) return [];
    return [pastAnswer(mention, one)];
  });
}

/** What turned out wrong is not said again. */
function isCorrected({ publications }: Mention, { id, leftWrong }: Publication): boolean {
  return leftWrong !== null || publications.some(({ corrects }) => corrects === id);
}

function pastAnswer(mention: Mention, one: Publication): PastAnswer {
  const all = mention.publications;
  const text = wordsOf(all, seriesOf(all, one));
  const publishedAt = one.post?.at ?? one.pressedAt;
  return {
    mention: mention.id,
    publication: one.id,
    number: mention.number,
    network: mention.network,
    question: questionOf(mention, one),
    text,
    lang: mention.lang,
    by: one.by,
    at: publishedAt,
    worth: worthOf(mention, one, text, publishedAt),
  };
}

/** What the customer wrote first, and what exactly was answered where that came later. */
function questionOf(mention: Mention, one: Publication): string {
  const [first] = mention.posts;
  const answered = answeredPostOf(mention.publications, one);
  const post = mention.posts.find(({ id }) => id === answered) ?? first;
  return post === first ? first.text : `${first.text}\n${post.text}`;
}

const WROTE_AGAIN = 0.6;
const PROMISE_KEPT = 1.2;
const PROMISE_BROKEN = 0.5;
const SAYS_LITTLE = 0.5;
const OF_ONE_OUTAGE = 0.5;
const FEW_TERMS = 3;

/**
 * How well an answer served, as a factor: less where its customer wrote again within three days, where its promise was
 * broken, where it says next to nothing, or tells the end of one outage; more where its promise was kept.
 */
function worthOf(mention: Mention, one: Publication, text: string, publishedAt: Instant): number {
  const promise = mention.promises.find(({ publication }) => publication === one.id);
  const isBroken = promise !== undefined && (promise.told === 'broken' || promise.ended?.how === 'dropped');
  return (
    (wroteAgain(mention, publishedAt) ? WROTE_AGAIN : 1) *
    (isBroken ? PROMISE_BROKEN : promise?.ended?.how === 'kept' ? PROMISE_KEPT : 1) *
    (termsOf(text).length < FEW_TERMS ? SAYS_LITTLE : 1) *
    (one.tellsOf === null ? 1 : OF_ONE_OUTAGE)
  );
}

const SOON_MS = 3 * 24 * 60 * 60 * 1_000;

/** "Thanks!" after an answer is no complaint about it. */
const THANKS = /\b(?:thank(?:s| you)|thx|danke|dankeschön|merci|super|perfe[ck]t|great)\b/i;

function wroteAgain({ posts }: Mention, publishedAt: Instant): boolean {
  const since = at(publishedAt).getTime();
  return posts.some((post) => {
    const after = at(post.at).getTime() - since;
    return after > 0 && after <= SOON_MS && !(THANKS.test(post.text) && post.text.length < 80);
  });
}
