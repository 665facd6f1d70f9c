import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/desk/channel.ts';
import { burdenOf } from '../../src/desk/hand-over-all.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { card } from '../../views/card.ts';
import { handOverAllModal } from '../../views/forms/hand-over.ts';
import { moreModal } from '../../views/forms/more.ts';
import { historyModal } from '../../views/forms/reading.ts';
import { snoozeModal, untilOf } from '../../views/forms/snooze.ts';
import { handoverNotice } from '../../views/hands-notice.ts';
import { ACTION } from '../../views/ids.ts';
import { offersLine } from '../../views/offers.ts';
import { hostileText } from './hostile.ts';
import { faultsOfMessage, faultsOfView, pressable, shownText } from './limits.ts';
import { context, mention, minutesFromNow, NOW } from './sample.ts';

const ctx = context();
const german = context('de');
const until = minutesFromNow(90);

/** Claimed by Anna 65 minutes ago. */
function lying(number: number, fields: Partial<Mention> = {}): Mention {
  const history = [{ at: minutesFromNow(-65), by: 'UANNA', did: 'claimed' }] as const;
  return mention({ id: `x:${number}`, number, owner: 'UANNA', status: 'claimed', history, ...fields });
}

const idle = (number: number): Offer => ({ mention: `x:${number}`, why: 'idle', since: minutesFromNow(-65) });
const nobodys = (number: number, why: 'passed-on' | 'snooze-over' = 'passed-on'): Offer => ({
  mention: `x:${number}`,
  why,
  since: null,
});

describe('the line of what anybody may take', () => {
  test('says for how long a claim has lain in office time, names nobody who passed on, and has a button each', () => {
    const mentions = [lying(1), mention({ id: 'x:2', number: 2 }), mention({ id: 'x:3', number: 3 })];
    const message = offersLine([idle(1), nobodys(2), nobodys(3, 'snooze-over')], mentions, ctx);
    if (message === null) throw new Error('nothing is offered');
    const text = shownText(message);
    expect(text).toContain('✋ *2 mentions look for somebody new*');
    expect(text).toContain('✋ *1 claim has lain untouched for a while*');
    expect(text).toContain('<@UANNA>, 1 h 5 min · answer due');
    expect(text).toContain('its snooze is over · answer due');
    expect(pressable(message)).toEqual([
      expect.objectContaining({ action: ACTION.takeOver, value: '["mention","x:2"]' }),
      expect.objectContaining({ action: ACTION.takeOver, value: '["mention","x:3"]' }),
      expect.objectContaining({ action: ACTION.takeOver, value: `["mention","x:1","${minutesFromNow(-65)}"]` }),
    ]);
    const auf = offersLine([idle(1), nobodys(2)], mentions, german);
    expect(auf === null ? '' : shownText(auf)).toContain('*1 Vorgang sucht jemand Neuen*');
  });

  test('leaves out what is taken meanwhile, and says nothing when that is all', () => {
    const taken = lying(1, { owner: 'UBEN' });
    expect(offersLine([idle(1), nobodys(1)], [taken], ctx)).toBeNull();
    expect(offersLine([idle(1)], [], ctx)).toBeNull();
  });

  test('shows eight and counts the rest; Slack takes it whatever customers write', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 30 }), (texts) => {
        const mentions = texts.map((text, index) => {
          const base = lying(index + 1);
          return { ...base, author: { ...base.author, name: text }, posts: [{ ...base.posts[0], text }] as const };
        });
        const message = offersLine(
          mentions.map(({ number }) => idle(number)),
          mentions,
          ctx,
        );
        expect(message === null ? ['nothing'] : faultsOfMessage(message)).toEqual([]);
        if (message !== null) expect(pressable(message)).toHaveLength(Math.min(8, texts.length));
      }),
      { numRuns: 20 },
    );
  });
});

