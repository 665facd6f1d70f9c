import { describe, expect, it } from 'vitest';
import { handOver, passOn, takeOver } from '../../src/desk/hand-over.ts';
import { claim, startWriting } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { lastTouch, lyingSince } from '../../src/desk/touch.ts';
import { ANNA, aMention, aPress, aPromise, BEN, berlin, effectsOf, granted, refusalOf } from './examples.ts';

const CARLA = 'U0CARLA';
const now = berlin('2026-11-24T10:30');
const claimedAt = berlin('2026-11-24T10:05');

function claimed(fields: Partial<Mention> = {}): Mention {
  return { ...granted(claim(aMention(), aPress(ANNA, 'claims'), claimedAt)).state, ...fields };
}

const promise = (owner: string | null) => aPromise({ owner });

const wish = (to: string, note = '', isLead = false) => ({ to, note, isLead });

describe('a mention that is handed over', () => {
  const mention = claimed({ promises: [promise(ANNA)] });
  const given = granted(handOver(mention, aPress(ANNA), wish(BEN, 'speaks Spanish only'), now));

  it('belongs to the colleague, with the promises, and says so in the history', () => {
    expect(given.state).toMatchObject({ owner: BEN, status: 'claimed', promises: [{ owner: BEN }] });
    expect(given.state.history.at(-1)).toMatchObject({
      by: ANNA,
      did: 'handed-over',
      text: `${BEN}: speaks Spanish only`,
    });
  });

  it('is told to the colleague and in the thread of the card', () => {
    expect(effectsOf(given, 'send-notice')).toMatchObject([
      { to: BEN, notice: { type: 'handed-over', by: ANNA, note: 'speaks Spanish only' } },
    ]);
    expect(effectsOf(given, 'post-note')).toMatchObject([{ note: { type: 'handed-over', by: ANNA, to: BEN } }]);
    expect(effectsOf(given, 'draw-card')).toHaveLength(1);
  });

  it('changes hands once, however often the press is delivered', () => {
    expect(refusalOf(handOver(given.state, aPress(ANNA), wish(BEN), now))).toEqual({ reason: 'already-handled' });
  });

  it('may be given by whoever has it, by anybody while nobody has it, and by leads, who tell the former owner', () => {
    expect(refusalOf(handOver(mention, aPress(BEN), wish(CARLA), now))).toEqual({
      reason: 'not-yours-to-give',
      by: ANNA,
    });
    expect(granted(handOver(aMention(), aPress(BEN), wish(CARLA), now)).state.owner).toBe(CARLA);
    const byLead = granted(handOver(mention, aPress(CARLA), wish(BEN, '', true), now));
    expect(effectsOf(byLead, 'send-notice').map(({ to, notice }) => [to, notice.type])).toEqual([
      [BEN, 'handed-over'],
      [ANNA, 'taken-away'],
    ]);
    expect(granted(handOver(mention, aPress(CARLA), wish(CARLA, '', true), now)).state.owner).toBe(CARLA);
  });

  it('is refused to oneself, to whoever has it, and when it is closed', () => {
    expect(refusalOf(handOver(mention, aPress(ANNA), wish(ANNA), now))).toEqual({ reason: 'to-oneself' });
    expect(refusalOf(handOver(aMention(), aPress(ANNA), wish(ANNA), now))).toEqual({ reason: 'to-oneself' });
    expect(refusalOf(handOver(mention, aPress(CARLA), wish(ANNA, '', true), now))).toEqual({
      reason: 'has-it-already',
      by: ANNA,
    });
    expect(refusalOf(handOver(claimed({ status: 'closed' }), aPress(ANNA), wish(BEN), now))).toEqual({
      reason: 'closed',
    });
  });

  it('stays answered or escalated when it is', () => {
    for (const status of ['answered', 'escalated'] as const) {
      expect(granted(handOver(claimed({ status }), aPress(ANNA), wish(BEN), now)).state.status).toBe(status);
    }
  });
});

