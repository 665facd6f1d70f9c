import { describe, expect, it } from 'vitest';
import { approve, sendBack } from '../../src/desk/approval.ts';
import { speak, takeBack } from '../../src/desk/broadcast.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { approvalCause, ONE_OF_US } from '../../src/desk/needs-approval.ts';
import { expireWaiting } from '../../src/desk/publishing.ts';
import { shownWithUndo } from '../../src/desk/undo.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPress,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  refusalOf,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T11:00');
const TWO = { override: false };
const sorry = { purpose: 'apology', text: 'We are sorry.', updateMinutes: null } as const;

function apologised(incident = anIncident()): Incident {
  return granted(speak(incident, { ...aPress(ANNA, 'k1'), ...sorry }, desk, now)).state;
}

describe('a public apology for an incident', () => {
  it('takes two; a word of it and an apology to one customer do not', () => {
    expect(approvalCause(anIncident(), 'apology', ONE_OF_US, desk)).toBe('apology');
    expect(approvalCause(anIncident(), 'incident-resolve', ONE_OF_US, desk)).toBeNull();
    expect(approvalCause(aMention(), 'apology', ONE_OF_US, desk)).toBeNull();
  });

  it('stands on the incident’s message, never goes out by itself and does not expire', () => {
    const incident = apologised();
    expect(incident.publications[1]).toMatchObject({ status: 'approval', approved: null, by: ANNA });
    const shown = shownWithUndo(incident, incident.publications, desk, now);
    expect(effectsOf(shown, 'publish')).toEqual([]);
    expect(expireWaiting(incident, minutesAfter(now, 600)).state).toEqual(incident);
    expect(facetsOf({ ...incident, remindAt: null, meterAt: instant('2026-11-24T12:00') }).wakeAt).toBe(
      instant('2026-11-24T11:10'),
    );
  });

  it('is refused to its own writer, with the reason', () => {
    expect(refusalOf(approve(apologised(), 'p2', aPress(ANNA, 'k2'), TWO, desk, now))).toEqual({
      reason: 'own-approval',
    });
  });

  it('waits for Undo and expires as any other text once a second person has pressed', () => {
    const { state } = granted(approve(apologised(), 'p2', aPress(BEN, 'k2'), TWO, desk, now));
    expect(state.publications[1]).toMatchObject({
      status: 'waiting',
      approved: { by: BEN, override: false },
      expiresAt: instant('2026-11-24T11:15'),
    });
    const shown = shownWithUndo(state, state.publications, desk, now);
    expect(effectsOf(shown, 'publish')).toEqual([{ type: 'publish', publication: 'p2' }]);
    expect(state.history.at(-1)).toMatchObject({ by: BEN, did: 'approved' });
  });

  it('is approved once, whoever presses how often', () => {
    const { state } = granted(approve(apologised(), 'p2', aPress(BEN, 'k2'), TWO, desk, now));
    expect(refusalOf(approve(state, 'p2', aPress(BEN, 'k2'), TWO, desk, now))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(approve(state, 'p2', aPress('U0CARLA', 'k3'), TWO, desk, now))).toEqual({
      reason: 'already-done',
    });
  });

  it('may be let go without a second person by a lead, which stays in the record', () => {
    const { state } = granted(approve(apologised(), 'p2', aPress(ANNA, 'k2'), { override: true }, desk, now));
    expect(state.publications[1]).toMatchObject({ status: 'waiting', approved: { by: ANNA, override: true } });
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'approved-alone' });
  });

  it('goes back to its writer with the reason, as a draft and by direct message', () => {
    const decision = granted(sendBack(apologised(), 'p2', aPress(BEN, 'k2'), 'Name the time.', now));
    expect(decision.state.publications[1]?.status).toBe('undone');
    expect(decision.state.drafts).toMatchObject([{ by: ANNA, text: 'We are sorry.', why: 'sent-back' }]);
    expect(decision.state.history.at(-1)).toMatchObject({ by: BEN, did: 'sent-back', text: 'Name the time.' });
    expect(effectsOf(decision, 'send-notice')).toMatchObject([
      { to: ANNA, notice: { type: 'sent-back', by: BEN, reason: 'Name the time.' } },
    ]);
    expect(refusalOf(sendBack(decision.state, 'p2', aPress(BEN, 'k3'), 'Again.', now))).toEqual({
      reason: 'already-done',
    });
  });

  it('can be taken back by hand while it waits for the second person', () => {
    const { state } = granted(takeBack(apologised(), 'p2', ANNA, now));
    expect(state.publications[1]?.status).toBe('undone');
    expect(state.status).toBe('running');
    expect(refusalOf(approve(state, 'p2', aPress(BEN, 'k2'), TWO, desk, now))).toEqual({ reason: 'already-done' });
  });

  it('does not hold up the next word of the incident', () => {
    const word = { purpose: 'incident-update', text: 'Still on it.', updateMinutes: null } as const;
    const { state } = granted(speak(apologised(), { ...aPress(BEN, 'k2'), ...word }, desk, now));
    const shown = shownWithUndo(state, state.publications, desk, now);
    expect(effectsOf(shown, 'publish')).toEqual([{ type: 'publish', publication: 'p3' }]);
  });
});
