import { describe, expect, it } from 'vitest';
import type { Checking } from '../../../src/desk/checks/context.ts';
import { keyOf } from '../../../src/desk/checks/warning.ts';
import { toldWhenWritten } from '../../../src/desk/checks/written-for-many.ts';
import { correct } from '../../../src/desk/correction.ts';
import { readWhenOver, tellEnd } from '../../../src/desk/incident-end.ts';
import type { Mention } from '../../../src/desk/mention.ts';
import type { CustomerAnswers } from '../../../src/desk/publication.ts';
import { createReplyEar } from '../../../src/triage/reply-language.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPost,
  aPress,
  aPublication,
  aPublicPost,
  granted,
  instant,
  refusalOf,
} from '../examples.ts';
import { aContext, NOW } from './examples.ts';

const CHECKING: Checking = { recent: [], told: [], languageOf: createReplyEar() };
const OVER = instant('2026-11-24T10:00');
const BRUSH_OFF = 'Hi {name}, it is over. Please use our contact form.';

const over = (answers: CustomerAnswers) =>
  anIncident({
    status: 'resolved',
    resolvedAt: OVER,
    publications: [
      aPublication({
        id: 'p2',
        purpose: 'incident-resolve',
        inReplyTo: null,
        text: 'The network is back again.',
        answers,
        pressedAt: OVER,
        post: { ...aPublicPost(), at: OVER },
      }),
    ],
  });

const linked = (fields: Partial<Mention> = {}) =>
  aMention({ incident: { id: over({ de: null, en: null }).id, number: 1, by: ANNA, at: OVER, told: null }, ...fields });

const tell = (mention: Mention, answers: CustomerAnswers, checking = CHECKING) =>
  tellEnd(mention, over(answers), aPress(ANNA, 'k1'), aDesk(), NOW, checking);

describe('a text that was written for many', () => {
  it('is not asked about again for each of them: the history of each says against what it went', () => {
    const { state } = granted(tell(linked(), { de: null, en: BRUSH_OFF }));
    expect(state.publications.at(-1)).toMatchObject({ status: 'waiting' });
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'warned-sent', text: 'brushOff' });
    const clean = granted(tell(linked(), { de: null, en: 'Hi {name}, the network is back.' })).state;
    expect(clean.history.map(({ did }) => did)).not.toContain('warned-sent');
  });

  it('names a time without being stopped: nobody was to keep it in mind', () => {
    const answers = { de: null, en: 'Hi {name}, the rest will be back by 5 pm.' };
    expect(granted(tell(linked(), answers)).state.publications).toHaveLength(1);
  });

  it('is stopped for a customer who writes the other language, and goes once that was told', () => {
    const refusal = refusalOf(tell(linked({ lang: 'de' }), { de: null, en: null }));
    expect(refusal).toMatchObject({ reason: 'warned', warnings: [{ check: 'language', why: 'de' }] });
    const told = refusal.reason === 'warned' ? refusal.warnings.map(keyOf) : [];
    const { state } = granted(tell(linked({ lang: 'de' }), { de: null, en: null }, { ...CHECKING, told }));
    expect(state.history.at(-1)).toMatchObject({ did: 'warned-sent', text: 'language' });
  });

  it('is stopped for a customer who wrote since we said that it is over, and whom nobody answered', () => {
    const later = aPost({ id: '1002', text: 'It is NOT back here', at: instant('2026-11-24T10:05') });
    const mention = linked({ posts: [aPost({ at: instant('2026-11-24T09:00') }), later] });
    const answers = { de: null, en: 'Hi {name}, the network is back.' };
    expect(refusalOf(tell(mention, answers))).toMatchObject({
      reason: 'warned',
      warnings: [{ check: 'meanwhile', why: 'wrote', words: 'It is NOT back here' }],
    });
    const answered = { ...mention, publications: [aPublication({ pressedAt: instant('2026-11-24T10:06') })] };
    expect(granted(tell(answered, answers)).state.publications).toHaveLength(2);
    const before = linked({ posts: [aPost({ at: instant('2026-11-24T09:00') })] });
    expect(granted(tell(before, answers)).state.publications).toHaveLength(1);
    expect(readWhenOver(mention, null)).toBeUndefined();
  });

  it('goes unlooked at where nothing is given to look with', () => {
    const outcome = tellEnd(linked({ lang: 'de' }), over({ de: null, en: null }), aPress(ANNA, 'k1'), aDesk(), NOW);
    expect(granted(outcome).state.publications).toHaveLength(1);
  });

  it('has its own keys of all but the language, the customer’s news and what they gave away', () => {
    const theirs = 'my order 8812345 is late';
    expect(toldWhenWritten('Order 8812345? Please use our contact form.', aContext({ theirs }))).toHaveLength(2);
    const context = aContext({ lang: 'de', languageOf: createReplyEar() });
    expect(toldWhenWritten('The network is back again, thank you.', context)).toEqual([]);
  });
});

describe('a correction for one customer', () => {
  const mention = aMention({ publications: [aPublication({ text: 'It is back at 6 pm.' })] });
  const send = (text: string, checking: Checking, key = 'k1') =>
    correct(mention, 'p1', text, aPress(ANNA, key), aDesk(), NOW, { checking });

  it('is looked at as any text, and says in the history against what it went', () => {
    const refusal = refusalOf(send('That was wrong. Please use our contact form.', CHECKING));
    if (refusal.reason !== 'warned') throw new Error(`refused as ${refusal.reason}`);
    const told = refusal.warnings.map(keyOf);
    const { state } = granted(send('That was wrong. Please use our contact form.', { ...CHECKING, told }));
    expect(state.publications.at(-1)).toMatchObject({ corrects: 'p1' });
    expect(state.history.filter(({ did }) => did === 'warned-sent')).toMatchObject([{ text: 'brushOff' }]);
  });

  it('may name whom we blamed: that is not to blame them again', () => {
    const text = 'Hi Mia, we wrote that Acme Ltd caused it. That was wrong. Right is: a cable of ours was cut.';
    expect(granted(send(text, CHECKING)).state.publications).toHaveLength(2);
  });
});