describe('a mention that is passed on', () => {
  it('is nobody’s, with its promises, and is offered to the channel without a name', () => {
    const decision = granted(passOn(claimed({ promises: [promise(ANNA)] }), aPress(ANNA), now));
    expect(decision.state).toMatchObject({ owner: null, status: 'open', promises: [{ owner: null }] });
    expect(effectsOf(decision, 'tell')).toMatchObject([
      { to: { type: 'channel' }, news: { type: 'offered', mention: 'x:1001', why: 'passed-on' } },
    ]);
  });

  it('must be one’s own', () => {
    expect(refusalOf(passOn(claimed(), aPress(BEN), now))).toEqual({ reason: 'not-yours', by: ANNA });
    expect(refusalOf(passOn(aMention(), aPress(BEN), now))).toEqual({ reason: 'already-done' });
    expect(refusalOf(passOn(claimed({ status: 'answered' }), aPress(ANNA), now))).toEqual({ reason: 'already-done' });
  });
});

describe('a mention that was left lying', () => {
  const since = claimedAt.toISOString();

  it('is taken over as it was offered, and its former owner is told', () => {
    const decision = granted(takeOver(claimed(), aPress(BEN), since, now));
    expect(decision.state).toMatchObject({ owner: BEN, status: 'claimed' });
    expect(decision.state.history.at(-1)).toMatchObject({ by: BEN, did: 'taken-over', text: ANNA });
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA, notice: { type: 'taken-away', to: BEN } }]);
    expect(refusalOf(takeOver(decision.state, aPress(CARLA), since, now))).toEqual({
      reason: 'touched-again',
      by: BEN,
    });
  });

  it('is no longer to be had once its owner has touched it', () => {
    const written = granted(startWriting(claimed(), ANNA, now)).state;
    expect(refusalOf(takeOver(written, aPress(BEN), since, now))).toEqual({ reason: 'touched-again', by: ANNA });
  });

  it('is kept by its owner’s own press, which counts as a touch', () => {
    const kept = granted(takeOver(claimed(), aPress(ANNA), since, now)).state;
    expect(kept.owner).toBe(ANNA);
    expect(lyingSince(kept)).toBe(now.toISOString());
  });

  it('that nobody has any more is claimed, and one that was answered needs nobody', () => {
    expect(granted(takeOver(aMention(), aPress(BEN), null, now)).state).toMatchObject({
      owner: BEN,
      status: 'claimed',
    });
    expect(refusalOf(takeOver(claimed(), aPress(BEN), null, now))).toEqual({ reason: 'claimed-by', by: ANNA });
    expect(refusalOf(takeOver(claimed({ status: 'answered' }), aPress(BEN), since, now))).toEqual({
      reason: 'already-done',
    });
    expect(refusalOf(takeOver(claimed({ status: 'closed' }), aPress(BEN), since, now))).toEqual({ reason: 'closed' });
  });
});

describe('a touch', () => {
  const later = now.toISOString();
  const touchedBy = (by: string, did: 'kind-changed' | 'wrote-again' | 'escalation-answered' | 'handed-over') =>
    claimed({ history: [...claimed().history, { at: later, by, did }] });

  it('is what its owner does, and being given it', () => {
    expect(lastTouch(claimed())).toBe(claimedAt.toISOString());
    expect(lastTouch(touchedBy(ANNA, 'kind-changed'))).toBe(later);
    expect(lastTouch(touchedBy(BEN, 'kind-changed'))).toBe(claimedAt.toISOString());
    expect(lastTouch(touchedBy(BEN, 'handed-over'))).toBe(later);
    expect(lastTouch(granted(startWriting(claimed(), ANNA, now)).state)).toBe(later);
    expect(lastTouch(granted(startWriting(claimed(), BEN, now)).state)).toBe(claimedAt.toISOString());
    expect(lastTouch(aMention())).toBeNull();
  });

  it('gives what the customer or a colleague who was asked brings its time too', () => {
    for (const [by, did] of [
      ['customer', 'wrote-again'],
      ['U0DMITRI', 'escalation-answered'],
    ] as const) {
      expect(lyingSince(touchedBy(by, did))).toBe(later);
      expect(lastTouch(touchedBy(by, did))).toBe(claimedAt.toISOString());
    }
    expect(lyingSince(touchedBy(BEN, 'kind-changed'))).toBe(claimedAt.toISOString());
  });
});
