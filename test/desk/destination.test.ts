import { describe, expect, it } from 'vitest';
import type { Effect } from '../../src/desk/effect.ts';
import { escalate } from '../../src/desk/escalate.ts';
import { destinationOf } from '../../src/desk/facets.ts';
import type { Aggregate } from '../../src/desk/ref.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anIncident,
  aPress,
  aPublication,
  BEN,
  berlin,
  CARD,
  granted,
  instant,
} from './examples.ts';

const now = berlin('2026-11-24T10:20');

describe('the queue of an effect', () => {
  const publish: Effect = { type: 'publish', publication: 'p1' };
  const note: Effect = { type: 'post-note', id: 'n', note: { type: 'escalation-failed', escalation: 'e1' } };
  const round = { id: 'r1', at: instant('2026-11-24T10:00'), members: [], message: null };
  const drawRound: Effect = { type: 'draw-round', round: 'r1' };
  const again = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', post: null });
  const backlog = {
    since: null,
    waiting: { complaint: 1, question: 0, praise: 0, other: 0 },
    updatedAt: now.toISOString(),
  };

  it.each<[string, Aggregate, Effect, string | null]>([
    ['a new card', aMention({ card: null }), { type: 'draw-card' }, 'slack:post:C0CARE'],
    ['a card that is there', aMention(), { type: 'draw-card' }, 'slack:update'],
    ['a new incident', anIncident({ card: null }), { type: 'draw-incident' }, 'slack:post:C0CARE'],
    ['a new reminder', aChannel({ rounds: [round] }), drawRound, 'slack:post:C0CARE'],
    ['a reminder to strike', aChannel({ rounds: [{ ...round, message: CARD }] }), drawRound, 'slack:update'],
    [
      'a new backlog line',
      aChannel({ backlog: { ...backlog, message: null } }),
      { type: 'draw-backlog' },
      'slack:post:C0CARE',
    ],
    [
      'the backlog line',
      aChannel({ backlog: { ...backlog, message: CARD } }),
      { type: 'draw-backlog' },
      'slack:update',
    ],
    ['a "wrote again" line', aChannel(), { type: 'post-again' }, 'slack:post:C0CARE'],
    ['an update that is due', anIncident(), { type: 'post-update-due', dueAt: '' }, 'slack:post:C0CARE'],
    ['a note', aMention(), note, 'slack:post:C0CARE'],
    ['a note before there is a card: it waits', aMention({ card: null }), note, null],
    [
      'a DM',
      aMention(),
      { type: 'send-notice', id: 'n', to: ANNA, notice: { type: 'due-soon', clock: 'c1' } },
      `slack:post:${ANNA}`,
    ],
    ['a reply', aMention(), publish, 'network:x:publish'],
    ['a look', aMention(), { type: 'look-for', publication: 'p1' }, 'network:x:read'],
    ['a deletion', aMention(), { type: 'unpublish', publication: 'p1' }, 'network:x:remove'],
    [
      'an incident’s first word',
      anIncident({ publications: [aPublication({ status: 'waiting' })] }),
      publish,
      'network:x:publish',
    ],
    [
      'a later word',
      anIncident({ publications: [aPublication(), again] }),
      { ...publish, publication: 'p2' },
      'network:x:publish',
    ],
    ['a publication of what can’t publish', aChannel(), publish, null],
    [
      'news for the channel',
      aMention(),
      {
        type: 'tell',
        id: 't',
        to: { type: 'channel', id: 'C0CARE' },
        news: { type: 'mention-settled', mention: 'x:1' },
      },
      'desk',
    ],
  ])('%s', (_, state, effect, expected) => {
    expect(destinationOf(state, effect)).toBe(expected);
  });

  it.each(['waiting', 'sending', 'unclear'] as const)('of a later word waits while the first one is %s', (status) => {
    const incident = anIncident({ publications: [aPublication({ status, post: null }), again] });
    expect(destinationOf(incident, { ...publish, publication: 'p2' })).toBeNull();
  });

  it.each([
    ['to a person', { type: 'user', id: BEN } as const, CARD, `slack:post:${BEN}`],
    ['to a group with a channel', { type: 'group', id: 'S0BAGGAGE' } as const, null, 'slack:post:C0BAGGAGE'],
    ['to a group without one', { type: 'group', id: 'S0OTHER' } as const, CARD, 'slack:post:C0CARE'],
    ['to a group without one, before there is a card', { type: 'group', id: 'S0OTHER' } as const, null, null],
  ])('of an escalation %s', (_, to, card, expected) => {
    const withGroup = aDesk({ escalation: { channels: { S0BAGGAGE: 'C0BAGGAGE' } } });
    const { state } = granted(escalate(aMention({ card }), aPress(), to, '', withGroup, now));
    expect(destinationOf(state, { type: 'post-escalation', escalation: 'e1' })).toBe(expected);
  });
});
