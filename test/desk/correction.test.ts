import { describe, expect, it } from 'vitest';
import { BLANK } from '../../src/desk/blank.ts';
import {
  answerOrCorrect,
  cannotCorrect,
  correct,
  correctionFor,
  leaveWrong,
  markedWord,
  markWrong,
  overrodeLanguage,
  recipientsOf,
} from '../../src/desk/correction.ts';
import { correctionBeginnings, finished } from '../../src/desk/correction-words.ts';
import { isRefused, type Outcome } from '../../src/desk/decision.ts';
import { draftOf } from '../../src/desk/draft.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { pastAnswersOf } from '../../src/desk/past-answer.ts';
import { withoutPerson } from '../../src/desk/reduced.ts';
import { undo } from '../../src/desk/undo.ts';
import { ANNA, aDesk, aMention, anIncident, aPost, aPress, aPublication, BEN, instant } from './examples.ts';

const NOW = new Date(instant('2026-11-24T12:00'));
const DESK = aDesk();
const RIGHT = { de: 'Hallo {name}, richtig ist: ab 20 Uhr.', en: 'Hi {name}, right is: from 8 pm.' };

function customer(number: number, name: string, text: string, fields: Partial<Mention> = {}): Mention {
  return aMention({
    id: `x:${number}`,
    number,
    author: { id: String(number), handle: `handle${number}`, name, followers: 1 },
    posts: [aPost({ id: String(number) })],
    publications: [aPublication({ text, inReplyTo: String(number) })],
    status: 'answered',
    ...fields,
  });
}

const MIA = customer(1, 'Mia Sommer', 'Hi Mia, the lounge is open from 6 pm. ^AB');
const OLE = customer(2, 'Ole', 'Hi Ole, the lounge is open from 6 pm. ^CD', { lang: 'de' });
const PIA = customer(3, 'Pia', 'Hi Pia, the lounge is open from 7 pm.');

function stateOf<S>(outcome: Outcome<S>): S {
  if (isRefused(outcome)) throw new Error(outcome.refused.reason);
  return outcome.state;
}

const wordOf = (state: Mention) => {
  const [publication] = state.publications;
  if (publication === undefined) throw new Error('no publication');
  return { state, publication };
};
const standings = (all: readonly Mention[], of = MIA) =>
  recipientsOf(wordOf(of), all).map(({ mention, standing }) => [mention.number, standing]);

describe('who got a text that turned out wrong', () => {
  it('are all who were told the same words, whatever they are called and whoever signed', () => {
    expect(standings([MIA, OLE, PIA])).toEqual([
      [1, 'waits'],
      [2, 'waits'],
    ]);
  });

  it('are not those who were forgotten, or to whom it is no longer public', () => {
    const forgotten = { ...withoutPerson(OLE, NOW), forgotten: { by: ANNA, at: NOW.toISOString() } as never };
    const deleted = { ...OLE, publications: OLE.publications.map((one) => ({ ...one, status: 'deleted' as const })) };
    expect(standings([MIA, forgotten, deleted])).toEqual([[1, 'waits']]);
  });

  it('of an incident’s word are those who were answered with it, as prepared or as staff finished it, and told its end', () => {
    const word = aPublication({
      purpose: 'incident-update',
      text: 'Check-in works again from 3 pm.',
      answers: { de: 'Hallo {name}, der Check-in geht ab 15 Uhr wieder.', en: null },
    });
    const incident = anIncident({ publications: [word] });
    const link = { id: incident.id, number: 1, by: ANNA, at: NOW.toISOString(), told: null };
    const prepared = customer(4, 'Mia', 'Hallo Mia, der Check-in geht ab 15 Uhr wieder.', { incident: link });
    const finishedByStaff = customer(5, 'Ole', 'Hallo Ole, der Check-in geht ab 15 Uhr wieder. Gate 5!', {
      incident: link,
    });
    const notLinked = customer(6, 'Pia', 'Hallo Pia, der Check-in geht ab 15 Uhr wieder. Gate 5!');
    const other = customer(7, 'Jon', 'Hallo Jon, wir sehen uns das an und melden uns.', { incident: link });
    const all = [prepared, finishedByStaff, notLinked, other];
    expect(recipientsOf({ state: incident, publication: word }, all).map(({ mention }) => mention.number)).toEqual([
      4, 5,
    ]);
    const end = aPublication({ id: 'p2', purpose: 'incident-resolve', text: 'It is over.' });
    const over = anIncident({ status: 'resolved', publications: [word, end] });
    const told = customer(8, 'Ida', 'Alles wieder gut!', { incident: link });
    const tells = { ...told, publications: told.publications.map((one) => ({ ...one, tellsOf: incident.id })) };
    expect(recipientsOf({ state: over, publication: end }, [tells]).map(({ mention }) => mention.number)).toEqual([8]);
  });
});

