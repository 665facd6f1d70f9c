import { describe, expect, it } from 'vitest';
import { type IncidentStart, speak, startIncident } from '../../../src/desk/broadcast.ts';
import { UNSURE } from '../../../src/desk/checks/brush-off.ts';
import { keyOf, type Warning } from '../../../src/desk/checks/warning.ts';
import { crowdOf, type WordChecking, type WordToAll, warningsOfWord } from '../../../src/desk/checks/word-to-all.ts';
import type { Incident } from '../../../src/desk/incident.ts';
import { DEFAULT_TEMPLATES } from '../../../src/desk/templates.ts';
import { createReplyEar } from '../../../src/triage/reply-language.ts';
import { ANNA, aDesk, aMention, anIncident, aPublication, granted, instant, refusalOf } from '../examples.ts';
import { NOW } from './examples.ts';

const CHECKING: WordChecking = {
  recent: [],
  told: [],
  crowd: null,
  brushOffChance: () => UNSURE,
  languageOf: createReplyEar(),
};
const BRUSH_OFF = 'Check-in is down. Please use our contact form.';

const looked = (
  text: string,
  more: Partial<WordToAll> = {},
  checking: Partial<WordChecking> = {},
  said: string[] = [],
) =>
  warningsOfWord(
    { by: ANNA, purpose: 'incident-update', text, ...more },
    said.map((one, index) => aPublication({ id: `p${index}`, purpose: 'incident-update', text: one })),
    { ...CHECKING, ...checking },
    aDesk(),
    NOW,
  );

const sortsOf = (warnings: readonly Warning[]) =>
  warnings.map((one) => ('why' in one ? `${one.check} ${one.why}` : one.check));

describe('a word to everybody', () => {
  it('may tell an outage plainly: the ear for brush-offs learned from replies', () => {
    const sounds = { brushOffChance: () => 1 };
    expect(looked('Our network in the north is down.', {}, sounds)).toEqual([]);
    expect(sortsOf(looked('We take care.', { purpose: 'apology' }, sounds))).toContain('brushOff sounds');
  });

  it.each([
    ['brushOff redirects', BRUSH_OFF],
    ['brushOff refuses', 'Mobilfunk im Norden gestört. Rückrufe machen wir nicht.'],
    ['privateData phone', 'Check-in is down. We are on it, call Ben on 0171 2345678.'],
    ['promiseTime no-time', 'Das Netz im Norden ist gestört. Wir melden uns.'],
    ['nextStep', 'We are sorry for the inconvenience.'],
  ])('is told of its %s: %s', (sort, text) => {
    expect(sortsOf(looked(text))).toEqual([sort]);
  });

  it.each([
    'Im Norden ist unser Netz gestört. Unsere Technik arbeitet daran, wir melden uns hier um 15 Uhr.',
    'Check-in in Hamburg is down. We know, and we write here again by 4 pm.',
    'Update: 80% of the lines are back. The rest follows tonight.',
    'Im Norden ist unser Mobilfunknetz gerade gestört. Wir wissen davon, arbeiten mit allen Kräften daran und melden uns hier in 30 Minuten wieder. Es tut uns leid.',
    'Update: Die Ursache ist gefunden, ein durchtrenntes Kabel bei Neumünster. Die Reparatur dauert bis etwa 14 Uhr.',
    'Das Netz im Norden läuft wieder. Danke für Ihre Geduld, und Entschuldigung für den Vormittag.',
    'Wir hätten es hier früher sagen müssen. Ab jetzt schreiben wir hier alle zwei Stunden.',
    'We should have told you sooner. From now on we will write here every two hours.',
    'It works again since 9:10. Thank you for your patience!',
    'Es läuft wieder. Wer noch kein Netz hat: bitte das Telefon einmal neu starten, sonst hier schreiben, wir sehen nach.',
    ...DEFAULT_TEMPLATES.filter(({ purpose }) => purpose === 'incident').map(({ text }) => text),
  ])('is not: %s', (text) => {
    expect(looked(text)).toEqual([]);
  });

  it('is told where it is in another language than what was said before, but not where both were', () => {
    const german = 'Das Netz im Norden ist noch immer gestört, wir arbeiten daran.';
    const english = 'The network in the north is still down and we are working on it.';
    expect(sortsOf(looked(english, {}, {}, [german]))).toEqual(['language all-de']);
    expect(looked(english, {}, {}, [german, english.replace('still', 'now')])).toEqual([]);
    expect(looked(german, {}, {}, ['…'])).toEqual([]);
    expect(sortsOf(looked(english, {}, { crowd: 'de' }))).toEqual(['language all-de']);
    expect(sortsOf(looked(german, {}, { crowd: 'en' }))).toEqual(['language all-en']);
    expect(looked(german, {}, { crowd: 'de' })).toEqual([]);
  });

  it('is told where everybody read the same already, and not where only customers were answered so', () => {
    const text = 'The network in the north is still down and our technicians are working on it.';
    const word = { text, names: [], incident: 'i1', at: instant('2026-11-24T09:00') };
    expect(sortsOf(looked(text, {}, { recent: [{ ...word, to: null }] }))).toEqual(['wornPhrase all']);
    expect(looked(text, {}, { recent: [{ ...word, to: '77' }] })).toEqual([]);
    // A correction repeats what it corrects.
    expect(looked(text, { with: { corrects: 'p1' } }, { recent: [{ ...word, to: null }] })).toEqual([]);
  });

  it('is looked at with what linked customers are answered, in the language that those speak', () => {
    const answers = {
      de: 'Hallo {name}, the network is back and it is stable now.',
      en: 'Hi {name}, not our problem.',
    };
    const found = looked('Es läuft wieder.', { purpose: 'incident-resolve', with: { answers } });
    expect(sortsOf(found)).toEqual(['language answer-de', 'brushOff refuses']);
    const good = { de: 'Hallo {name}, das Netz läuft wieder.', en: 'Hi {name}, the network is back.' };
    expect(looked('Es läuft wieder.', { purpose: 'incident-resolve', with: { answers: good } })).toEqual([]);
  });

  it('says one thing once, though it stands in two texts', () => {
    const answers = { de: null, en: BRUSH_OFF };
    expect(looked(BRUSH_OFF, { with: { answers } })).toHaveLength(1);
  });

  it('knows what those who write speak once they are enough and agree', () => {
    const some = (count: number, lang: 'de' | 'en') => Array.from({ length: count }, () => aMention({ lang }));
    expect(crowdOf(some(4, 'de'), '')).toBeNull();
    expect(crowdOf(some(9, 'de'), '')).toBe('de');
    expect(crowdOf([...some(9, 'en'), ...some(1, 'de')], '')).toBe('en');
    expect(crowdOf([...some(6, 'en'), ...some(4, 'de')], '')).toBeNull();
    expect(crowdOf(some(9, 'de'), NOW.toISOString())).toBeNull();
  });
});

