import { expect, it } from 'vitest';
import { leadOf, nameRoles, writerOf } from '../../src/desk/incident-roles.ts';
import { ANNA, anIncident, aPress, BEN, berlin, effectsOf, granted, refusalOf } from './examples.ts';

const now = berlin('2026-11-24T10:30');
const CARLA = 'U0CARLA';
const wish = { ...aPress(ANNA, 'k1'), lead: BEN, writer: CARLA, note: 'The cable is found.' };

it('an incident is led and written by whoever started it, until it is handed over', () => {
  expect([leadOf(anIncident()), writerOf(anIncident())]).toEqual([ANNA, ANNA]);
  const { state } = granted(nameRoles(anIncident(), { ...wish, writer: null }, now));
  expect([leadOf(state), writerOf(state)]).toEqual([BEN, BEN]);
});

it('the new ones are told by direct message, with the note; both are in the history', () => {
  const decision = granted(nameRoles(anIncident(), wish, now));
  expect(effectsOf(decision, 'send-notice')).toMatchObject([
    { to: BEN, notice: { type: 'incident-role', role: 'lead', by: ANNA, note: 'The cable is found.' } },
    { to: CARLA, notice: { type: 'incident-role', role: 'writer' } },
  ]);
  expect(decision.state.history).toMatchObject([
    { by: ANNA, did: 'lead-named', whom: BEN, text: 'The cable is found.' },
    { by: ANNA, did: 'writer-named', whom: CARLA },
  ]);
});

it('nobody is told what they did themselves, nor what stays as it was', () => {
  const mine = granted(nameRoles(anIncident(), { ...aPress(BEN, 'k1'), lead: BEN, writer: null, note: '' }, now));
  expect(effectsOf(mine, 'send-notice')).toEqual([]);
  const writer = granted(nameRoles(anIncident(), { ...wish, lead: ANNA }, now));
  expect(effectsOf(writer, 'send-notice')).toMatchObject([{ to: CARLA }]);
  expect(refusalOf(nameRoles(anIncident(), { ...wish, lead: ANNA, writer: null }, now))).toEqual({
    reason: 'already-done',
  });
});

it('a lead who is also named the writer is one person with one message', () => {
  const decision = granted(nameRoles(anIncident(), { ...wish, writer: BEN }, now));
  expect(effectsOf(decision, 'send-notice')).toHaveLength(1);
  expect(decision.state.writer).toBeNull();
});

it('twice is once', () => {
  const { state } = granted(nameRoles(anIncident(), wish, now));
  expect(refusalOf(nameRoles(state, wish, now))).toEqual({ reason: 'already-handled' });
});
