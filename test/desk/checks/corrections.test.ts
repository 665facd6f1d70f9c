import { expect, it } from 'vitest';
import { warningsOfWord } from '../../../src/desk/checks/word-to-all.ts';
import { correctionBeginnings, finished, publicCorrection } from '../../../src/desk/correction-words.ts';
import { createBrushOffEar } from '../../../src/triage/brush-off.ts';
import { PACKAGED_WEIGHTS } from '../../../src/triage/packaged.ts';
import { createReplyEar } from '../../../src/triage/reply-language.ts';
import { readWeights } from '../../../src/triage/weights.ts';
import { ANNA, aDesk } from '../examples.ts';
import { NOW } from './examples.ts';

const brushOffChance = createBrushOffEar(readWeights(PACKAGED_WEIGHTS));
const looked = (text: string, answers: { de: string | null; en: string | null } | null, ours: string[] = []) =>
  warningsOfWord(
    { by: ANNA, purpose: 'incident-update', text, with: { answers, corrects: 'p1', confirmedBy: null } },
    [],
    { recent: [], told: [], crowd: null, ours, brushOffChance, languageOf: createReplyEar() },
    aDesk(),
    NOW,
  ).map((one) => ('why' in one ? `${one.check} ${one.why}` : one.check));

const filled = (text: string, facts: readonly string[]) =>
  facts.reduce((rest, fact) => rest.replace('[…]', fact), text);

it('a correction in the words that it begins with is none that gives pause, also where it says who was blamed', () => {
  const { de, en } = correctionBeginnings();
  const right = finished(
    {
      de: filled(de, ['dass die Stadtwerke Altona schuld sind', 'Ein Kabel von uns war defekt']),
      en: filled(en, ['the outage was caused by Acme Ltd', 'a cable of ours was cut']),
    },
    'Acme Ltd',
  );
  expect(looked('', right, ['Acme Ltd', 'Stadtwerke Altona'])).toEqual([]);
  expect(looked('', right)).toEqual(['blame']);
  expect(looked(filled(publicCorrection('de'), ['das Netz sei um 18 Uhr zurück', 'Es wird 20 Uhr']), null)).toEqual([]);
  expect(looked(filled(publicCorrection('en'), ['it is back at 6 pm', 'it takes until 8 pm']), null)).toEqual([]);
});

it('a correction that gives pause is told when it is written for all', () => {
  expect(looked('', { de: 'That was wrong. Please use our contact form from now on.', en: null })).toEqual([
    'brushOff redirects',
    'language answer-de',
  ]);
});
