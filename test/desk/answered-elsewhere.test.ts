import { describe, expect, test } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import { answeredElsewhere, type OwnPost } from '../../src/desk/answered-elsewhere.ts';
import { facetsOf, lookup } from '../../src/desk/facets.ts';
import { firstAnswer } from '../../src/desk/figures.ts';
import { reopen } from '../../src/desk/handling.ts';
import { ELSEWHERE } from '../../src/desk/history.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { askToDelete, becamePublic, wasDeleted } from '../../src/desk/published.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPress,
  aPublication,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T10:12');
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function ownPost(fields: Partial<OwnPost> = {}): OwnPost {
  return {
    id: '9009',
    url: 'https://x.com/nordair/status/9009',
    at: instant('2026-11-24T10:10'),
    text: 'Hi Mia, it arrives at five.',
    inReplyTo: '1001',
    ...fields,
  };
}

const found = (mention: Mention, fields: Partial<OwnPost> = {}) =>
  answeredElsewhere(mention, ownPost(fields), same, aDesk(), NOW);

describe('an answer that was given on the network itself', () => {
  test('settles the mention at its own time, and is found again by its id', () => {
    const { state, effects } = found(aMention());
    expect(state).toMatchObject({ status: 'answered', owner: null });
    expect(state.clocks[0]?.stopped).toEqual({ at: instant('2026-11-24T10:10'), publication: 'p1' });
    expect(state.publications[0]).toMatchObject({ by: ELSEWHERE, status: 'published', post: { id: '9009' } });
    expect(state.history.at(-1)).toMatchObject({ by: ELSEWHERE, did: 'answered-elsewhere' });
    expect(firstAnswer(state)?.at).toBe(instant('2026-11-24T10:10'));
    expect(effects.map(({ effect }) => effect.type)).toEqual(['draw-card', 'tell']);
    expect(facetsOf(state).lookups).toContain(lookup.post('x', '9009'));
  });

  test('changes nothing when it is found again', () => {
    const once = found(aMention()).state;
    expect(found(once)).toEqual({ state: once, effects: [] });
  });

  test('is told to a colleague whose form was open', () => {
    const { state } = found(aMention());
    const wish = { ...aPress(BEN), purpose: 'reply', text: 'Hi Mia', seen: [], anyway: false } as const;
    expect(refusalOf(answer(state, wish, aDesk(), NOW))).toMatchObject({
      reason: 'answered-meanwhile',
      by: ELSEWHERE,
      at: instant('2026-11-24T10:10'),
    });
  });

  test('leaves what the customer wrote after it waiting', () => {
    const later = aPost({ id: '1002', at: instant('2026-11-24T10:11') });
    const first = aMention();
    const second = first.clocks.map((one) => ({ ...one, id: 'c2', post: '1002', startedAt: later.at }));
    const mention = { ...first, posts: [first.posts[0], later] as const, clocks: [...first.clocks, ...second] };
    const { state, effects } = found(mention);
    expect(state.status).toBe('open');
    expect(state.clocks.map(({ stopped }) => stopped?.publication ?? null)).toEqual(['p1', null]);
    expect(effects.map(({ effect }) => effect.type)).toEqual(['draw-card']);
    // To a post of the same talk that we never saw: only what came before counts.
    expect(found(mention, { inReplyTo: '555' }).state.clocks[1]?.stopped).toBeNull();
  });

  test('does not stop the clock of somebody who took the mention up again after it', () => {
    const closed = found(aMention()).state;
    const again = granted(reopen(closed, aPress(), aDesk(), berlin('2026-11-24T10:11'))).state;
    expect(found(again, { id: '9010' }).state.status).toBe('open');
  });

  test('is whose text it was, when somebody had it ready', () => {
    const draft = {
      by: BEN,
      purpose: 'reply',
      text: 'hi mia, it arrives at FIVE.',
      why: 'prepared',
      at: NOW.toISOString(),
    } as const;
    const { state } = found(aMention({ drafts: [draft] }));
    expect(state.publications[0]?.by).toBe(BEN);
    expect(state.drafts).toEqual([]);
  });

  test('is taken back like any other, and the customer waits again', () => {
    const { state } = found(aMention());
    const asked = granted(askToDelete(state, 'p1', ANNA, NOW)).state;
    const deleted = wasDeleted(asked, 'p1', NOW).state;
    expect(deleted).toMatchObject({ status: 'open', publications: [{ status: 'deleted' }] });
  });
});

describe('an answer that the app itself has under way', () => {
  const text = 'Hi Mia, it is on the next flight.';

  test.each(['sending', 'unclear', 'waiting'] as const)('(%s) is that publication and no second one', (status) => {
    const mention = aMention({ publications: [aPublication({ status, post: null })] });
    const { state } = found(mention, { text: text.toUpperCase() });
    expect(state.publications).toMatchObject([{ id: 'p1', by: ANNA, status: 'published', post: { id: '9009' } }]);
    expect(state.status).toBe('answered');
    // The call's own answer comes later and changes nothing.
    const post = { id: '9009', url: 'https://x.com/nordair/status/9009', at: NOW.toISOString() };
    expect(becamePublic(state, 'p1', post, aDesk(), NOW)).toEqual({ state, effects: [] });
  });

  test('with other words, or to another post, is not mistaken for it', () => {
    const mention = aMention({ publications: [aPublication({ status: 'sending', post: null })] });
    expect(found(mention).state.publications).toMatchObject([{ status: 'sending' }, { by: ELSEWHERE }]);
    const other = found(mention, { text, inReplyTo: '555' }).state.publications;
    expect(other).toMatchObject([{ status: 'sending' }, { by: ELSEWHERE }]);
  });

  test('and that a person confirmed by eye gets its address', () => {
    const mention = aMention({ status: 'answered', publications: [aPublication({ status: 'published', post: null })] });
    const decision = found(mention, { text });
    expect(decision.state.publications).toMatchObject([{ id: 'p1', post: { id: '9009' } }]);
    expect(effectsOf(decision, 'tell')).toEqual([]);
  });
});
