import { describe, expect, it } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import { escalate, escalationPosted } from '../../src/desk/escalate.ts';
import { facetsOf, lookup } from '../../src/desk/facets.ts';
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
  return escalationPosted(escalated, { type: 'post-escalation', escalation: 'e1' }, IN_DM).state;
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

describe('the channel', () => {
  it('is always open, and neither found by anything nor woken', () => {
    expect(facetsOf(aChannel())).toEqual({
      lookups: [],
      open: true,
      dueAt: null,
      wakeAt: null,
      uncarded: false,
      promised: false,
      asking: false,
      group: null,
    });
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
  const LATER = instant('2026-11-24T12:00');
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
    ['when its reminder is due', anIncident({ meterAt: LATER }), '10:30'],
    ['sooner, when a word of it expires', anIncident({ meterAt: LATER, publications: [waiting()] }), '10:20'],
    ['when the minutes of silence are drawn again', anIncident({ meterAt: instant('2026-11-24T10:06') }), '10:06'],
    ['never, once it is over', anIncident({ status: 'resolved', meterAt: LATER, remindAt: null }), null],
  ])('at an incident: %s', (_, incident, expected) => {
    expect(facetsOf(incident).wakeAt).toBe(expected === null ? null : instant(`2026-11-24T${expected}`));
  });
});
