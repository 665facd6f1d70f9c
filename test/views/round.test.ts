import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/desk/mention.ts';
import { round } from '../../views/round.ts';
import { when } from '../../views/text.ts';
import { faultsOfMessage, shownText } from './limits.ts';
import { context, member, mention, minutesFromNow, roundOf, slaClock } from './sample.ts';

const ctx = context('en', { escalation: { group: 'SLEADS' } });
const MESSAGE = { message: { channel: 'CSUPPORT', ts: '1.1' } };

function waiting(number: number, minutes: number, fields = {}) {
  const clocks = [slaClock({ startedAt: minutesFromNow(-minutes), dueAt: minutesFromNow(60 - minutes) })];
  return mention({ id: `x:${number}`, number, clocks, ...fields });
}

describe('a reminder', () => {
  test('lists all that is due together, the longest wait first, each with a link, its deadline and its owner', () => {
    const mentions = [waiting(1, 70), waiting(2, 90, { owner: 'UANNA' })];
    const shown = round(roundOf([member({ mention: 'x:1' }), member({ mention: 'x:2' })]), mentions, ctx);
    const text = shownText(shown);
    expect(shown.text).toBe('⏰ *2 mentions are past due*');
    expect(text.indexOf('|#2>')).toBeLessThan(text.indexOf('|#1>'));
    expect(text).toContain(`due ${when(minutesFromNow(-30))} · <@UANNA>`);
    expect(text).not.toContain('<!subteam');
  });

  test('lists what is urgent before a longer wait', () => {
    const urgency = { level: 'urgent', reasons: [{ type: 'vip' }] } as const;
    const mentions = [waiting(1, 70, { urgency }), waiting(2, 90)];
    const text = shownText(round(roundOf([member({ mention: 'x:1' }), member({ mention: 'x:2' })]), mentions, ctx));
    expect(text.indexOf('|#1>')).toBeLessThan(text.indexOf('|#2>'));
    expect(text).toContain('⚠️ 🔴');
  });

  test('says once what those who share a card wait for, and counts them all', () => {
    const group = (as: 'lead' | 'folded') => ({ group: { id: 'x:2', as } });
    const mentions = [waiting(1, 95, group('folded')), waiting(2, 90, group('lead')), waiting(3, 80, group('folded'))];
    const members = mentions.map(({ id }) => member({ mention: id }));
    const shown = round(roundOf(members), mentions, ctx);
    expect(shown.text).toBe('⏰ *3 mentions are past due*');
    expect(shownText(shown)).toMatch(/#2>.*and 2 like it/);
    expect(shownText(shown)).not.toMatch(/#[13]>/);
    const struck = [members[0], { ...member({ mention: 'x:2' }), struckAt: minutesFromNow(0) }, members[2]];
    const later = shownText(
      round(
        roundOf(
          struck.flatMap((one) => one ?? []),
          MESSAGE,
        ),
        mentions,
        ctx,
      ),
    );
    expect(later).toMatch(/#1>.*and 1 like it/);
    expect(later).toMatch(/✓ ~.*#2>/);
  });

  test('names each colleague who has some of those, and counts customers where not all have room', () => {
    const group = (id: string, as: 'lead' | 'folded', owner: string | null) => ({ group: { id, as }, owner });
    const lead = waiting(1, 90, group('x:1', 'lead', 'UBEN'));
    const others = [2, 3].map((number) => waiting(number, 80, group('x:1', 'folded', 'UANNA')));
    const shared = round(roundOf([lead, ...others].map(({ id }) => member({ mention: id }))), [lead, ...others], ctx);
    expect(shownText(shared)).toMatch(/#1>.*<@UBEN>\n.*#2>.*<@UANNA> · \*and 1 like it/);

    const pairs = Array.from({ length: 60 }, (_, index) => [
      waiting(2 * index, 500 - index, group(`x:${2 * index}`, 'lead', null)),
      waiting(2 * index + 1, 500 - index, group(`x:${2 * index}`, 'folded', null)),
    ]).flat();
    const many = shownText(round(roundOf(pairs.map(({ id }) => member({ mention: id }))), pairs, ctx));
    expect(many).toContain('120 mentions are past due');
    const shown = many.match(/and 1 like it/g)?.length ?? 0;
    expect(many).toContain(`and ${120 - 2 * shown} more`);
  });

  test('after twice the time it names the group that helps', () => {
    const shown = round(roundOf([member({ mention: 'x:1', threshold: 'second' })]), [waiting(1, 130)], ctx);
    expect(shown.text).toBe('‼️ *1 mention has waited twice as long as it should* <!subteam^SLEADS>');
    const alone = round(roundOf([member({ mention: 'x:1', threshold: 'second' })]), [waiting(1, 130)], context());
    expect(alone.text).not.toContain('<!subteam');
  });

  test('in the morning it groups by kind what the night brought', () => {
    const mentions = KINDS.map((kind, index) => waiting(index, 300, { kind }));
    const members = mentions.map((one) => member({ mention: one.id, threshold: 'night' }));
    const text = shownText(round(roundOf(members), mentions, ctx));
    expect(text).toContain('4 mentions came in while the desk was closed');
    const places = ['1 complaint', '1 question', '1 praise', '1 other'].map((title) => text.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('strikes off what was settled since', () => {
    const members = [member({ mention: 'x:1', struckAt: minutesFromNow(0) }), member({ mention: 'x:2' })];
    const text = shownText(round(roundOf(members, MESSAGE), [waiting(1, 70), waiting(2, 80)], ctx));
    expect(text).toMatch(/✓ ~<[^>]*\|#1> Jane Doe: My internet[^~]*~/);
    expect(text).toMatch(/🔴 <[^>]*\|#2> \*Jane Doe\*/);
  });

  test('says so when everything on it is settled', () => {
    const members = [member({ mention: 'x:1', struckAt: minutesFromNow(0) })];
    expect(round(roundOf(members, MESSAGE), [waiting(1, 70)], ctx).text).toBe('All of these are settled');
  });

  test('leaves out what was settled before it went out', () => {
    const members = [member({ mention: 'x:1', struckAt: minutesFromNow(0) }), member({ mention: 'x:2' })];
    const shown = round(roundOf(members), [waiting(1, 70), waiting(2, 80)], ctx);
    expect(shownText(shown)).not.toContain('#1');
    expect(shown.text).toContain('1 mention is past due');
  });

  test('a customer who wrote again before the first answer is listed and counted once, under the worst', () => {
    const clocks = [
      slaClock({ id: 'c1', startedAt: minutesFromNow(-130), dueAt: minutesFromNow(-70) }),
      slaClock({ id: 'c2', startedAt: minutesFromNow(-65), dueAt: minutesFromNow(-5) }),
    ];
    const twice = [member({ clock: 'c2', threshold: 'due' }), member({ clock: 'c1', threshold: 'second' })];
    const shown = round(roundOf(twice), [mention({ number: 42, clocks })], ctx);
    expect(shown.text).toBe('‼️ *1 mention has waited twice as long as it should* <!subteam^SLEADS>');
    expect(shownText(shown).match(/\|#42>/g)).toHaveLength(1);
    expect(shownText(shown)).toContain(`due ${when(minutesFromNow(-70))}`);
    const settled = twice.map((one) => ({ ...one, struckAt: minutesFromNow(0) }));
    expect(round(roundOf(settled, MESSAGE), [mention({ clocks })], ctx).text).toBe('All of these are settled');
  });

  test('of 200 it shows as many as fit, those that still wait first, and counts the others', () => {
    const mentions = Array.from({ length: 200 }, (_, n) => waiting(n, 1_000 - n));
    const members = mentions.map((one, n) => member({ mention: one.id, struckAt: n < 150 ? minutesFromNow(0) : null }));
    const shown = round(roundOf(members, MESSAGE), mentions, ctx);
    expect(faultsOfMessage(shown)).toEqual([]);
    expect(shownText(shown)).toContain('|#150>');
    expect(shownText(shown)).not.toContain('✓');
    expect(shownText(shown)).toMatch(/and 1\d\d more: `\/mentions overdue`/);
  });
});
