import { describe, expect, it } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { currentAnswer, endAnswer } from '../../src/desk/incident-answers.ts';
import { isByHand, skipEnd, tellEnd, toldAgainstLanguage, untoldOf, waitsToHear } from '../../src/desk/incident-end.ts';
import { linkTo, unlink } from '../../src/desk/incident-link.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { askToDelete, becamePublic, wasDeleted } from '../../src/desk/published.ts';
import { beginSending, wasRefused } from '../../src/desk/publishing.ts';
import { undo } from '../../src/desk/undo.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPost,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T12:00');
const answers = { de: 'Hallo {name}, es läuft wieder.', en: 'Hi {name}, it works again.' };
const start = aPublication({ purpose: 'incident-start', inReplyTo: null, text: 'Check-in is down.' });
const end = aPublication({ id: 'p2', purpose: 'incident-resolve', inReplyTo: null, text: 'It works again.', answers });
const running = anIncident({ publications: [start] });
const over = anIncident({ status: 'resolved', resolvedAt: now.toISOString(), publications: [start, end] });

const linked = (fields: Partial<Mention> = {}) =>
  granted(linkTo(aMention(fields), running, aPress(ANNA, 'link'), now)).state;
const told = (mention: Mention, incident: Incident = over, press = aPress(ANNA, 'tell')) =>
  granted(tellEnd(mention, incident, press, desk, now)).state;
const sent = (mention: Mention, id = 'p1') => {
  const sending = granted(beginSending(mention, id, 'a1', desk, now)).state;
  const { state } = becamePublic(sending, id, aPublicPost(), desk, now);
  if (state.type !== 'mention') throw new Error('a mention stays one');
  return state;
};

describe('a mention that an incident explains', () => {
  it('knows it with its number, and the incident hears of it', () => {
    const decision = granted(linkTo(aMention(), running, aPress(ANNA, 'k1'), now));
    expect(decision.state.incident).toEqual({ id: running.id, number: 1, by: ANNA, at: now.toISOString(), told: null });
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, did: 'linked', text: 'Check-in is down' });
    expect(effectsOf(decision, 'tell')).toMatchObject([{ to: { type: 'incident', id: running.id } }]);
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
  });

  it('is linked once, to one incident', () => {
    expect(refusalOf(linkTo(linked(), running, aPress(BEN, 'k2'), now))).toEqual({ reason: 'already-done' });
    expect(refusalOf(linkTo(linked(), running, aPress(ANNA, 'link'), now))).toEqual({ reason: 'already-handled' });
    const other = anIncident({ id: 'incident:k9', number: 9 });
    expect(refusalOf(linkTo(linked(), other, aPress(BEN, 'k2'), now))).toEqual({
      reason: 'linked-elsewhere',
      number: 1,
    });
  });

  it('can be unlinked, which its incident hears as well', () => {
    const decision = granted(unlink(linked(), aPress(BEN, 'k2'), now));
    expect(decision.state.incident).toBeNull();
    expect(effectsOf(decision, 'tell')).toMatchObject([{ to: { id: running.id } }]);
    expect(refusalOf(unlink(decision.state, aPress(BEN, 'k3'), now))).toEqual({ reason: 'already-done' });
  });
});

describe('what its customer is answered', () => {
  it('is the latest public word, or the answer that goes with it in their language, with their name', () => {
    expect(currentAnswer(running, linked())).toBe('Check-in is down.');
    expect(currentAnswer(over, linked({ lang: 'de' }))).toBe('Hallo Mia, es läuft wieder.');
    expect(currentAnswer(over, linked({ lang: 'other' }))).toBe('Hi Mia, it works again.');
    const german = { ...end, answers: { de: answers.de, en: null } };
    expect(currentAnswer(anIncident({ ...over, publications: [german] }), linked())).toBe('It works again.');
  });

  it('is nothing while nothing is public, and no end before it is over', () => {
    expect(currentAnswer(anIncident({ publications: [] }), linked())).toBeNull();
    expect(currentAnswer(anIncident({ publications: [{ ...start, status: 'waiting' }] }), linked())).toBeNull();
    expect(endAnswer(running, linked())).toBeNull();
  });

  it('fills nothing into what a name itself contains', () => {
    const author = { ...aMention().author, name: '{handle}' };
    expect(currentAnswer(over, linked({ author }))).toBe('Hi {handle}, it works again.');
  });
});

