import { describe, expect, it } from 'vitest';
import { writeAgain } from '../../src/desk/arrive.ts';
import { edited } from '../../src/desk/edited.ts';
import { isLocked, liftLock, lockAgain, lockCauses } from '../../src/desk/lock.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anArrival,
  aPost,
  aPress,
  aPublication,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const now = berlin('2026-11-24T10:06');
const desk = aDesk({ lock: { group: 'S0LEGAL' } });
const threat = (id = '1001') => aPost({ id, text: 'You hear from my lawyer', at: instant('2026-11-24T10:05') });
const locked = aMention({}, desk, { post: threat() });

describe('a lock', () => {
  it('holds by words of danger, press or law, where somebody is named for such', () => {
    expect(lockCauses(locked)).toEqual(['law']);
    expect(isLocked(locked, desk.settings)).toBe(true);
    expect(isLocked(locked, aDesk({ lock: { people: [ANNA] } }).settings)).toBe(true);
    expect(isLocked(locked, aDesk().settings)).toBe(false);
    expect(isLocked(aMention({}, desk), desk.settings)).toBe(false);
  });

  it('is lifted for a reason, once, and put back', () => {
    const lifted = granted(liftLock(locked, aPress(), 'A joke', desk.settings, now)).state;
    expect(isLocked(lifted, desk.settings)).toBe(false);
    expect(lifted.history.at(-1)).toMatchObject({ did: 'unlocked', by: ANNA, text: 'A joke' });
    expect(refusalOf(liftLock(lifted, aPress(ANNA, '2'), 'Again', desk.settings, now))).toEqual({
      reason: 'already-done',
    });
    expect(refusalOf(liftLock(lifted, aPress(), 'A joke', desk.settings, now))).toEqual({ reason: 'already-handled' });
    const again = granted(lockAgain(lifted, aPress(ANNA, '3'), now)).state;
    expect(isLocked(again, desk.settings)).toBe(true);
    expect(refusalOf(lockAgain(again, aPress(ANNA, '4'), now))).toEqual({ reason: 'already-done' });
  });

  it('comes back with a later post of that sort, and with no other', () => {
    const lifted = granted(liftLock(locked, aPress(), 'A joke', desk.settings, now)).state;
    const calm = anArrival({ post: aPost({ id: '1002', text: 'Thanks!', at: instant('2026-11-24T10:06') }) });
    expect(isLocked(writeAgain(lifted, calm, desk, now).state, desk.settings)).toBe(false);
    const press = anArrival({
      post: aPost({ id: '1002', text: 'I am going to the press', at: instant('2026-11-24T10:06') }),
    });
    const anew = writeAgain(lifted, press, desk, now).state;
    expect(isLocked(anew, desk.settings)).toBe(true);
    expect(anew.history.at(-1)).toMatchObject({ did: 'locked-again', by: 'customer' });
  });

  it('does not come off by an edit', () => {
    const milder = { post: aPost({ id: '1005', text: 'Please call me' }) };
    expect(isLocked(edited(locked, milder, ['1001', '1005'], desk, now).state, desk.settings)).toBe(true);
  });

  it.each([
    ['a later post', (mention: typeof locked) => writeAgain(mention, anArrival({ post: threat('1002') }), desk, now)],
    ['an edit', (mention: typeof locked) => edited(mention, { post: threat('1002') }, ['1001', '1002'], desk, now)],
  ])('that comes with %s gives back what waits to go out, unread', (_, comes) => {
    const waiting = aMention({ publications: [aPublication({ status: 'waiting', post: null })] }, desk);
    const decision = comes(waiting);
    expect(decision.state.publications[0]).toMatchObject({ status: 'failed', fault: { code: 'locked' } });
    expect(decision.state.drafts).toMatchObject([{ by: ANNA, text: 'Hi Mia, it is on the next flight.' }]);
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ to: ANNA, notice: { type: 'not-sent' } }]);
    const known = { ...locked, publications: waiting.publications };
    expect(writeAgain(known, anArrival({ post: threat('1003') }), desk, now).state.publications[0]?.status).toBe(
      'waiting',
    );
  });
});
