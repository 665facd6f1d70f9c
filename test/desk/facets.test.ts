import { describe, expect, it } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import type { Effect } from '../../src/desk/effect.ts';
import { escalate, escalationPosted } from '../../src/desk/escalate.ts';
import { destinationOf, facetsOf, lookup } from '../../src/desk/facets.ts';
import type { Mention, Status } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import type { Aggregate } from '../../src/desk/ref.ts';
import { stopClocks } from '../../src/desk/sla.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anArrival,
  anIncident,
  aPost,
  aPress,
  aPublication,
  BEN,
  berlin,
  CARD,
  granted,
  instant,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:20');
const IN_DM = { channel: 'D0BEN', ts: '1700000500.000100' };

/** All that a mention can be found by. */
function busyMention(): Mention {
  const arrival = anArrival({ post: aPost({ id: '1002', at: instant('2026-11-24T10:10') }) });
  const joined = writeAgain(aMention({ publications: [aPublication()] }), arrival, desk, now).state;
  const escalated = granted(escalate(joined, aPress(), { type: 'user', id: BEN }, '', desk, now)).state;
  return escalationPosted(escalated, 'e1', IN_DM).state;
}

describe('what a mention is found by', () => {
  const { lookups } = facetsOf(busyMention());

  it('is its number, each post of the customer and of ours, its talk, and its messages in Slack', () => {
    expect(new Set(lookups)).toEqual(
      new Set([
        lookup.number('mention', 42),
        lookup.post('x', '1001'),
        lookup.post('x', '1002'),
        lookup.post('x', '9001'),
        lookup.talk('x', '77', '1001'),
        lookup.message(CARD.channel, CARD.ts),
        lookup.message(IN_DM.channel, IN_DM.ts),
      ]),
    );
  });

  it('names nothing twice', () => {
    expect(new Set(lookups).size).toBe(lookups.length);
  });

  it('is shared with no other mention and no incident, even of the same author, network and number', () => {
    const another = anArrival({ conversation: '2001', post: aPost({ id: '2001' }) });
    const others: Aggregate[] = [
      aMention({ number: 43, card: { ...CARD, ts: '1700000001.000100' } }, desk, another),
      anIncident({ number: 42, card: { ...CARD, ts: '1700000002.000100' }, publications: [] }),
      aChannel(),
    ];
    for (const other of others) {
      expect(facetsOf(other).lookups.filter((key) => lookups.includes(key))).toEqual([]);
    }
  });

  it('does not contain a reply whose address nobody knows', () => {
    const confirmed = aMention({ publications: [aPublication({ post: null })] });
    expect(facetsOf(confirmed).lookups).toEqual(facetsOf(aMention()).lookups);
  });
});

describe('what an incident is found by', () => {
  it('is its number, its posts and its message', () => {
    expect(facetsOf(anIncident()).lookups).toEqual([
      lookup.number('incident', 1),
      lookup.post('x', '9001'),
      lookup.message(CARD.channel, CARD.ts),
    ]);
  });
});

describe('whether it is open', () => {
  it.each<[Status, boolean]>([
    ['open', true],
    ['claimed', true],
    ['escalated', true],
    ['answered', false],
    ['closed', false],
  ])('a mention that is %s: %s', (status, open) => {
    expect(facetsOf(aMention({ status })).open).toBe(open);
  });

  it.each([
    ['running', true],
    ['resolved', false],
  ] as const)('an incident that is %s: %s', (status, open) => {
    expect(facetsOf(anIncident({ status })).open).toBe(open);
  });
});

describe('whether its message is missing', () => {
  it.each([
    [aMention({ card: null }), true],
    [aMention(), false],
    [anIncident({ card: null }), true],
    [anIncident(), false],
    [aChannel(), false],
  ])('case %#', (state, expected) => {
    expect(facetsOf(state).uncarded).toBe(expected);
  });
});

describe('when it is due', () => {
  it('is the earliest running clock', () => {
    const arrival = anArrival({ post: aPost({ id: '1002', at: instant('2026-11-24T10:10') }) });
    const both = writeAgain(aMention(), arrival, desk, now).state;
    expect(facetsOf(both).dueAt).toBe(instant('2026-11-24T11:00'));
    const [first, ...rest] = both.clocks;
    const answeredFirst = { ...both, clocks: [...stopClocks(first === undefined ? [] : [first], now, 'p1'), ...rest] };
    expect(facetsOf(answeredFirst).dueAt).toBe(instant('2026-11-24T11:10'));
  });

  it('is never, when no clock runs or the kind has no SLA', () => {
    const mention = aMention();
    expect(facetsOf({ ...mention, clocks: stopClocks(mention.clocks, now, null) })).toMatchObject({
      dueAt: null,
      wakeAt: null,
    });
    expect(facetsOf(aMention({ kind: 'praise' }))).toMatchObject({ dueAt: null, wakeAt: null });
  });
});

describe('when the watch must look', () => {
  const running = (fields: Partial<Mention['clocks'][number]>) =>
    aMention().clocks.map((clock) => ({ ...clock, ...fields }));
  const waiting = (fields: Partial<Publication> = {}) => aPublication({ status: 'waiting', post: null, ...fields });

  it.each<[string, Partial<Mention>, string | null]>([
    ['nobody to warn: when it is due', {}, '11:00'],
    ['somebody to warn: before it is due', { owner: ANNA }, '10:45'],
    ['warned: when it is due', { owner: ANNA, clocks: running({ warned: true }) }, '11:00'],
    ['late: never again', { owner: ANNA, clocks: running({ warned: true, late: true }) }, null],
    ['a text that waits: when it expires', { publications: [waiting()] }, '10:20'],
    ['a text that is being sent: no need', { publications: [waiting({ status: 'sending' })] }, '11:00'],
  ])('at a mention with %s', (_, fields, expected) => {
    expect(facetsOf(aMention(fields)).wakeAt).toBe(expected === null ? null : instant(`2026-11-24T${expected}`));
  });

  it.each([
    ['when its reminder is due', anIncident(), '10:30'],
    ['sooner, when a word of it expires', anIncident({ publications: [waiting()] }), '10:20'],
    ['never, once it is over', anIncident({ remindAt: null }), null],
  ])('at an incident: %s', (_, incident, expected) => {
    expect(facetsOf(incident).wakeAt).toBe(expected === null ? null : instant(`2026-11-24T${expected}`));
  });
});

describe('the queue of an effect', () => {
  const publish: Effect = { type: 'publish', publication: 'p1' };
  const note: Effect = { type: 'post-note', id: 'n', note: { type: 'escalation-failed', escalation: 'e1' } };
  const round = { id: 'r1', at: instant('2026-11-24T10:00'), members: [], message: null };
  const drawRound: Effect = { type: 'draw-round', round: 'r1' };
  const again = aPublication({ id: 'p2', purpose: 'incident-update', status: 'waiting', post: null });
  const backlog = { waiting: { complaint: 1, question: 0, praise: 0, other: 0 }, updatedAt: now.toISOString() };

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
