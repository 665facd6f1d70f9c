import { holdsRemedy } from './brush-off.ts';
import type { Look } from './context.ts';
import { anyOf, plainly, sentencesOf } from './sentences.ts';

const APOLOGY = anyOf([
  `\\bsorry\\b`,
  `\\bapolog\\w*`,
  `\\bregret\\w*`,
  `\\bforgive\\b`,
  `\\b(?:tut|tun|täte) (?:es )?(?:uns|mir|uns allen)(?: \\w+){0,3} leid`,
  `\\bleid\\b.{0,12}\\btut\\b|\\btut\\b.{0,30}\\bleid\\b`,
  `\\bentschuldig\\w*`,
  `\\bverzeih\\w*`,
  `\\bbedauer\\w*`,
  `\\bpardon\\b`,
]);

/** Kind words that change nothing for the customer. */
const KIND_WORDS = anyOf([
  `^(?:hi|hello|hey|dear|hallo|moin|guten (?:tag|morgen|abend)|liebe[rs]?|servus)\\b.{0,30}[,!.]?$`,
  `thank\\w*.{0,40}\\b(?:patience|understanding|feedback|letting us know|telling us|reaching out|message|bringing)`,
  `(?:appreciate|understand|hear|see|know|imagine)\\b.{0,40}\\b(?:patience|feedback|frustrat\\w*|annoy\\w*|upset\\w*|disappoint\\w*|angry|feel|inconvenience|concern\\w*)`,
  `(?:should|must|does|did)(?: not|n't| never)(?: have)? happen\\w*|not (?:the|our|what) (?:experience|standard|service|we want|you (?:deserve|expect))`,
  `take (?:this|that|it|such|these|your)\\b.{0,20}\\bserious\\w*`,
  `inconvenience|(?:our|a) (?:mistake|fault|error)\\b|kept you waiting|let you down|(?:never|not) good enough`,
  `dank\\w*.{0,40}\\b(?:geduld|verständnis|hinweis|rückmeldung|nachricht|feedback|offenheit)`,
  `(?:bitten|hoffen)\\b.{0,40}\\b(?:verständnis|geduld|entschuldigung|nachsicht)`,
  `(?:verstehen|können)\\b.{0,40}\\b(?:ärger\\w*|frust\\w*|enttäuschung|verstehen|nachvollziehen|unmut)`,
  `(?:hätte|darf|dürfte|sollte|soll)\\b.{0,25}\\bnicht\\b.{0,20}\\b(?:passier\\w*|sein|vorkommen|gescheh\\w*)`,
  `nehmen\\b.{0,25}\\bernst|unannehmlichkeiten|nicht unser anspruch|(?:unser|ein) (?:fehler|versehen)\\b|warten lassen`,
  `^(?:\\^?\\w{1,4}|your .{0,20}team|(?:ihr|euer|dein) .{0,20}(?:team|service))[.!]?$`,
]);

/** Owning up is no step yet. */
const ADMISSION =
  /(?:was|is|are|made|war|ist|liegt|haben wir)?\s*(?:entirely |all |ganz |allein )?(?:(?:our|ours|a|unser|ein|einen|der)\s+(?:own )?(?:mistake|error|fault|fehler|versehen)(?: bei uns| gemacht)?|we got (?:this|it) wrong)/giu;

/** An apology, and nothing that happens now: every sentence of the text says sorry or is only kind. */
export const nextStep: Look = (text, { purpose }) => {
  // What is right is the step.
  if (purpose === 'correction') return null;
  const sentences = sentencesOf(text);
  const sorry = sentences.find((one) => APOLOGY.test(plainly(one)));
  if (sorry === undefined || holdsRemedy(text.replace(ADMISSION, ' '))) return null;
  const isEmpty = sentences.every((one) => {
    const plain = plainly(one).trim();
    if (plain.includes('?')) return false;
    return plain === '' || !/\p{L}{2}/u.test(plain) || KIND_WORDS.test(plain) || isOnlySorry(plain);
  });
  return isEmpty ? { check: 'nextStep', words: sorry } : null;
};

/** "We are sorry, Tom: we kept you waiting" says sorry for something; what follows with "and" or "but" may be a step. */
function isOnlySorry(sentence: string): boolean {
  return (
    APOLOGY.test(sentence) &&
    !/\b(?:and|but|so|und|aber|deshalb|daher)\b.{0,10}\b(?:we|i|you|wir|ich|sie|du)\b/.test(sentence)
  );
}
