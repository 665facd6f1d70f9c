import { answerWay } from '../answer-way.ts';
import { MINUTE_MS } from '../instant.ts';
import { readTime, withoutQuotes } from '../read-time.ts';
import type { CheckContext, Look } from './context.ts';
import { anyOf, plainly, sentencesOf } from './sentences.ts';

const WILL = "(?:'ll| will|'m going to|'re going to| am going to| are going to| is going to| shall)";
const SPEAK =
  '(?:call|ring|phone|write|get back|be back|come back|report back|be in touch|let you know|tell you|update|reply|respond|contact|follow up|keep you (?:posted|updated|informed)|reach out|dm you|message you|drop you)';
const THEM = '(?:sie|ihnen|dich|dir|euch)';

/** That we will speak to the customer again. */
const COMES_BACK = anyOf([
  `\\b(?:i|we|they|(?:someone|somebody)(?: \\w+){0,3}|(?:a|our|your) \\w+(?: \\w+)?)${WILL} (?:\\w+ ){0,2}${SPEAK}`,
  `\\band(?: then)?${WILL} (?:\\w+ ){0,2}${SPEAK}`,
  `\\b(?:you'll|you will) (?:hear|have an answer|get an answer|be contacted|receive an answer|know (?:more|by|before|today|tomorrow|tonight|within|in|at|soon|shortly))`,
  `\\b(?:get|be|come|report|write|circle) (?:\\w+ )?back to you\\b|^back to you\\b`,
  `\\b(?:we|i)(?:'re| are|'m| am) back (?:in|by|with|here|at \\d)|\\b(?:an update (?:follows|comes)|next update)\\b`,
  `^more\\b.{0,30}\\bfrom (?:us|me)\\b|^more (?:here|soon|shortly|later)\\b(?! ?:)|\\bexpect an? \\w+ from (?:us|me)\\b`,
  `\\bkeep you (?:posted|updated|informed)`,
  `\\b(?:ich|wir|kollegin|kollege|jemand|team)\\b.{0,40}\\b(?:melden?t? uns|melde mich|meldet sich|rufen? ${THEM}|rufen (?:\\w+ )*an\\b|rufe (?:\\w+ )*an\\b|ruft ${THEM}|schreiben? (?:${THEM}|hier)(?!.{0,40}\\bgut\\b)|(?:geben?|sagen?) (?:\\w+ ){0,4}bescheid|antworten? (?:ihnen|dir)|informieren|kommen? auf (?:sie|dich|euch) zu|halten (?:sie|dich|euch)\\b.{0,15}\\blaufenden)`,
  `\\b(?:melden wir uns|melde ich mich|rufen wir|rufe ich|geben wir|gebe ich|sagen wir|sage ich)\\b|\\b(?:schreiben wir|schreibe ich)\\b(?!.{0,40}\\bgut\\b)`,
  `\\bmeldet sich (?:bei ${THEM}|dann|gleich|noch|heute|morgen|hier|wieder|in kürze|bald|zeitnah)\\b`,
  `\\b(?:werde|werden|wird)\\b.{0,30}\\b(?:sich|uns|mich|${THEM})\\b.{0,30}\\b(?:melden|anrufen|zurückrufen|schreiben|informieren|antworten|kontaktieren|bescheid (?:geben|sagen))\\b`,
  `\\b(?:sie hören|du hörst|hören sie|hörst du)\\b.{0,30}\\b(?:von (?:uns|mir)|wieder)\\b`,
  `\\b(?:haben sie (?:eine )?antwort|hast du (?:eine )?antwort|wissen wir mehr)\\b`,
  `\\bmehr dazu\\b(?!.{0,15}\\b(?:steht|stehen|finde\\w*|gibt|lesen|unter|auf)\\b)`,
]);

/** That something will be there or done. */
const COMES = anyOf([
  `\\b(?:i|we)(?:'ll| will) (?:\\w+ ){0,2}(?:have|send|fix|repair|refund|post|deliver|bring|correct|replace|sort|answer|check)`,
  `\\b(?:it|they|everything|the(?: \\w+){1,3}|your(?: \\w+){1,3})(?:'ll| will) (?:\\w+ )?(?:be|work|arrive|leave|come|run)\\b`,
  `\\b(?:läuft|laufen|geht|funktioniert|kommt|steht)\\b.{0,25}\\b(?:wieder|an|bereit)\\b`,
  `\\b(?:bekommen|erhalten|haben) sie\\b|\\bsie (?:bekommen|erhalten)\\b|\\b(?:schicken|senden|erstatten|liefern|reparieren|beheben|tauschen) wir\\b`,
]);

/** Asked, wished, left to the customer, taken back or said by others, it is no promise. */
const NO_PROMISE = anyOf([
  `\\?\\s*$`,
  `\\b(?:(?:may|can|could|shall|should) (?:we|i|you)|(?:you|they) (?:may|can|could|should)|would|if|unless)\\b`,
  `\\b(?:dürfen|soll|sollen|können (?:wir|sie)|darf|falls|wenn)\\b`,
  `\\b(?:once|when|as soon as) (?:you|your)\\b|\\bsobald (?:sie|ihre?|du|deine?|ihr)\\b`,
  `\\b(?:they|he|she) (?:told|said|promised)\\b|\\b(?:told|promised) you\\b`,
]);
/** A time that comes again and again is one, though no single one is to be kept in mind. */
const AGAIN_AND_AGAIN = anyOf([
  `\\b(?:every|each) (?:\\w+ )?(?:minutes?|hours?|days?|mornings?|evenings?|afternoons?)\\b|\\b(?:hourly|daily)\\b`,
  `\\balle (?:\\w+ )?(?:minuten|stunden|tage)\\b|\\bjede (?:\\w+ )?stunde\\b|\\bjeden (?:tag|morgen|abend)\\b|\\b(?:stündlich|täglich)\\b`,
]);
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
  const namesTime = AGAIN_AND_AGAIN.test(plainly(text)) || readTime(text, context.hours, context.now) !== null;
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
  return NO_PROMISE.test(plainly(sentence));
}
