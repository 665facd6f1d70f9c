import { describe, expect, it } from 'vitest';
import { carriedOut, gaveUp } from '../../src/desk/carried-out.ts';
import { decided } from '../../src/desk/decision.ts';
import { PRIORITY } from '../../src/desk/effect.ts';
import { destinationOf, facetsOf } from '../../src/desk/facets.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { newPerson, openedHome, refreshHome } from '../../src/desk/person.ts';
import { ANNA, aDesk, atRest, berlin, granted, minutesAfter, onlyPlanned } from './examples.ts';

const now = berlin('2026-11-24T10:00');
const anna = newPerson(ANNA).state;
const looking = openedHome(anna, 'one', now).state;
const later = (minutes: number) => minutesAfter(now, minutes);

describe('the home tab of a person', () => {
  it('is left alone until they open it', () => {
    expect(refreshHome(anna, 'one', now)).toBeNull();
    expect(facetsOf(anna).open).toBe(false);
    expect(facetsOf(looking).open).toBe(true);
  });

  it('is not drawn again for what it shows already', () => {
    expect(refreshHome(looking, 'one', later(1))).toBeNull();
  });

  it('is drawn again, behind all cards, when it would show something else, and once for each change', () => {
    const decision = granted(refreshHome(looking, 'two', later(1)));
    const planned = onlyPlanned(decision, 'draw-home');
    expect(planned).toMatchObject({ key: 'draw-home', priority: PRIORITY.rest, notBefore: null });
    expect(destinationOf(decision.state, planned.effect)).toBe('slack:home');
    expect(refreshHome(decision.state, 'two', later(2))).toBeNull();
    expect(carriedOut(decision.state, looking, planned.effect, null, aDesk(), later(2))).toEqual(
      decided(decision.state),
    );
  });

  it('is kept up for eight hours since they were there', () => {
    expect(refreshHome(looking, 'two', later(479))).not.toBeNull();
    expect(refreshHome(looking, 'two', later(480))).toBeNull();
    const again = openedHome(looking, 'one', later(470)).state;
    expect(refreshHome(again, 'two', later(480))).not.toBeNull();
  });

  it('is not drawn when its time came only after those hours', () => {
    const { effects, state } = granted(refreshHome(looking, 'two', later(479)));
    const [row] = effects.map((planned) => atRest(planned));
    if (row === undefined) throw new Error('nothing was planned');
    expect(isMoot(state, row, later(479))).toBe(false);
    expect(isMoot(state, row, later(480))).toBe(true);
  });

  it('that Slack refuses is left alone until they open it again', () => {
    const { state } = gaveUp(looking, { type: 'draw-home' }, 'slack-refused');
    if (state.type !== 'person') throw new Error('no person');
    expect(refreshHome(state, 'two', later(1))).toBeNull();
    expect(refreshHome(openedHome(state, 'two', later(2)).state, 'three', later(3))).not.toBeNull();
  });
});
