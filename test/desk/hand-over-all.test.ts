import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOut } from '../../src/desk/carried-out.ts';
import { decided } from '../../src/desk/decision.ts';
import { burdenOf, handOverAll, mentionsOf } from '../../src/desk/hand-over-all.ts';
import { hearNews } from '../../src/desk/hear.ts';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { newPerson } from '../../src/desk/person.ts';
import type { Aggregate } from '../../src/desk/ref.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPress,
  aPromise,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const now = berlin('2026-11-24T10:30');
const anna = newPerson(ANNA).state;
const news = { type: 'handed-over', from: ANNA, to: BEN, by: ANNA, note: 'home early' } as const;

const promise = (owner: string | null, fields: Partial<PublicPromise> = {}) => aPromise({ owner, ...fields });

const snooze = (by: string) => ({ until: instant('2026-11-24T14:00'), by });
const mine = (fields: Partial<Mention> = {}) => aMention({ owner: ANNA, status: 'claimed', ...fields });

describe('what somebody carries', () => {
  it('is their open claims, their open promises also on what is answered, and what they have snoozed', () => {
    const mentions = [
      mine({ id: 'x:1' }),
      mine({ id: 'x:2', status: 'answered' }),
      mine({ id: 'x:3', status: 'answered', promises: [promise(ANNA)] }),
      mine({ id: 'x:4', snooze: snooze(ANNA) }),
      aMention({ id: 'x:5', snooze: snooze(BEN), promises: [promise(BEN)] }),
      mine({
        id: 'x:6',
        status: 'closed',
        promises: [promise(ANNA, { ended: { at: instant('2026-11-24T10:20'), how: 'kept', by: ANNA } })],
      }),
    ];
    const burden = burdenOf(ANNA, mentions);
    const ids = (list: readonly Mention[]) => list.map(({ id }) => id);
    expect(ids(burden.claims)).toEqual(['x:1', 'x:4']);
    expect(ids(burden.promises)).toEqual(['x:3']);
    expect(ids(burden.snoozes)).toEqual(['x:4']);
    expect(ids(mentionsOf(burden))).toEqual(['x:1', 'x:4', 'x:3']);
  });
});

describe('a hand-over of everything', () => {
  const mentions = [mine({ id: 'x:1' }), mine({ id: 'x:2' })];
  const given = granted(handOverAll(anna, aPress(ANNA), { to: BEN, note: 'home early' }, mentions));

  it('tells each mention, and the receiver once', () => {
    expect(effectsOf(given, 'tell').map(({ id, to, news: told }) => [id, to.id, told])).toEqual([
      [`handed-over:${aPress(ANNA).key}:x:1`, 'x:1', news],
      [`handed-over:${aPress(ANNA).key}:x:2`, 'x:2', news],
    ]);
    expect(effectsOf(given, 'send-notice')).toMatchObject([{ to: BEN, notice: { type: 'all-handed-over' } }]);
    expect(new Set(given.effects.map(({ key }) => key)).size).toBe(3);
  });

  it('is done once, and refused to oneself and with nothing to give', () => {
    const again = handOverAll(given.state, aPress(ANNA), { to: BEN, note: '' }, mentions);
    expect(refusalOf(again)).toEqual({ reason: 'already-handled' });
    expect(refusalOf(handOverAll(anna, aPress(), { to: ANNA, note: '' }, mentions))).toMatchObject({
      reason: 'has-it-already',
    });
    expect(refusalOf(handOverAll(anna, aPress(), { to: BEN, note: '' }, []))).toEqual({
      reason: 'carries-nothing',
      by: ANNA,
    });
  });

  it('is kept until the receiver has been told', () => {
    const [effect] = effectsOf(given, 'send-notice');
    if (effect === undefined) throw new Error('nobody is told');
    expect(given.state.handovers).toMatchObject([{ to: BEN, mentions: ['x:1', 'x:2'] }]);
    const told = carriedOut(given.state, given.state, effect, null, aDesk(), now).state;
    expect(told).toMatchObject({ handovers: [] });
  });
});

describe('a mention that hears of it', () => {
  it('changes what of it is the giver’s', () => {
    const mention = mine({ promises: [promise(ANNA), promise(BEN, { id: 'w2' })], snooze: snooze(ANNA) });
    const heard = hearNews(mention, 'n1', news, now).state;
    expect(heard).toMatchObject({
      owner: BEN,
      snooze: { by: BEN },
      promises: [{ owner: BEN }, { owner: BEN }],
      history: [{ did: 'arrived' }, { by: ANNA, did: 'handed-over', text: `${BEN}: home early` }],
    });
  });

  it('leaves what others have, and what nobody has', () => {
    const others = aMention({ owner: 'U0CARLA', status: 'claimed', promises: [promise(ANNA)] });
    expect(hearNews(others, 'n1', news, now).state).toMatchObject({ owner: 'U0CARLA', promises: [{ owner: BEN }] });
    expect(hearNews(aMention(), 'n1', news, now)).toMatchObject({ state: { owner: null }, effects: [] });
  });

  it('hears it once, whatever happens between two deliveries', () => {
    fc.assert(
      fc.property(fc.boolean(), (isTakenBack) => {
        const heard = hearNews(mine(), 'n1', news, now).state;
        const between: Aggregate = isTakenBack && heard.type === 'mention' ? { ...heard, owner: ANNA } : heard;
        expect(hearNews(between, 'n1', news, now)).toEqual(decided(between));
      }),
    );
  });
});
