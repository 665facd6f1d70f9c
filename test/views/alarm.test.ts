import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Alarm } from '../../src/desk/alarm.ts';
import { WEEKDAYS } from '../../src/desk/week.ts';
import { alarmLine, alarmNotice } from '../../views/alarm.ts';
import { card, cardPlain } from '../../views/card.ts';
import { ACTION } from '../../views/ids.ts';
import { refusalText } from '../../views/refusal.ts';
import { parsePressValue } from '../../views/value.ts';
import { anyMention, hostileText } from './hostile.ts';
import { faultsOfMessage, pressable, shownText } from './limits.ts';
import { context, incident, mention, minutesFromNow, post } from './sample.ts';

const about = mention({ posts: [post({ text: 'Your engineer is injured <!here>' })] });

function alarm(fields: Partial<Alarm> = {}): Alarm {
  return {
    id: 'danger:x:1001:1001',
    cause: { type: 'danger', post: '1001', words: ['injured'] },
    about: { type: 'mention', id: 'x:1001' },
    startedAt: minutesFromNow(-12),
    told: [],
    taken: null,
    overAt: null,
    message: null,
    ...fields,
  };
}

const told = [
  { user: 'UANNA', at: minutesFromNow(-12) },
  { user: 'UBEN', at: minutesFromNow(-2) },
];

describe('an alarm', () => {
  const ctx = context();

  test('says in the channel what it is about and that nobody is on call, with its button', () => {
    const shown = alarmLine(alarm(), about, ctx);
    expect(shown.text).toMatch(/^🚨 Sounds like danger \(“injured”\): <https.*\|#42> Jane Doe$/);
    expect(shownText(shown)).toContain('Nobody is on call now');
    expect(shownText(shown)).toContain('Your engineer is injured <!here>');
    const [take] = pressable(shown);
    expect(take).toMatchObject({ action: ACTION.takeAlarm, label: 'I am on it' });
    const value = { ref: { type: 'channel', id: 'CSUPPORT' }, id: 'danger:x:1001:1001' };
    expect(parsePressValue(take?.value ?? '')).toEqual(value);
  });

  test('does not say that nobody is on call while the first of them is being called', () => {
    const day = Object.fromEntries(WEEKDAYS.map((one) => [one, ['UANNA']]));
    const shown = shownText(alarmLine(alarm(), about, context('en', { onCall: day })));
    expect(shown).toContain('is being called');
    expect(shown).not.toContain('Nobody is on call');
  });

  test('names who was called, then who has it, and loses its button', () => {
    expect(shownText(alarmLine(alarm({ told }), about, ctx))).toMatch(
      /called: <@UANNA> .*, <@UBEN> .* · nobody is on it/,
    );
    const taken = alarmLine(alarm({ told, taken: { by: 'UBEN', at: minutesFromNow(-1) } }), about, ctx);
    expect(shownText(taken)).toMatch(/^✅ <@UBEN> is on it since .*called: <@UANNA>/);
    expect(pressable(taken)).toEqual([]);
    expect(alarmLine(alarm({ overAt: minutesFromNow(0) }), about, ctx).text).toMatch(/^☑️ Over /);
  });

  test('calls whoever is on call with a link and the button, and tells how it ended', () => {
    const call = alarmNotice(alarm({ told }), about, { type: 'alarm', alarm: 'a' }, ctx, { surges: [] });
    expect(shownText(call)).toContain('You are on call');
    expect(pressable(call)).toMatchObject([{ action: ACTION.takeAlarm }]);
    const ended = alarmNotice(
      alarm({ told, taken: { by: 'UBEN', at: minutesFromNow(0) } }),
      about,
      { type: 'alarm-ended', alarm: 'a' },
      ctx,
      { surges: [] },
    );
    expect(ended.text).toMatch(/^✅ <@UBEN> is on it since .*#42/);
    expect(pressable(ended)).toEqual([]);
  });

  test('about an incident says since when its word is overdue', () => {
    const overdue = alarm({
      cause: { type: 'update-overdue', dueAt: minutesFromNow(-10) },
      about: { type: 'incident', id: 'incident:k1' },
    });
    expect(alarmLine(overdue, incident(), ctx).text).toMatch(
      /^🚨 Public update overdue: <https.*\|Incident 3> “No mobile data/,
    );
    expect(faultsOfMessage(alarmLine(overdue, null, ctx))).toEqual([]);
  });

  test('that a colleague took is refused by name', () => {
    const refusal = { reason: 'alarm-taken', by: 'UBEN', at: minutesFromNow(-1) } as const;
    expect(refusalText(refusal, ctx)).toContain('<@UBEN> is on it');
  });
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const ctx = context(language);

  test('Slack takes every alarm, whatever the customer wrote', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ user: `U${n}`, at: minutesFromNow(-n) }));
    fc.assert(
      fc.property(anyMention, hostileText, (any, word) => {
        const words = [word, word, word, word, word];
        const one = alarm({ cause: { type: 'danger', post: any.posts[0].id, words }, told: many });
        for (const state of [one, { ...one, taken: { by: 'UBEN', at: ctx.now.toISOString() } }]) {
          expect(faultsOfMessage(alarmLine(state, any, ctx))).toEqual([]);
          for (const type of ['alarm', 'alarm-ended'] as const)
            expect(faultsOfMessage(alarmNotice(state, any, { type, alarm: 'a' }, ctx, { surges: [] }))).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test('a card says which words sound like danger, and one without any says nothing', () => {
  const ctx = context();
  for (const draw of [card, cardPlain]) {
    expect(shownText(draw(about, ctx))).toContain('⚠️ *danger: “injured”*');
    expect(shownText(draw(mention(), ctx))).not.toContain('danger');
  }
  const later = mention({ posts: [post(), post({ id: '1002', text: 'jetzt Feuer!' })] });
  expect(shownText(card(later, context('de')))).toContain('⚠️ *Gefahr: „feuer“*');
});
