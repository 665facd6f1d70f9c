import { describe, expect, it } from 'vitest';
import { arrive } from '../../src/desk/arrive.ts';
import type { Decision } from '../../src/desk/decision.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import { foldedOf, lead, leadOfGroup, stepDown, takeOut, withFolds } from '../../src/desk/fold.ts';
import { changeKind, claim, close } from '../../src/desk/handling.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { saidAlike } from '../../src/desk/said-alike.ts';
import { wakeMention } from '../../src/desk/wake.ts';
import { ANNA, aDesk, aMention, anArrival, aPost, aPublication, BEN, berlin, granted, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T10:30');
const GROUP = 'x:900';
const FOLDED = { id: GROUP, as: 'folded' } as const;

function folded(fields: Partial<Mention> = {}): Mention {
  return aMention({ card: null, group: FOLDED, ...fields });
}

const press = (by = ANNA) => ({ by, key: `k:${by}` });

/** A decision as every way into the house makes it. */
function made(before: Mention, decision: Decision<Mention>): Decision<Mention> {
  return withFolds(before, decision, NOW);
}

const keys = ({ effects }: Decision<Mention>) => effects.map(({ key }) => key);

describe('a mention that says the same as an open one', () => {
  it('arrives without a card, waits for none, and lets the group’s card be seen to', () => {
    const decision = withFolds(null, arrive(anArrival({ group: GROUP }), 7, 'C0CARE', aDesk(), NOW), NOW);
    expect(decision.state.group).toEqual(FOLDED);
    expect(keys(decision)).toEqual([`tend-group:${GROUP}`]);
    expect(facetsOf(decision.state)).toMatchObject({ uncarded: false, open: true, group: GROUP });
    expect(decision.state.history.map(({ did }) => did)).toEqual(['arrived', 'folded']);
    expect(facetsOf(decision.state).dueAt).not.toBeNull();
  });

  it('has a card of its own when it sounds like danger, whatever others say', () => {
    const post = aPost({ text: 'My suitcase is in Oslo and my mother is injured!' });
    const { state, effects } = arrive(anArrival({ group: GROUP, post }), 7, 'C0CARE', aDesk(), NOW);
    expect(state.group).toBeNull();
    expect(effects.map(({ key }) => key)).toContain('draw-card');
  });

  it('stays folded when it is claimed, closed or its clock runs out, and takes no turn in the channel’s queue', () => {
    const mention = folded();
    const claimed = made(mention, granted(claim(mention, press(), NOW)));
    expect(keys(claimed)).toEqual([`tend-group:${GROUP}`]);
    const late = made(claimed.state, wakeMention(claimed.state, berlin('2026-11-24T12:00')));
    expect(late.state.clocks.every((clock) => clock.late)).toBe(true);
    expect(keys(late)).toEqual([]);
    const closed = made(mention, granted(close(mention, press(), 'spam', NOW)));
    expect(closed.state.group).toEqual(FOLDED);
    expect(keys(closed)).not.toContain('draw-card');
    const edited = { ...closed.state, posts: [aPost({ text: 'Found it, and it is broken.' })] as const };
    expect(keys(made(closed.state, { state: edited, effects: [] }))).toContain('draw-card');
  });

  it.each<[string, (mention: Mention) => Mention]>([
    ['is answered', (mention) => ({ ...mention, publications: [aPublication()] })],
    ['gets another kind', (mention) => granted(changeKind(mention, press(), 'praise', aDesk(), NOW)).state],
    ['is edited', (mention) => ({ ...mention, posts: [aPost({ text: 'Found my suitcase.' })] })],
    ['is put off', (mention) => ({ ...mention, snooze: { until: NOW.toISOString(), by: ANNA } })],
    [
      'has a customer who writes again',
      (mention) => ({ ...mention, posts: [...mention.posts, aPost({ id: '1002' })] }),
    ],
  ])('gets a card of its own once it %s', (_, change) => {
    const mention = folded();
    const decision = made(mention, { state: change(mention), effects: [] });
    expect(decision.state.group).toEqual({ id: GROUP, as: 'own' });
    expect(keys(decision)).toEqual(['draw-card', `tend-group:${GROUP}`]);
    expect(decision.state.history.at(-1)).toMatchObject({ by: 'earshot', did: 'unfolded' });
  });

  it('is drawn as urgently as what gave it its card: Undo stands on it', () => {
    const mention = folded();
    const draw = plan({ type: 'draw-card' }, PRIORITY.press);
    const answered = { ...mention, publications: [aPublication()] };
    const { effects } = made(mention, { state: answered, effects: [draw] });
    expect(effects.filter(({ key }) => key === 'draw-card').at(-1)?.priority).toBe(PRIORITY.press);
  });

  it('is taken out by "not the same", once, and stands alone from then on', () => {
    const mention = folded();
    const out = made(mention, granted(takeOut(mention, press(), NOW)));
    expect(out.state.group).toBeNull();
    expect(keys(out)).toEqual(['draw-card', `tend-group:${GROUP}`]);
    expect(refusalOf(takeOut(out.state, press(), NOW))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(takeOut(out.state, press(BEN), NOW))).toEqual({ reason: 'already-done' });
  });
});

describe('the one that leads', () => {
  const first = aMention({ id: GROUP, number: 9 });
  const others = [folded({ id: 'x:901', number: 10 }), folded({ id: 'x:902', number: 11 })];

  it('is the one under which the first was folded, and is drawn after whatever somebody waits for', () => {
    const { state, effects } = granted(lead(first, GROUP, NOW));
    expect(state.group).toEqual({ id: GROUP, as: 'lead' });
    expect(effects).toMatchObject([{ key: 'draw-card', priority: PRIORITY.rest }]);
    expect(leadOfGroup([...others, state])).toBe(state);
    expect(foldedOf([state, ...others].toReversed()).map(({ number }) => number)).toEqual([10, 11]);
  });

  it('hands on when it is settled: the next one of its group gets a card, one of another group does not', () => {
    const leading = granted(lead(first, GROUP, NOW)).state;
    const closed = made(leading, granted(close(leading, press(), 'spam', NOW)));
    expect(keys(closed)).toContain(`tend-group:${GROUP}`);
    expect(leadOfGroup([closed.state, ...others])).toBeUndefined();
    const [next = first] = others;
    expect(granted(lead(next, GROUP, NOW)).state.group).toEqual({ id: GROUP, as: 'lead' });
    expect(refusalOf(lead(folded({ group: { id: 'x:1', as: 'folded' } }), GROUP, NOW))).toEqual({
      reason: 'already-done',
    });
    expect(refusalOf(lead(closed.state, GROUP, NOW))).toEqual({ reason: 'already-done' });
    expect(granted(stepDown(closed.state)).state.group).toEqual({ id: GROUP, as: 'own' });
  });

  it('leads no more once its author says something else; a word put right is no other word', () => {
    const leading = granted(lead(first, GROUP, NOW)).state;
    const reworded = (text: string) => made(leading, { state: { ...leading, posts: [aPost({ text })] }, effects: [] });
    const other = reworded('@nordair thank you, the suitcase is here and I am happy');
    expect(other.state.group).toEqual({ id: GROUP, as: 'own' });
    expect(keys(other)).toEqual(['draw-card', `tend-group:${GROUP}`]);
    expect(refusalOf(lead(other.state, GROUP, NOW))).toEqual({ reason: 'already-done' });
    const same = reworded('@nordair my suitcase is still in Oslo and nobody answers the phone!!');
    expect(same.state.group?.as).toBe('lead');
  });

  it('shows the name of one that is folded as soon as the network tells it', () => {
    const named = { ...folded(), author: { id: '77', handle: 'jon', name: 'Jon', followers: null } };
    expect(keys(made(folded(), { state: named, effects: [] }))).toEqual([`tend-group:${GROUP}`]);
  });
});

describe('an answer to one of them', () => {
  const said = (text: string) => aPublication({ text });
  const to = aMention({ author: { id: '5', handle: 'jon', name: 'Jon', followers: 1 } });

  it('is where the next one begins, by their name and without the signature of whoever sent it', () => {
    const answered = aMention({ publications: [said('Hi Mia, your suitcase comes at 5 pm. ^AB')] });
    expect(saidAlike([to, answered], to)).toBe('Hi Jon, your suitcase comes at 5 pm.');
  });

  it('keeps a name that is part of a word, and is not there before the first', () => {
    expect(saidAlike([aMention({ publications: [said('Miami is sunny')] })], to)).toBe('Miami is sunny');
    expect(saidAlike([to], to)).toBeNull();
  });
});