describe('a word of an incident that gives pause', () => {
  const word = { by: ANNA, key: 'k1', purpose: 'incident-update', text: BRUSH_OFF, updateMinutes: null } as const;
  const running: Incident = anIncident();

  it('is not sent before its sender was told; sent again it goes, and the history says against what', () => {
    const refusal = refusalOf(speak(running, { ...word, checking: CHECKING }, aDesk(), NOW));
    if (refusal.reason !== 'warned') throw new Error(`refused as ${refusal.reason}`);
    const told = refusal.warnings.map(keyOf);
    const { state } = granted(speak(running, { ...word, checking: { ...CHECKING, told } }, aDesk(), NOW));
    expect(state.publications.at(-1)).toMatchObject({ status: 'waiting', text: BRUSH_OFF });
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'warned-sent', text: 'brushOff' });
    expect(refusalOf(speak(state, { ...word, checking: { ...CHECKING, told } }, aDesk(), NOW)).reason).toBe(
      'already-handled',
    );
  });

  it('is not looked at where the team switched that off', () => {
    const desk = aDesk({ checks: { brushOff: false } });
    expect(granted(speak(running, { ...word, checking: CHECKING }, desk, NOW)).state.history).toMatchObject([
      { did: 'pressed-send' },
    ]);
  });

  it('leaves the same line where it is the first one', () => {
    const place = { by: ANNA, key: 'k1', network: 'x', channel: 'C1' };
    const start: IncidentStart = { ...place, title: 'Check-in', severity: 'major', updateMinutes: 30, text: BRUSH_OFF };
    const against = looked(BRUSH_OFF);
    const { history } = startIncident({ ...start, against }, BRUSH_OFF, 1, aDesk(), NOW).state;
    expect(history.at(-1)).toMatchObject({ did: 'warned-sent', text: 'brushOff' });
    expect(startIncident(start, BRUSH_OFF, 1, aDesk(), NOW).state.history.map(({ did }) => did)).not.toContain(
      'warned-sent',
    );
  });
});
