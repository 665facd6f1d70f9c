import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bell } from '../../src/desk/channel.ts';
import type { PublicPromise } from '../../src/desk/mention.ts';
import { bell } from '../../views/bell.ts';
import { ACTION } from '../../views/ids.ts';
import { bellValue, parseBellValue } from '../../views/value.ts';
import { anyMention, hostileText } from './hostile.ts';
import { faultsOfMessage, pressable, shownText } from './limits.ts';
import { context, mention, minutesFromNow, NOW } from './sample.ts';

const rung = (fields: Partial<Bell> = {}): Bell => ({
  id: 'opening:2026-03-03T07:00:00.000Z',
  which: 'opening',
  edge: NOW.toISOString(),
  mentions: ['x:1001'],
  promises: [],
  takers: {},
  promisesTakenBy: null,
  message: null,
  ...fields,
});
/** So many who say the same; the last one has the card. */
const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    mention({
      id: `x:${index + 1}`,
      number: index + 1,
      group: { id: 'x:1', as: index === count - 1 ? ('lead' as const) : ('folded' as const) },
    }),
  );
const promise = (fields: Partial<PublicPromise> = {}): PublicPromise => ({
  id: 'w1',
  owner: null,
  madeAt: minutesFromNow(-60),
  dueAt: minutesFromNow(60),
  beforeAt: null,
  brokenAt: minutesFromNow(70),
  publication: 'p1',
  told: 'nobody',
  ended: null,
  ...fields,
});

test('a bell names those who share a card once, with how many more there are', () => {
  const mentions = [...crowd(12), mention({ id: 'x:50', number: 50 })];
  const text = shownText(bell('CSUPPORT', rung({ mentions: mentions.map(({ id }) => id) }), mentions, context('en')));
  expect(text).toContain('13 mentions wait');
  expect(text.match(/and 11 like it/g)).toHaveLength(1);
  expect(text).toContain('#12');
  expect(text).toContain('#50');
  expect(text).not.toContain('more');
});

describe.each(['en', 'de'] as const)('a bell in %s', (language) => {
  const ctx = context(language);

  test('is a message that Slack takes, whatever customers wrote and however many there are', () => {
    const few = fc.array(fc.tuple(anyMention, hostileText, fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 20 }), (anys, times) => {
        const many = Array.from({ length: times }, () => anys).flat();
        const mentions = many.map(([any, name, isSettled], index) => ({
          ...any,
          id: `x:${index}`,
          author: { ...any.author, name },
          status: isSettled ? ('answered' as const) : ('open' as const),
          promises: [promise({ owner: index % 2 === 0 ? null : 'UANNA' })],
        }));
        const ids = mentions.map(({ id }) => id);
        const promises = ids.map((id) => ({ mention: id, promise: 'w1' }));
        for (const which of ['opening', 'closing'] as const) {
          const message = bell('CSUPPORT', rung({ which, mentions: ids, promises }), mentions, ctx);
          expect(faultsOfMessage(message)).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the opening bell', () => {
  const ctx = context();

  test('groups by kind, complaints first, with who takes them, and a button for each', () => {
    const mentions = [
      mention({ id: 'x:1', number: 1, kind: 'question' }),
      mention({ id: 'x:2', number: 2 }),
      mention({ id: 'x:3', number: 3, status: 'answered', clocks: [] }),
    ];
    const shown = bell(
      'CSUPPORT',
      rung({ mentions: ['x:1', 'x:2', 'x:3'], takers: { complaint: ['UANNA'] } }),
      mentions,
      ctx,
    );
    const text = shownText(shown);
    expect(shown.text).toContain('2 mentions wait');
    expect(text).toContain('🔴 *1 complaint* – taken by <@UANNA>');
    expect(text.indexOf('1 complaint')).toBeLessThan(text.indexOf('1 question'));
    expect(text).toMatch(/✓ ~<https:[^|]+\|#3> Jane Doe/);
    const taken = pressable(shown).filter(({ action }) => action === ACTION.takeKind);
    expect(taken).toHaveLength(2);
  });

  test('offers the promises that nobody has, once', () => {
    const mentions = [mention({ promises: [promise()] })];
    const promises = [{ mention: 'x:1001', promise: 'w1' }];
    const shown = bell('CSUPPORT', rung({ mentions: [], promises }), mentions, ctx);
    expect(shownText(shown)).toContain('1 promise that nobody has');
    expect(pressable(shown).map(({ action }) => action)).toEqual([ACTION.takePromises]);
    const taken = bell('CSUPPORT', rung({ mentions: [], promises, promisesTakenBy: 'UBEN' }), mentions, ctx);
    expect(shownText(taken)).toContain('*1 open promise* – taken by <@UBEN>');
    expect(shownText(taken)).not.toContain('nobody has');
    expect(pressable(taken)).toEqual([]);
  });

  test('counts what was muted, and names nobody of it', () => {
    const muted = { at: NOW.toISOString(), by: 'author', what: 'spam_bot' } as const;
    const kept = mention({ id: 'x:2', muted, author: { id: '2', handle: 'spam_bot', name: 'Spam Bot', followers: 1 } });
    const shown = shownText(bell('CSUPPORT', rung(), [mention(), kept], ctx));
    expect(shown).toContain(ctx.words.urgency.mute.inBell(1));
    expect(shown).not.toContain('Spam Bot');
    expect(shownText(bell('CSUPPORT', rung(), [mention()], ctx))).not.toContain('/mentions muted');
  });

  test('says when all of it is settled', () => {
    const shown = bell('CSUPPORT', rung(), [mention({ status: 'closed' })], ctx);
    expect(shown.text).toContain('all of it is settled');
    expect(pressable(shown)).toEqual([]);
  });
});

test('a button names its bell and kind', () => {
  const value = bellValue('opening:2026-03-03T07:00:00.000Z', 'praise');
  expect(parseBellValue(value)).toEqual({ bell: 'opening:2026-03-03T07:00:00.000Z', kind: 'praise' });
  expect(parseBellValue('nonsense|x')).toBeNull();
});
