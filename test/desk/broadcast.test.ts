import { describe, expect, it } from 'vitest';
import {
  type IncidentStart,
  incidentId,
  prepareBroadcast,
  speak,
  startDraftOf,
  startIncident,
  takeBack,
} from '../../src/desk/broadcast.ts';
import { offeredWord } from '../../src/desk/draft.ts';
import type { Incident } from '../../src/desk/incident.ts';
import {
  ANNA,
  aDesk,
  anIncident,
  aPress,
  BEN,
  berlin,
  effectsOf,
  granted,
  minutesAfter,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:00');
const start: IncidentStart = {
  ...aPress(ANNA, 'k1'),
  network: 'x',
  channel: 'C0CARE',
  title: 'Check-in is down',
  severity: 'major',
  updateMinutes: 30,
  text: 'as typed',
};

describe('starting an incident', () => {
  const decision = startIncident(start, 'Our check-in is down.', 7, desk, now);

  it('lets its first public word wait for Undo', () => {
    expect(decision.state).toMatchObject({
      number: 7,
      status: 'running',
      startedBy: ANNA,
      publications: [{ purpose: 'incident-start', status: 'waiting', text: 'Our check-in is down.', inReplyTo: null }],
    });
    expect(effectsOf(decision, 'draw-incident')).toHaveLength(1);
    expect(effectsOf(decision, 'publish')).toEqual([]);
  });

  it('owes nothing to the public before that word is out', () => {
    expect(decision.state).toMatchObject({ updateDueAt: null, remindAt: null });
  });

  it('keeps who started it and who pressed Send in the history', () => {
    expect(decision.state.history).toMatchObject([
      { by: ANNA, did: 'started', text: 'Check-in is down' },
      { by: ANNA, did: 'pressed-send', text: 'Our check-in is down.' },
    ]);
  });

  it('has the id of its press, so that a redelivered press starts no second one', () => {
    expect(incidentId({ ...start })).toBe(decision.state.id);
    expect(incidentId(aPress(ANNA, 'k2'))).not.toBe(decision.state.id);
    const again = { ...aPress(ANNA, 'k1'), purpose: 'incident-update', text: 'More.', updateMinutes: null } as const;
    expect(refusalOf(speak(decision.state, again, desk, now))).toEqual({ reason: 'already-handled' });
  });

  it('needs a text that the public can read', () => {
    expect(prepareBroadcast('<!channel> down', desk)).toMatchObject({ refused: { why: 'slack-broadcast' } });
    expect(prepareBroadcast('x'.repeat(281), desk)).toMatchObject({ refused: { reason: 'too-long', length: 281 } });
    expect(prepareBroadcast('Check-in &amp; app are down.', desk)).toMatchObject({ text: 'Check-in & app are down.' });
  });

  it('is not signed: the company speaks', () => {
    const signing = aDesk({ signatures: { [ANNA]: 'AB' } });
    expect(prepareBroadcast('Down.', signing)).toMatchObject({ text: 'Down.' });
  });
});

describe('a further word', () => {
  const word = { ...aPress(BEN, 'k2'), purpose: 'incident-update', text: 'Still down.', updateMinutes: null } as const;

  it('waits for Undo, and leaves the rhythm as it was', () => {
    const decision = granted(speak(anIncident(), word, desk, now));
    expect(decision.state).toMatchObject({
      updateMinutes: 30,
      publications: [{}, { id: 'p2', purpose: 'incident-update', status: 'waiting', by: BEN, text: 'Still down.' }],
    });
    expect(effectsOf(decision, 'publish')).toEqual([]);
  });

  it('may change the rhythm', () => {
    expect(granted(speak(anIncident(), { ...word, updateMinutes: 60 }, desk, now)).state.updateMinutes).toBe(60);
  });

  it('does not end the incident before it is public, not even the resolution', () => {
    const { state } = granted(speak(anIncident(), { ...word, purpose: 'incident-resolve' }, desk, now));
    expect(state.status).toBe('running');
  });

  it('is handled once for each press', () => {
    const { state } = granted(speak(anIncident(), word, desk, now));
    expect(refusalOf(speak(state, word, desk, now))).toEqual({ reason: 'already-handled' });
  });

  it('is refused with the reason when it can’t go to the public', () => {
    expect(refusalOf(speak(anIncident(), { ...word, text: '' }, desk, now))).toMatchObject({ why: 'empty' });
  });

  it.each([
    ['incident-update', false],
    ['incident-resolve', false],
    ['apology', true],
  ] as const)('after the end: %s, welcome: %s', (purpose, isWelcome) => {
    const outcome = speak(anIncident({ status: 'resolved' }), { ...word, purpose }, desk, now);
    if (isWelcome) expect(granted(outcome).state.publications).toHaveLength(2);
    else expect(refusalOf(outcome)).toEqual({ reason: 'incident-over' });
  });
});

describe('a public correction', () => {
  const word = { purpose: 'incident-update', text: 'It was our fault.', updateMinutes: null } as const;
  const correct = (incident: Incident, by: string, corrects = 'p1') =>
    speak(incident, { ...aPress(by, `correct ${by}`), ...word, with: { corrects } }, desk, now);
  const corrected = granted(correct(anIncident({ status: 'resolved' }), ANNA)).state;

  it('is one: whoever had the list open is told who has seen to it', () => {
    expect(corrected.publications).toMatchObject([{}, { corrects: 'p1', status: 'waiting' }]);
    expect(refusalOf(correct(corrected, BEN))).toEqual({ reason: 'told-already', by: ANNA, at: now.toISOString() });
    expect(granted(correct(corrected, BEN, 'p2')).state.publications).toHaveLength(3);
  });

  it('is to do again once it was taken back', () => {
    const { state } = granted(takeBack(corrected, 'p2', ANNA, now));
    if (state.type !== 'incident') throw new Error('an incident stays one');
    expect(granted(correct(state, BEN)).state.publications).toHaveLength(3);
  });

  it('that was taken back is offered in no other form, where it would correct nothing', () => {
    const { state } = granted(takeBack(corrected, 'p2', ANNA, now));
    expect(state.drafts).toMatchObject([{ purpose: 'incident-update', corrects: 'p1' }]);
    expect(offeredWord(state, ANNA, 'incident-update')).toBeNull();
    expect(offeredWord(state, ANNA, 'incident-resolve')).toBeNull();
    const update = granted(speak(anIncident(), { ...aPress(ANNA, 'k1'), ...word }, desk, now)).state;
    const undone = granted(takeBack(update, 'p2', ANNA, now)).state;
    expect(offeredWord(undone, ANNA, 'incident-update')).toMatchObject({ text: word.text });
  });
});

describe('taking an incident back', () => {
  it('ends an incident of which nothing was public, and offers its text again to its starter', () => {
    const started = startIncident(start, 'We are on it.', 1, desk, now).state;
    const over = granted(takeBack(started, 'p1', ANNA, now)).state;
    if (over.type !== 'incident') throw new Error('an incident stays one');
    expect(over).toMatchObject({ status: 'resolved', remindAt: null });
    expect(startDraftOf(null, [over], ANNA)).toMatchObject({ text: 'We are on it.', title: over.title, why: 'undone' });
    expect(startDraftOf(null, [over], BEN)).toBeNull();
  });

  it('offers what its person typed since in the form, but nothing typed before an incident of theirs', () => {
    const started = startIncident(start, 'We are on it.', 1, desk, now).state;
    const over = granted(takeBack(started, 'p1', ANNA, now)).state;
    if (over.type !== 'incident') throw new Error('an incident stays one');
    const typed = (at: Date) =>
      ({ by: ANNA, purpose: 'incident-start', text: 'Mail is down', why: 'typed', at: at.toISOString() }) as const;
    expect(startDraftOf(typed(minutesAfter(now, 5)), [over], ANNA)).toMatchObject({ text: 'Mail is down' });
    expect(startDraftOf(typed(minutesAfter(now, 5)), [started], ANNA)).toMatchObject({ text: 'Mail is down' });
    expect(startDraftOf(typed(minutesAfter(now, -5)), [started], ANNA)).toBeNull();
    expect(startDraftOf(typed(minutesAfter(now, -5)), [over], ANNA)).toMatchObject({ text: 'We are on it.' });
  });

  it('lets an incident run on when a later word is taken back', () => {
    const word = { purpose: 'incident-update', text: 'Still on it.', updateMinutes: null } as const;
    const started = startIncident(start, 'We are on it.', 1, desk, now).state;
    const updated = granted(speak(started, { ...aPress(BEN, 'k2'), ...word }, desk, now)).state;
    expect(granted(takeBack(updated, 'p2', BEN, now)).state).toMatchObject({ status: 'running' });
  });

  it('is resolved by one person: a second resolution is refused while the first waits for Undo', () => {
    const word = { purpose: 'incident-resolve', text: 'It works again.', updateMinutes: null } as const;
    const once = granted(speak(anIncident(), { ...aPress(ANNA, 'k1'), ...word }, desk, now)).state;
    const twice = speak(once, { ...aPress(BEN, 'k2'), ...word }, desk, now);
    expect(refusalOf(twice)).toEqual({ reason: 'already-done' });
  });
});