describe('a correction', () => {
  const marked = stateOf(markWrong(MIA, 'p1', RIGHT, aPress(), NOW));
  const source = wordOf(marked).publication;

  it('begins with a mark that publishes nothing and stays in the history', () => {
    expect(marked.publications).toHaveLength(1);
    expect(source.wrong).toEqual({ by: ANNA, at: NOW.toISOString(), ...RIGHT });
    expect(marked.history.at(-1)).toMatchObject({ did: 'marked-wrong', by: ANNA });
    expect(markWrong(marked, 'p1', RIGHT, aPress(), NOW)).toEqual({ refused: { reason: 'already-handled' } });
    expect(markWrong(MIA, 'p9', RIGHT, aPress(BEN), NOW)).toEqual({ refused: { reason: 'unknown-publication' } });
  });

  it('is found again from any text with the same words', () => {
    expect(markedWord(wordOf(OLE), [marked, PIA])?.state.id).toBe(MIA.id);
    expect(markedWord(wordOf(PIA), [marked, PIA])).toBeNull();
  });

  it('is said in each customer’s language and with their name, else in the other language', () => {
    expect(correctionFor(source, MIA)).toBe('Hi Mia Sommer, right is: from 8 pm.');
    expect(correctionFor(source, OLE)).toBe('Hallo Ole, richtig ist: ab 20 Uhr.');
    const onlyGerman = { ...source, wrong: { by: ANNA, at: NOW.toISOString(), de: RIGHT.de, en: null } };
    expect(correctionFor(onlyGerman, MIA)).toBe('Hallo Mia Sommer, richtig ist: ab 20 Uhr.');
  });

  it('goes out to one customer at a time, once, and counts when it is public', () => {
    const sent = stateOf(correct(OLE, 'p1', 'Hallo Ole, richtig ist: ab 20 Uhr.', aPress(BEN), DESK, NOW));
    expect(sent.publications.at(-1)).toMatchObject({ corrects: 'p1', status: 'waiting', by: BEN, inReplyTo: '2' });
    expect(sent.history.map(({ did }) => did)).toContain('correction-sent');
    expect(standings([MIA, sent])).toEqual([
      [1, 'waits'],
      [2, 'under-way'],
    ]);
    expect(cannotCorrect(sent, 'p1')).toMatchObject({ reason: 'told-already', by: BEN });
    const isPublic = {
      ...sent,
      publications: sent.publications.map((one) => ({ ...one, status: 'published' as const })),
    };
    expect(standings([MIA, isPublic])).toEqual([
      [1, 'waits'],
      [2, 'corrected'],
    ]);
    const undone = {
      ...sent,
      publications: sent.publications.map((one) =>
        one.corrects === null ? one : { ...one, status: 'undone' as const },
      ),
    };
    expect(standings([undone])).toEqual([[2, 'waits']]);
  });

  it('is left out for a reason', () => {
    const left = stateOf(leaveWrong(OLE, 'p1', aPress(BEN), 'called them', NOW));
    expect(standings([left])).toEqual([[2, 'skipped']]);
    expect(left.history.at(-1)).toMatchObject({ did: 'correction-skipped', text: 'called them' });
  });

  it('makes what was wrong nothing to be said again', () => {
    expect(pastAnswersOf(MIA)).toHaveLength(1);
    expect(pastAnswersOf(marked)).toEqual([]);
    const sent = stateOf(correct(OLE, 'p1', 'Hallo Ole, richtig ist: ab 20 Uhr.', aPress(BEN), DESK, NOW));
    expect(pastAnswersOf(sent)).toEqual([]);
  });

  it('counts an untouched beginning as none, and apologises to whoever was blamed where it names them', () => {
    const begin = correctionBeginnings();
    expect(begin.de.split(BLANK)).toHaveLength(3);
    expect(finished({ de: begin.de, en: 'Hi {name}, right is B.' }, '')).toEqual({
      de: null,
      en: 'Hi {name}, right is B.',
    });
    const { en } = finished({ de: null, en: 'Right is B.' }, 'Acme Grid');
    expect(en).toBe('Right is B. We were wrong to name Acme Grid, and apologise to them too.');
    expect(finished({ de: null, en }, 'Acme Grid').en).toBe(en);
  });
});

