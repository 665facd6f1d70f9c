import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided } from '../../src/desk/decision.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { wakeIncident, wakeMention } from '../../src/desk/wake.ts';
import {
  ANNA,
  aMention,
  anIncident,
  aPublication,
  berlin,
  effectsOf,
  instant,
  minutesAfter,
  onlyPlanned,
} from './examples.ts';

const owned: Mention = aMention({ owner: ANNA, status: 'claimed' });

describe('a mention, 15 minutes before it is due', () => {
  const soon = berlin('2026-11-24T10:45');

  it('warns whoever claimed it by DM, once', () => {
    const decision = wakeMention(owned, soon);
    expect(effectsOf(decision, 'send-notice')).toEqual([
      { type: 'send-notice', id: 'due-soon:c1', to: ANNA, notice: { type: 'due-soon', clock: 'c1' } },
    ]);
    expect(wakeMention(decision.state, minutesAfter(soon, 1))).toEqual(decided(decision.state));
  });

  it('warns nobody when nobody has it, but whoever claims it then', () => {
    const unowned = wakeMention(aMention(), soon);
    expect(unowned.effects).toEqual([]);
    expect(
      effectsOf(wakeMention({ ...unowned.state, owner: ANNA }, minutesAfter(soon, 5)), 'send-notice'),
    ).toHaveLength(1);
  });

  it('warns nobody before', () => {
    expect(wakeMention(owned, minutesAfter(soon, -1))).toEqual(decided(owned));
  });

  it('warns ahead of what nobody waits for', () => {
    expect(onlyPlanned(wakeMention(owned, soon), 'send-notice').priority).toBe(0);
  });
});

describe('a mention that is due', () => {
  const due = berlin('2026-11-24T11:00');

  it('draws its card once to say that it is late, with a complaint’s urgency', () => {
    const decision = wakeMention(owned, due);
    expect(decision.state.clocks).toMatchObject([{ late: true, warned: true }]);
    expect(onlyPlanned(decision, 'draw-card').priority).toBe(3);
    expect(wakeMention(decision.state, minutesAfter(due, 60))).toEqual(decided(decision.state));
  });

  it('is not warned about any more, when the app was down at its warning', () => {
    expect(effectsOf(wakeMention(owned, due), 'send-notice')).toEqual([]);
  });

  it('does not warn whoever claims it only then', () => {
    const late = wakeMention(aMention(), due).state;
    const claimed: Mention = { ...late, owner: ANNA, status: 'claimed' };
    expect(wakeMention(claimed, minutesAfter(due, 1))).toEqual(decided(claimed));
  });

  it('is not late once its clock has stopped', () => {
    const clocks = owned.clocks.map((clock) => ({
      ...clock,
      stopped: { at: instant('2026-11-24T10:30'), publication: 'p1' },
    }));
    const answered: Mention = { ...owned, status: 'answered', clocks };
    expect(wakeMention(answered, due)).toEqual(decided(answered));
  });
});

describe('a reply that waited too long', () => {
  it('comes back to its sender when the clock says so', () => {
    const waiting = aPublication({ status: 'waiting', goesOutAt: null, attempt: null, post: null });
    const decision = wakeMention({ ...owned, publications: [waiting] }, berlin('2026-11-24T10:20'));
    expect(decision.state.publications).toMatchObject([{ status: 'failed', fault: { code: 'expired' } }]);
    expect(decision.state.drafts).toMatchObject([{ by: ANNA, text: waiting.text }]);
  });
});

describe('an incident', () => {
  /** The minutes of silence are another test's. */
  const meterAt = instant('2026-12-24T12:00');

  it('whose next word is due reminds the channel, at any hour, and again after as many minutes', () => {
    const night = anIncident({
      meterAt,
      updateDueAt: instant('2026-11-25T03:00'),
      remindAt: instant('2026-11-25T03:00'),
    });
    const first = wakeIncident(night, berlin('2026-11-25T03:00'));
    expect(effectsOf(first, 'post-update-due')).toEqual([
      { type: 'post-update-due', dueAt: instant('2026-11-25T03:00') },
    ]);
    expect(first.state.remindAt).toBe(instant('2026-11-25T03:30'));
    expect(first.effects.map(({ key, priority }) => [key.split(':')[0], priority])).toEqual([
      ['post-update-due', 0],
      ['draw-incident', 0],
    ]);
    expect(wakeIncident(first.state, berlin('2026-11-25T03:29'))).toEqual(decided(first.state));
    const second = wakeIncident(first.state, berlin('2026-11-25T03:30'));
    expect(onlyPlanned(second, 'post-update-due').key).not.toBe(onlyPlanned(first, 'post-update-due').key);
  });

  it('keeps saying since when its word is due', () => {
    const { state } = wakeIncident(anIncident(), berlin('2026-11-24T10:45'));
    expect(state.updateDueAt).toBe(instant('2026-11-24T10:30'));
  });

  it('reminds once after hours in which the app was down', () => {
    const decision = wakeIncident(anIncident(), berlin('2026-11-24T15:00'));
    expect(effectsOf(decision, 'post-update-due')).toHaveLength(1);
    expect(decision.state.remindAt).toBe(instant('2026-11-24T15:30'));
  });

  it.each([
    ['before that', anIncident({ meterAt })],
    ['once it is resolved', anIncident({ status: 'resolved', updateDueAt: null, remindAt: null })],
  ])('%s says nothing', (_, incident) => {
    expect(wakeIncident(incident, berlin('2026-11-24T10:29'))).toEqual(decided(incident));
  });

  it('gives an unsent word back, beside the reminder', () => {
    const waiting = aPublication({
      id: 'p2',
      purpose: 'incident-update',
      status: 'waiting',
      attempt: null,
      post: null,
    });
    const incident = anIncident({ publications: [...anIncident().publications, waiting] });
    const decision = wakeIncident(incident, berlin('2026-11-24T10:30'));
    expect(decision.state.publications[1]).toMatchObject({ status: 'failed' });
    expect(effectsOf(decision, 'post-update-due')).toHaveLength(1);
  });
});

describe('waking', () => {
  it('always leaves the next waking in the future, so that the watch never spins', () => {
    const minute = fc.integer({ min: 0, max: 600 });
    const sender = fc.constantFrom(null, ANNA);
    fc.assert(
      fc.property(minute, sender, fc.boolean(), (minutes, owner, waits) => {
        const now = minutesAfter(berlin('2026-11-24T10:00'), minutes);
        const publications = waits ? [aPublication({ status: 'waiting', post: null })] : [];
        const woken = [
          wakeMention(aMention({ owner, publications }), now),
          wakeIncident(anIncident({ publications }), now),
        ];
        for (const { state } of woken) {
          const { wakeAt } = facetsOf(state);
          expect(wakeAt === null || wakeAt > now.toISOString()).toBe(true);
        }
      }),
    );
  });

  it('is asked for at each instant that changes something', () => {
    const minute = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(minute, fc.constantFrom(null, ANNA), (minutes, owner) => {
        const mention = aMention({ owner });
        const now = minutesAfter(berlin('2026-11-24T10:00'), minutes);
        const { wakeAt } = facetsOf(mention);
        const isAsked = wakeAt !== null && wakeAt <= now.toISOString();
        expect(wakeMention(mention, now).effects.length > 0).toBe(isAsked);
      }),
    );
  });
});
