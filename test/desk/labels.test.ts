import { describe, expect, it } from 'vitest';
import { setTicket, setTopics, topicsFrom } from '../../src/desk/labels.ts';
import { aMention, aPress, BEN, berlin, effectsOf, granted, refusalOf } from './examples.ts';

const now = berlin('2026-11-24T10:20');
const KNOWN = ['Billing', 'Late delivery'];

describe('topics', () => {
  it('are words between commas, each once', () => {
    expect(topicsFrom(' Billing, late  delivery;billing\n5G ,, ')).toEqual(['Billing', 'late delivery', '5G']);
  });

  it('are set in the spelling of the settings, drawn, and in the history', () => {
    const wish = { seen: [], wanted: ['billing', 'tariff'] };
    const decision = granted(setTopics(aMention(), aPress(), wish, KNOWN, now));
    expect(decision.state.topics).toEqual(['Billing', 'tariff']);
    expect(decision.state.history.at(-1)).toMatchObject({ did: 'topics-changed', text: 'Billing, tariff' });
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
  });

  it('that a colleague added meanwhile stay; those taken away go', () => {
    const mention = aMention({ topics: ['Billing', 'outage', 'tariff'] });
    const wish = { seen: ['Billing', 'tariff'], wanted: ['Billing', 'late delivery'] };
    expect(granted(setTopics(mention, aPress(), wish, KNOWN, now)).state.topics).toEqual([
      'Billing',
      'outage',
      'Late delivery',
    ]);
  });

  it('are set once for a press that is delivered twice', () => {
    const { state } = granted(setTopics(aMention(), aPress(), { seen: [], wanted: ['a'] }, [], now));
    expect(refusalOf(setTopics(state, aPress(), { seen: [], wanted: ['b'] }, [], now)).reason).toBe('already-handled');
    const same = granted(setTopics(state, aPress(BEN), { seen: ['a'], wanted: ['A'] }, [], now));
    expect(same.state.history).toEqual(state.history);
  });

  it('have limits, which are named', () => {
    const long = { seen: [], wanted: ['x'.repeat(41)] };
    expect(refusalOf(setTopics(aMention(), aPress(), long, [], now))).toMatchObject({
      reason: 'topic-too-long',
      limit: 40,
    });
    const many = { seen: [], wanted: Array.from({ length: 21 }, (_, index) => `t${index}`) };
    expect(refusalOf(setTopics(aMention(), aPress(), many, [], now)).reason).toBe('too-many-topics');
  });
});

describe('a ticket', () => {
  it.each([['CASE-4711'], ['https://jira.example/browse/A-1?x=1'], [`http://x.example/${'a'.repeat(400)}`]])(
    'is %s',
    (written) => {
      const { state } = granted(setTicket(aMention(), aPress(), ` ${written} `, now));
      expect(state.ticket).toBe(written);
      expect(state.history.at(-1)).toMatchObject({ did: 'ticket-set', text: written });
      expect(granted(setTicket(state, aPress(BEN), '', now)).state.ticket).toBeNull();
    },
  );

  it.each([
    ['two words'],
    ['x'.repeat(61)],
    ['ftp://files.example/a'],
    ['https://'],
    [`https://x.example/${'a'.repeat(500)}`],
    ['https://x.example/a b'],
  ])('is not %s', (written) => {
    expect(refusalOf(setTicket(aMention(), aPress(), written, now)).reason).toBe('ticket-unfit');
  });
});