describe('the other language', () => {
  const german = stateOf(correct(OLE, 'p1', 'Hi Ole, right is: from 8 pm.', aPress(ANNA, 'c1'), DESK, NOW));
  const line = { at: NOW.toISOString(), by: ANNA, did: 'warned-sent', text: 'language' } as const;
  const knows = (mention: Mention, by = ANNA) => overrodeLanguage(wordOf(MIA), [MIA, mention], 'de', by);

  it('is known to whoever sent this correction against it', () => {
    expect(knows(german)).toBe(false);
    const against = { ...german, history: [...german.history, line] };
    expect(knows(against)).toBe(true);
    expect(knows(against, BEN)).toBe(false);
    expect(overrodeLanguage(wordOf(MIA), [against], 'en', ANNA)).toBe(false);
  });

  it('is not by another correction, nor by what they sent the same customer another time', () => {
    const before = { ...line, at: instant('2026-03-02T09:00') };
    expect(knows({ ...german, history: [before, ...german.history] })).toBe(false);
    const other = customer(4, 'Ida', 'Hallo Ida, der Bus kommt um 5.', { lang: 'de' });
    const corrected = stateOf(correct(other, 'p1', 'Hi Ida, it is 6.', aPress(ANNA, 'c1'), DESK, NOW));
    expect(knows({ ...corrected, history: [...corrected.history, line] })).toBe(false);
  });
});

describe('a correction that was taken back', () => {
  const sent = stateOf(correct(MIA, 'p1', 'Hi Mia, right is: from 8 pm.', aPress(ANNA, 'c1'), DESK, NOW));
  const undone = stateOf(undo(sent, 'p2', ANNA, NOW));
  const again = (mention: Mention, key: string) =>
    answerOrCorrect(
      mention,
      {
        ...aPress(ANNA, key),
        purpose: 'reply',
        text: 'Hi Mia, from 8 pm it is.',
        seen: [],
        anyway: true,
        with: { corrects: 'p1' },
      },
      DESK,
      NOW,
    );

  it('remembers what it corrects, and corrects it still when it is sent as a reply', () => {
    if (undone.type !== 'mention') throw new Error('a mention stays one');
    expect(draftOf(undone, ANNA, 'reply')).toMatchObject({ why: 'undone', corrects: 'p1' });
    expect(standings([undone])).toEqual([[1, 'waits']]);
    const corrected = stateOf(again(undone, 'c2'));
    expect(corrected.publications.at(-1)).toMatchObject({ corrects: 'p1', status: 'waiting' });
    expect(corrected.history.filter(({ did }) => did === 'correction-sent')).toHaveLength(2);
    expect(standings([corrected])).toEqual([[1, 'under-way']]);
  });

  it('is no worn phrase though others had the same words; an answer like any other is', () => {
    if (undone.type !== 'mention') throw new Error('a mention stays one');
    const text = 'Hi Mia, a correction: the lounge is open from 8 pm on every day but Sunday.';
    const said = { text: text.replace('Mia', 'Ole'), to: '2', names: ['Ole'], incident: null, at: NOW.toISOString() };
    const send = (mention: Mention) => {
      const wish = { purpose: 'reply', text, seen: ['p1', 'p2'], anyway: true, with: { corrects: 'p1' } } as const;
      const checking = { recent: [said], told: [] };
      return answerOrCorrect(mention, { ...aPress(ANNA, 'c4'), ...wish, checking }, DESK, NOW);
    };
    expect(stateOf(send(undone)).publications.at(-1)).toMatchObject({ corrects: 'p1' });
    expect(send(sent)).toMatchObject({ refused: { reason: 'warned', warnings: [{ check: 'wornPhrase' }] } });
  });

  it('is an answer like any other once something else corrects the same text', () => {
    const state = stateOf(again(sent, 'c3'));
    expect(state.publications.at(-1)).toMatchObject({ corrects: null });
    expect(state.publications.filter(({ corrects }) => corrects === 'p1')).toHaveLength(1);
  });
});
