import { describe, expect, it } from 'vitest';
import { hear } from '../../src/desk/channel-lines.ts';
import type { Decision } from '../../src/desk/decision.ts';
import { type DeskState, NEW_DESK } from '../../src/desk/desk-state.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import { askedNow, dropNames, wantNames } from '../../src/desk/staff-names.ts';
import { ANNA, aChannel, aPress, BEN, berlin, CARD, effectsOf, granted, minutesAfter, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T10:00');
const OFF: DeskState = { ...NEW_DESK, settings: settingsSchema.parse({}) };

const want = (desk: DeskState, by: string, minutes = 0) =>
  wantNames(desk, aPress(by, `${by} at ${minutes}`), CARD.channel, minutesAfter(NOW, minutes));
const drop = (desk: DeskState, by: string, minutes = 60) =>
  dropNames(desk, aPress(by, `${by} drops at ${minutes}`), CARD.channel, minutesAfter(NOW, minutes));
const told = (decision: Decision<DeskState>) => effectsOf(decision, 'tell').map(({ news }) => news);

const asked = granted(want(OFF, ANNA)).state;
const on = granted(want(asked, BEN, 30)).state;

describe('staff names in reports', () => {
  it('are asked for by one lead and switched on by another; the channel hears of both', () => {
    expect(told(granted(want(OFF, ANNA)))).toEqual([{ type: 'staff-names', change: 'asked', by: ANNA, first: null }]);
    expect(asked.staffNames.on).toBe(false);
    expect(told(granted(want(asked, BEN, 30)))).toEqual([{ type: 'staff-names', change: 'on', by: BEN, first: ANNA }]);
    expect(on.staffNames).toEqual({ on: true, asked: null });
    expect(on.history.map(({ by, did }) => `${by} ${did}`)).toEqual([`${ANNA} names-asked`, `${BEN} names-on`]);
  });

  it('are not switched on by one lead who asks twice, and that gives no more time', () => {
    const again = granted(want(asked, ANNA, 23 * 60));
    expect(again.state.staffNames).toEqual(asked.staffNames);
    expect(again.effects).toEqual([]);
    expect(again.state.history).toHaveLength(1);
  });

  it('need a second lead within a day; after that it is a first wish again', () => {
    expect(granted(want(asked, BEN, 24 * 60 - 1)).state.staffNames.on).toBe(true);
    const late = granted(want(asked, BEN, 24 * 60));
    expect(late.state.staffNames).toMatchObject({ on: false, asked: { by: BEN } });
    expect(askedNow(asked.staffNames, minutesAfter(NOW, 24 * 60))).toBeNull();
  });

  it('are switched off by any lead at once, and a wish ends with them', () => {
    expect(granted(drop(on, ANNA)).state.staffNames).toEqual(NEW_DESK.staffNames);
    expect(told(granted(drop(on, BEN)))).toMatchObject([{ change: 'off', by: BEN }]);
    const withdrawn = granted(drop(asked, BEN)).state;
    expect(withdrawn.staffNames).toEqual(NEW_DESK.staffNames);
    expect(granted(want(withdrawn, BEN, 61)).state.staffNames.on).toBe(false);
  });

  it('that are on or off already stay so', () => {
    expect(refusalOf(want(on, ANNA, 40)).reason).toBe('already-done');
    expect(refusalOf(drop(OFF, ANNA)).reason).toBe('already-done');
    expect(refusalOf(want(asked, ANNA, 0)).reason).toBe('already-handled');
  });

  it('are told in the channel once, however often the news comes', () => {
    const news = { type: 'staff-names', change: 'on', by: BEN, first: ANNA } as const;
    const heard = granted(hear(aChannel(), 'n1', news, NOW));
    expect(effectsOf(heard, 'post-channel-note')).toMatchObject([{ note: news }]);
    expect(granted(hear(heard.state, 'n1', news, NOW)).effects).toEqual([]);
  });
});