describe('telling one customer how it ended', () => {
  it('is an ordinary reply with Undo, by whoever pressed', () => {
    const mention = told(linked());
    expect(mention.publications).toMatchObject([
      { by: ANNA, purpose: 'reply', status: 'waiting', text: 'Hi Mia, it works again.', tellsOf: over.id },
    ]);
    expect(mention.incident?.told).toBeNull();
    expect(waitsToHear(mention)).toBe(false);
  });

  it('may wait an hour for its turn when a crowd goes out at the network’s pace', () => {
    expect(told(linked()).publications[0]?.expiresAt).toBe(instant('2026-11-24T13:00'));
  });

  it('happens once: a second press finds the first, be it the same one or somebody else’s', () => {
    const mention = told(linked());
    expect(refusalOf(tellEnd(mention, over, aPress(ANNA, 'tell'), desk, now))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(tellEnd(mention, over, aPress(BEN, 'k2'), desk, now))).toMatchObject({
      reason: 'told-already',
      by: ANNA,
    });
    const done = sent(mention);
    expect(refusalOf(tellEnd(done, over, aPress(BEN, 'k2'), desk, now))).toMatchObject({ reason: 'told-already' });
    expect(refusalOf(skipEnd(done, over.id, aPress(BEN, 'k3'), 'no', now))).toMatchObject({ reason: 'told-already' });
  });

  it('is kept as told once it is public, and the incident counts it', () => {
    const sending = granted(beginSending(told(linked()), 'p1', 'a1', desk, now)).state;
    const decision = becamePublic(sending, 'p1', aPublicPost(), desk, now);
    expect(decision.state).toMatchObject({
      status: 'answered',
      incident: { told: { by: ANNA, how: 'sent', reason: null } },
    });
    expect(effectsOf(decision, 'tell').map(({ news }) => news.type)).toContain('incident-links-changed');
  });

  it('is not what a reply before the end does, though it answers the mention', () => {
    const wish = { ...aPress(ANNA, 'k1'), purpose: 'reply', text: 'We are on it.', seen: [], anyway: false } as const;
    const mention = sent(granted(answer(linked(), wish, desk, now)).state);
    expect(mention).toMatchObject({ status: 'answered', incident: { told: null } });
    expect(untoldOf([mention], running.id)).toHaveLength(1);
    expect(told(mention).publications).toHaveLength(2);
  });

  it('is to do again when it was undone, refused or deleted', () => {
    const mention = told(linked());
    const undone = granted(undo(mention, 'p1', ANNA, now));
    expect(effectsOf(undone, 'tell')).toHaveLength(1);
    expect(waitsToHear(undone.state)).toBe(true);
    expect(undone.state.drafts).toMatchObject([{ tellsOf: over.id }]);

    const sending = granted(beginSending(mention, 'p1', 'a1', desk, now)).state;
    const failed = wasRefused(sending, 'p1', { code: 'refused', detail: 'no' }, now);
    expect(effectsOf(failed, 'tell')).toHaveLength(1);
    expect(waitsToHear(failed.state)).toBe(true);

    const deleting = granted(askToDelete(sent(mention), 'p1', ANNA, now)).state;
    const deleted = wasDeleted(deleting, 'p1', now);
    if (deleted.state.type !== 'mention') throw new Error('a mention stays one');
    expect(deleted.state.incident?.told).toBeNull();
    expect(untoldOf([deleted.state], over.id)).toHaveLength(1);
    expect(effectsOf(deleted, 'tell')).toHaveLength(1);
  });

  it('is not to do again for who was unlinked by mistake and linked again', () => {
    const apart = granted(unlink(sent(told(linked())), aPress(BEN, 'k7'), now)).state;
    const again = granted(linkTo(apart, over, aPress(BEN, 'k8'), now)).state;
    expect(again.incident?.told).toMatchObject({ by: ANNA, how: 'sent' });
    expect(untoldOf([again], over.id)).toEqual([]);
  });

  it('needs a link, an end that is public, and a post that is still there', () => {
    expect(refusalOf(tellEnd(aMention(), over, aPress(), desk, now))).toEqual({ reason: 'not-linked' });
    expect(refusalOf(tellEnd(linked(), running, aPress(), desk, now))).toEqual({ reason: 'nothing-to-tell' });
    const gone = linked({ posts: [aPost({ deletedAt: instant('2026-11-24T11:00') })] });
    expect(refusalOf(tellEnd(gone, over, aPress(), desk, now))).toEqual({ reason: 'post-deleted' });
    expect(untoldOf([gone], over.id)).toEqual([]);
  });

  it('reaches who was closed without an answer, and leaves who was found by search to a person', () => {
    const closed = linked({ status: 'closed', closed: { by: BEN, at: now.toISOString(), reason: 'elsewhere' } });
    expect(untoldOf([closed], over.id)).toHaveLength(1);
    expect(isByHand(linked({ posts: [aPost({ via: 'search' })] }))).toBe(true);
    expect(isByHand(linked())).toBe(false);
  });

  it('keeps markup in a name or an answer as it was written', () => {
    const author = { ...aMention().author, name: 'A & <b>' };
    expect(told(linked({ author })).publications[0]?.text).toBe('Hi A & <b>, it works again.');
  });
});

