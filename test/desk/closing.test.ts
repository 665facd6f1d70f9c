import { describe, expect, it } from 'vitest';
import { newChannel } from '../../src/desk/channel-lines.ts';
import { releaseAtClosing, releasedAtClosing } from '../../src/desk/closing.ts';
import { decided } from '../../src/desk/decision.ts';
import { claim } from '../../src/desk/handling.ts';
import { hearNews } from '../../src/desk/hear.ts';
import type { Mention } from '../../src/desk/mention.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  aPress,
  aPromise,
  aPublication,
  berlin,
  effectsOf,
  granted,
  instant,
} from './examples.ts';

const desk = aDesk();
const closing = instant('2026-11-24T20:00');
const closed = berlin('2026-11-24T20:00:04');
/** As it was after yesterday's closing. */
const channel = aChannel({ lastClosingAt: instant('2026-11-23T20:00') });

function claimedAt(local: string, fields: Partial<Mention> = {}): Mention {
  return { ...granted(claim(aMention(), aPress(ANNA, local), berlin(local))).state, ...fields };
}

const promise = aPromise({ madeAt: instant('2026-11-24T12:00'), dueAt: instant('2026-11-25T09:00') });

describe('when the desk closes', () => {
  it('each claim is told, once', () => {
    const open = [claimedAt('2026-11-24T15:00'), aMention({ id: 'x:2' })];
    expect(releaseAtClosing(channel, open, desk, berlin('2026-11-24T19:59'))).toBeNull();
    const decision = granted(releaseAtClosing(channel, open, desk, closed));
    expect(decision.state.lastClosingAt).toBe(closing);
    expect(effectsOf(decision, 'tell')).toMatchObject([
      { id: `closing:${closing}:x:1001`, to: { id: 'x:1001' }, news: { type: 'desk-closed', at: closing } },
    ]);
    expect(releaseAtClosing(decision.state, open, desk, berlin('2026-11-24T22:00'))).toBeNull();
    expect(releaseAtClosing(decision.state, open, desk, berlin('2026-11-25T19:00'))).toBeNull();
  });

  it('also at the next look when the app was down, and then leaves what was claimed since', () => {
    const old = claimedAt('2026-11-24T15:00');
    const fresh = claimedAt('2026-11-25T08:10', { id: 'x:2' });
    const decision = granted(releaseAtClosing(channel, [old, fresh], desk, berlin('2026-11-25T08:30')));
    expect(effectsOf(decision, 'tell')).toMatchObject([{ to: { id: 'x:1001' } }]);
  });

  it('nothing happens at lunch, around the clock, when the team does not want it, and at the first look ever', () => {
    const open = [claimedAt('2026-11-24T11:00')];
    const lunch = aDesk({ officeHours: { week: { tue: ['08:00-12:00', '13:00-20:00'] } } });
    expect(releaseAtClosing(channel, open, lunch, berlin('2026-11-24T12:30'))).toBeNull();
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']] as const);
    const always = aDesk({ officeHours: { week: Object.fromEntries(days) } });
    expect(releaseAtClosing(aChannel(), open, always, closed)).toBeNull();
    const kept = aDesk({ claim: { releaseAtClosing: false } });
    expect(releaseAtClosing(channel, open, kept, closed)).toEqual(decided({ ...channel, lastClosingAt: closing }));
    expect(releaseAtClosing(aChannel(), open, desk, closed)).toEqual(decided(aChannel({ lastClosingAt: closing })));
    expect(newChannel('C0CARE', desk, closed).state.lastClosingAt).toBe(closing);
  });

  it('no closing counts twice when the hours change', () => {
    const done = aChannel({ lastClosingAt: closing });
    const longer = aDesk({ officeHours: { week: { tue: ['08:00-21:00'] } } });
    expect(releaseAtClosing(done, [], longer, berlin('2026-11-24T20:30'))).toBeNull();
    expect(releaseAtClosing(done, [], longer, berlin('2026-11-24T21:00'))).not.toBeNull();
  });
});

describe('a mention that hears that the desk has closed', () => {
  it('is nobody’s, its promises wait for whoever opens, and its card is drawn again', () => {
    const decision = granted(
      releasedAtClosing(claimedAt('2026-11-24T15:00', { promises: [promise] }), closing, closed),
    );
    expect(decision.state).toMatchObject({ owner: null, status: 'open', promises: [{ owner: null }] });
    expect(decision.state.history.at(-1)).toMatchObject({ by: 'earshot', did: 'released-at-closing' });
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(releasedAtClosing(decision.state, closing, closed)).toBeNull();
  });

  it('stays with whoever claimed or touched it after closing, and with an answer on its way', () => {
    expect(releasedAtClosing(claimedAt('2026-11-24T20:01'), closing, closed)).toBeNull();
    const touched = claimedAt('2026-11-24T15:00', { touchedAt: instant('2026-11-24T20:00:02') });
    expect(releasedAtClosing(touched, closing, closed)).toBeNull();
    const sending = claimedAt('2026-11-24T15:00', { publications: [aPublication({ status: 'unclear' })] });
    expect(releasedAtClosing(sending, closing, closed)).toBeNull();
  });

  it('stays escalated, and hears it once', () => {
    const mention = claimedAt('2026-11-24T15:00', { status: 'escalated' });
    const news = { type: 'desk-closed', at: closing } as const;
    const heard = hearNews(mention, 'n1', news, closed).state;
    expect(heard).toMatchObject({ owner: null, status: 'escalated' });
    expect(hearNews(heard, 'n1', news, closed)).toEqual(decided(heard));
  });

  it('gives up its promises alone when it is answered, and keeps one that was made since', () => {
    const answered = claimedAt('2026-11-24T15:00', { status: 'answered', promises: [promise] });
    expect(granted(releasedAtClosing(answered, closing, closed)).state.promises).toMatchObject([{ owner: null }]);
    const later = { ...promise, madeAt: instant('2026-11-24T20:00:02') };
    expect(releasedAtClosing(aMention({ promises: [later] }), closing, closed)).toBeNull();
  });

  it('gives up only its promises when nobody has it', () => {
    const decision = granted(releasedAtClosing(aMention({ promises: [promise] }), closing, closed));
    expect(decision.state).toMatchObject({ owner: null, promises: [{ owner: null }] });
  });
});
