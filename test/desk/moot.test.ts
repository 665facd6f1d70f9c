import { describe, expect, it } from 'vitest';
import { type Effect, PRIORITY, plan } from '../../src/desk/effect.ts';
import { isMoot } from '../../src/desk/moot.ts';
import type { Aggregate } from '../../src/desk/ref.ts';
import { stopClocks } from '../../src/desk/sla.ts';
import { ANNA, aChannel, aMention, anIncident, atRest, berlin, CARD, instant } from './examples.ts';

const now = berlin('2026-11-24T10:50');
const dueSoon: Effect = { type: 'send-notice', id: 'd', to: ANNA, notice: { type: 'due-soon', clock: 'c1' } };
const updateDue: Effect = { type: 'post-update-due', dueAt: instant('2026-11-24T10:30') };
const waits = aMention();
const answered = { ...waits, clocks: stopClocks(waits.clocks, now, 'p1') };
const line = (complaint: number, message: typeof CARD | null) =>
  aChannel({
    backlog: {
      waiting: { complaint, question: 0, praise: 0, other: 0 },
      since: null,
      updatedAt: now.toISOString(),
      message,
    },
  });

describe('an effect that the world has overtaken', () => {
  it.each<[string, Aggregate, Effect, boolean]>([
    ['a warning while the customer waits', waits, dueSoon, false],
    ['a warning about what is answered', answered, dueSoon, true],
    [
      'another notice about what is answered',
      answered,
      { ...dueSoon, notice: { type: 'not-sent', publication: 'p1' } },
      false,
    ],
    ['a reminder of a word that is still due', anIncident(), updateDue, false],
    ['a reminder of a word that is out', anIncident({ updateDueAt: instant('2026-11-24T11:15') }), updateDue, true],
    ['a reminder after the incident is over', anIncident({ updateDueAt: null }), updateDue, true],
    ['a "wrote again" line about somebody', aChannel({ again: ['x:1'] }), { type: 'post-again' }, false],
    ['a "wrote again" line about nobody', aChannel(), { type: 'post-again' }, true],
    ['a backlog line that says how many wait', line(3, null), { type: 'draw-backlog' }, false],
    ['a backlog line that ends with zero', line(0, CARD), { type: 'draw-backlog' }, false],
    ['a first backlog line that would say zero', line(0, null), { type: 'draw-backlog' }, true],
    ['a backlog line that is over', aChannel(), { type: 'draw-backlog' }, true],
    ['a card', answered, { type: 'draw-card' }, false],
    ['an incident', anIncident({ updateDueAt: null }), { type: 'draw-incident' }, false],
    ['a reminder in a channel without a backlog', aChannel(), { type: 'draw-round', round: 'r1' }, false],
    ['an update at the very instant that it is due', anIncident({ updateDueAt: now.toISOString() }), updateDue, false],
    [
      'a publication: what became of it is for sending to decide',
      answered,
      { type: 'publish', publication: 'p1' },
      false,
    ],
  ])('%s', (_, state, effect, expected) => {
    expect(isMoot(state, atRest(plan(effect, PRIORITY.press)), now)).toBe(expected);
  });
});