describe('everything that somebody was given', () => {
  const handover = { id: 'h1', to: 'UBEN', by: 'UANNA', note: 'home *early*', mentions: ['x:1', 'x:2', 'x:3'] };

  test('is one message, whether or not each mention has heard of it yet', () => {
    const mentions = [lying(1), lying(2, { owner: 'UBEN' }), lying(3, { owner: 'UCARLA' }), lying(4)];
    const message = handoverNotice('UANNA', handover, mentions, ctx);
    if (message === null) throw new Error('nothing was given');
    expect(faultsOfMessage(message)).toEqual([]);
    const text = shownText(message);
    expect(text).toContain('➡️ *<@UANNA> handed everything over to you*: 2 claims');
    expect(text).toContain('> home ∗early∗');
    expect(text).not.toContain('#3');
    expect(text).not.toContain('#4');
    expect(handoverNotice('UANNA', handover, [lying(3, { owner: 'UCARLA' })], ctx)).toBeNull();
    expect(handoverNotice('UANNA', { ...handover, by: 'UCARLA' }, mentions, ctx)?.text).toContain(
      '<@UCARLA> handed everything of <@UANNA> over to you',
    );
  });

  test('is shown before it is done, however much it is', () => {
    const many = Array.from({ length: 200 }, (_, index) => lying(index + 1));
    const modal = handOverAllModal({ from: 'UANNA', to: 'UBEN', note: 'x', burden: burdenOf('UANNA', many) }, ctx);
    expect(faultsOfView(modal)).toEqual([]);
    expect(shownText(modal)).toContain('From <@UANNA> to <@UBEN>: *200 claims*');
    expect(shownText(modal)).toContain('and 190 more');
    const message = handoverNotice('UANNA', { ...handover, mentions: many.map(({ id }) => id) }, many, ctx);
    expect(message === null ? ['nothing'] : faultsOfMessage(message)).toEqual([]);
  });
});

describe('a snooze', () => {
  const values = (choice: string, seconds?: number) => ({
    until: { until: { selected_option: { value: choice } } },
    exact_time: { exact_time: { selected_date_time: seconds ?? null } },
  });

  test('stands on the card, in lists and in the history', () => {
    const history = [{ at: minutesFromNow(-1), by: 'UANNA', did: 'snoozed', text: until }] as const;
    const snoozed = lying(1, { snooze: { until, by: 'UANNA' }, history });
    const stamp = Date.parse(until) / 1_000;
    expect(shownText(card(snoozed, ctx))).toContain(`💤 snoozed until <!date^${stamp}^`);
    expect(shownText(card(snoozed, german))).toContain('zurückgestellt bis');
    expect(shownText(historyModal(snoozed, ctx))).toContain(`snoozed it: <!date^${stamp}^`);
  });

  test('is offered until the next opening by the office’s clocks', () => {
    expect(shownText(snoozeModal(lying(1), ctx))).toContain('Until the desk opens tomorrow, 08:00');
    const saturday = { ...ctx, now: new Date('2026-03-07T10:00:00+01:00') };
    expect(shownText(snoozeModal(lying(1), saturday))).toContain('Until the desk opens on Monday, 08:00');
    expect(untilOf(values('opening'), saturday)).toBe('2026-03-09T07:00:00.000Z');
    expect(untilOf(values('soon'), ctx)).toBe(minutesFromNow(30));
    expect(untilOf(values('later'), ctx)).toBe(minutesFromNow(120));
    expect(untilOf(values('exact', NOW.getTime() / 1_000 + 60), ctx)).toBe(minutesFromNow(1));
    expect(untilOf(values('exact'), ctx)).toBeNull();
    expect(untilOf({}, ctx)).toBeNull();
  });
});

describe('the menu of more', () => {
  const actionsOf = (fields: Partial<Mention>) =>
    pressable(moreModal(lying(1, fields), ctx)).map(({ action }) => action);

  test('offers what fits: no passing on of what nobody has, waking what sleeps, nothing of it when closed', () => {
    expect(actionsOf({})).toEqual(expect.arrayContaining([ACTION.handOver, ACTION.passOn, ACTION.snooze]));
    expect(actionsOf({ owner: null })).not.toContain(ACTION.passOn);
    const asleep = actionsOf({ snooze: { until, by: 'UANNA' } });
    expect(asleep).toContain(ACTION.wakeUp);
    expect(asleep).not.toContain(ACTION.snooze);
    const closed = actionsOf({ status: 'closed' });
    for (const action of [ACTION.handOver, ACTION.passOn, ACTION.snooze]) expect(closed).not.toContain(action);
  });
});
