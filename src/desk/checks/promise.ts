import { answerWay } from '../answer-way.ts';
import { MINUTE_MS } from '../instant.ts';
import { readTime, withoutQuotes } from '../read-time.ts';
import type { CheckContext, Look } from './context.ts';
import { anyOf, plainly, sentencesOf } from './sentences.ts';

/** That we will speak to the customer again. */
const COMES_BACK = anyOf([
  `\\b(?:i|we|someone|somebody|a colleague|our \\w+|they)(?:'ll| will|'re going to| are going to| shall) (?:\\w+ ){0,2}(?:call|ring|phone|write|get back|be back|come back|report back|be in touch|let you know|tell you|update|reply|respond|contact|follow up|keep you (?:posted|updated|informed)|reach out|dm you|message you)`,
  `\\b(?:you'll|you will) (?:hear|have an answer|get an answer|be contacted|receive an answer|know)`,
  `\\b(?:back to you|be back|more (?:here|from us)|an update (?:follows|comes)|next update)\\b`,
  `\\bkeep you (?:posted|updated|informed)`,
  `\\b(?:ich|wir|kollegin|kollege|jemand|team)\\b.{0,40}\\b(?:melden?t? uns|melde mich|meldet sich|rufen? (?:sie|dich|euch|ihnen)|rufen (?:\\w+ )*an\\b|rufe (?:\\w+ )*an\\b|ruft (?:sie|dich)|schreiben? (?:ihnen|dir|euch|hier)|geben? (?:\\w+ )?bescheid|sagen? (?:\\w+ )?bescheid|antworten? (?:ihnen|dir)|informieren|kommen? auf (?:sie|dich) zu|halten (?:sie|dich)\\b.{0,15}\\blaufenden)`,
  `\\b(?:melden wir uns|melde ich mich|rufen wir|rufe ich|geben wir|gebe ich|sagen wir|sage ich|schreiben wir|schreibe ich)\\b`,
  `\\b(?:sie hören|du hörst|hören sie|hörst du|haben sie (?:eine )?antwort|hast du (?:eine )?antwort|wissen wir mehr|mehr dazu)\\b`,
]);

/** That something will be there or done. */
const COMES = anyOf([
  `\\b(?:i|we)(?:'ll| will) (?:\\w+ ){0,2}(?:have|send|fix|repair|refund|post|deliver|bring|correct|replace|sort|answer|check)`,
  `\\b(?:it|they|everything|the(?: \\w+){1,3}|your(?: \\w+){1,3})(?:'ll| will) (?:\\w+ )?(?:be|work|arrive|leave|come|run)\\b`,
  `\\b(?:läuft|laufen|geht|funktioniert|kommt|steht)\\b.{0,25}\\b(?:wieder|an|bereit)\\b`,
  `\\b(?:bekommen|erhalten|haben) sie\\b|\\bsie (?:bekommen|erhalten)\\b|\\b(?:schicken|senden|erstatten|liefern|reparieren|beheben|tauschen) wir\\b`,
]);

/** Asked, wished or taken back, it is no promise. */
const NO_PROMISE =
  /\?\s*$|\b(?:(?:may|can|could|shall|should) (?:we|i|you)|(?:you|they) (?:may|can|could|should)|would|if|unless|dürfen|soll|sollen|können (?:wir|sie)|darf|falls|wenn|sobald|as soon as|once|when)\b/iu;
/** Under a minute's walk from what is promised already. */
const SAME_MS = 15 * MINUTE_MS;

/**
 * A text that says we will be back and not until when, or names a time that nobody would be reminded of: that one is
 * offered as a promise. Nothing of a text that promises a time already.
 */
export const promiseTime: Look = (text, context) => {
  if (context.promiseDueAt !== null) return null;
  const offer = offerIn(text, context);
  if (offer !== null) return offer;
  const vague = sentencesOf(withoutQuotes(text)).find((one) => COMES_BACK.test(plainly(one)) && !isNoPromise(one));
  const namesTime = readTime(text, context.hours, context.now) !== null;
  return vague === undefined || namesTime ? null : { check: 'promiseTime', why: 'no-time', words: vague };
};

/** The time that a text promises, to be kept in mind for its sender; null where it promises none, or it is kept already. */
export function offerIn(text: string, { hours, now, mention, promiseDueAt }: CheckContext) {
  // What leaves by hand is kept in mind by nobody.
  if (promiseDueAt !== null || mention === null || answerWay(mention) !== 'api') return null;
  for (const sentence of sentencesOf(withoutQuotes(text))) {
    const plain = plainly(sentence);
    if (isNoPromise(sentence) || !(COMES_BACK.test(plain) || COMES.test(plain))) continue;
    const time = readTime(sentence, hours, now);
    if (time === null) continue;
    const isKept = mention.promises.some(
      (one) => one.ended === null && Math.abs(Date.parse(one.dueAt) - Date.parse(time.at)) <= SAME_MS,
    );
    return isKept ? null : ({ check: 'promiseTime', why: 'offer', words: time.words, dueAt: time.at } as const);
  }
  return null;
}

function isNoPromise(sentence: string): boolean {
  return NO_PROMISE.test(sentence);
}