describe('a customer who wrote only after the end', () => {
  const wrote = (hour: string) => linked({ posts: [aPost({ text: 'Kein Netz!', at: instant(`2026-11-24T${hour}`) })] });
  const checking = { told: [] };
  const tell = (mention: Mention) => tellEnd(mention, over, aPress(ANNA, 'tell'), desk, now, checking);

  it('is not told that it is over before somebody read what they wrote', () => {
    expect(refusalOf(tell(wrote('11:30')))).toMatchObject({
      reason: 'warned',
      warnings: [{ check: 'meanwhile', why: 'wrote', words: 'Kein Netz!' }],
    });
    expect(granted(tell(wrote('10:00'))).state.publications).toHaveLength(1);
  });

  it('is told once somebody has answered them since', () => {
    const answered = { ...wrote('11:30'), publications: [aPublication({ pressedAt: instant('2026-11-24T11:40') })] };
    expect(granted(tell(answered)).state.publications).toHaveLength(2);
  });
});

describe('the other language of its customers', () => {
  const line = { at: now.toISOString(), by: ANNA, did: 'warned-sent', text: 'language' } as const;
  const knows = (mention: Mention, by = ANNA) => toldAgainstLanguage([mention], 'en', by);

  it('is known to whoever told one of them the end against it', () => {
    const mention = told(linked());
    expect(knows(mention)).toBe(false);
    const against = { ...mention, history: [...mention.history, line] };
    expect(knows(against)).toBe(true);
    expect(knows(against, BEN)).toBe(false);
  });

  it('is not by what they sent the same customer another time, or what somebody else told them', () => {
    const before = { ...line, at: instant('2026-03-02T09:00') };
    const mention = told(linked());
    expect(knows({ ...mention, history: [before, ...mention.history] })).toBe(false);
    const others = told(linked(), over, aPress(BEN, 'tell'));
    expect(knows({ ...others, history: [...others.history, line] })).toBe(false);
  });
});

describe('not telling a customer', () => {
  it('takes a reason, and counts as seen to', () => {
    const decision = granted(skipEnd(linked(), over.id, aPress(BEN, 'k2'), 'called them', now));
    expect(decision.state.incident?.told).toEqual({
      by: BEN,
      at: now.toISOString(),
      how: 'skipped',
      reason: 'called them',
    });
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'end-skipped', text: 'called them' });
    expect(untoldOf([decision.state], over.id)).toEqual([]);
    expect(effectsOf(decision, 'tell')).toHaveLength(1);
    expect(refusalOf(tellEnd(decision.state, over, aPress(ANNA, 'k3'), desk, now))).toMatchObject({
      reason: 'told-already',
      by: BEN,
    });
  });

  it('is refused while somebody is telling them', () => {
    expect(refusalOf(skipEnd(told(linked()), over.id, aPress(BEN, 'k2'), 'no', now))).toMatchObject({
      reason: 'told-already',
      by: ANNA,
    });
  });
});

it('those who wait are listed in the order in which they first wrote', () => {
  const at = (id: string, hour: string) => linked({ id, posts: [aPost({ id, at: instant(`2026-11-24T${hour}`) })] });
  const list = untoldOf([at('x:2', '10:05'), at('x:1', '10:00'), at('x:3', '10:10')], over.id);
  expect(list.map(({ id }) => id)).toEqual(['x:1', 'x:2', 'x:3']);
});
