import { describe, expect, it } from 'vitest';
import { gaveUp } from '../../src/desk/carried-out.ts';
import { decided } from '../../src/desk/decision.ts';
import type { EffectOf, Notice } from '../../src/desk/effect.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { mayDm, withheld } from '../../src/desk/noise.ts';
import { newPerson, switchDms } from '../../src/desk/person.ts';
import { stopClocks } from '../../src/desk/sla.ts';
import { ANNA, aMention, atRest, berlin, effectsOf } from './examples.ts';

const quiet = switchDms(newPerson(ANNA).state, false).state;
const dueSoon: Notice = { type: 'due-soon', clock: 'c1' };
const wroteAgain: Notice = { type: 'wrote-again', post: '1001' };
const send = (notice: Notice): EffectOf<'send-notice'> => ({ type: 'send-notice', id: 'n1', to: ANNA, notice });
const mention = aMention({ owner: ANNA, status: 'claimed' });

describe('direct messages', () => {
  it.each([
    ['somebody unknown', undefined],
    ['everybody at first', newPerson(ANNA).state],
    ['whoever switched them on again', switchDms(quiet, true).state],
  ])('reach %s', (_, person) => {
    expect([dueSoon, wroteAgain].map((notice) => mayDm(person, notice))).toEqual([true, true]);
  });

  it.each<[Notice, boolean]>([
    [{ type: 'not-sent', publication: 'p1' }, true],
    [{ type: 'not-deleted', publication: 'p1' }, true],
    [dueSoon, false],
    [wroteAgain, false],
  ])('that are switched off still bring what nobody else knows: %j %s', (notice, isSent) => {
    expect(mayDm(quiet, notice)).toBe(isSent);
  });
});

describe('a notice that does not reach its person', () => {
  it('is told to the channel where a customer wrote again and nobody would know', () => {
    const told = effectsOf(withheld(mention, send(wroteAgain)), 'tell');
    expect(told).toMatchObject([{ to: { type: 'channel', id: mention.channel }, news: { mention: mention.id } }]);
    expect(effectsOf(gaveUp(mention, send(wroteAgain), 'cannot_dm_bot'), 'tell')).toEqual(told);
  });

  it('stands in the card’s thread when it is about a question that was sent back', () => {
    const notice = { type: 'escalation-sent-back', escalation: 'e1' } as const;
    expect(effectsOf(withheld(mention, send(notice)), 'post-note')).toMatchObject([{ note: notice }]);
  });

  it('is left out where the channel’s reminder follows anyway', () => {
    expect(withheld(mention, send(dueSoon))).toEqual(decided(mention));
  });

  it('is not missed when the customer has had an answer meanwhile', () => {
    const now = berlin('2026-11-24T10:10');
    const row = atRest({ key: 'k', effect: send(wroteAgain), priority: 0, notBefore: null });
    expect(isMoot(mention, row, now)).toBe(false);
    expect(isMoot({ ...mention, clocks: stopClocks(mention.clocks, now, 'p1') }, row, now)).toBe(true);
  });
});
