import { describe, expect, test } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import { postDeleted } from '../../src/desk/deletion.ts';
import { edited, turnedMention } from '../../src/desk/edited.ts';
import { facetsOf, lookup } from '../../src/desk/facets.ts';
import { becamePublic } from '../../src/desk/published.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPost,
  aPress,
  aPublication,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T10:12');
const SECOND = { post: aPost({ id: '1005', text: '@nordair found it, sorry!', at: instant('2026-11-24T10:11') }) };
const HISTORY = ['1001', '1005'];
const desk = aDesk();

describe('an edited post', () => {
  test('keeps its place, its time and its clock; both versions stay, and both ids are known', () => {
    const decision = edited(aMention({ owner: ANNA }), SECOND, HISTORY, desk, NOW);
    const { state } = decision;
    expect(state.posts).toMatchObject([
      { id: '1005', text: SECOND.post.text, at: instant('2026-11-24T10:00'), versions: [{ id: '1001' }] },
    ]);
    expect(state.clocks).toMatchObject([{ post: '1005', stopped: null, dueAt: instant('2026-11-24T11:00') }]);
    expect(state.status).toBe('open');
    expect(facetsOf(state).lookups).toEqual(
      expect.arrayContaining([lookup.post('x', '1001'), lookup.post('x', '1005')]),
    );
    expect(effectsOf(decision, 'post-note')).toMatchObject([{ note: { type: 'edited', post: '1005', owner: ANNA } }]);
    expect(effectsOf(decision, 'tell')).toEqual([]);
  });

  test('read again, or in an older version that comes late, changes nothing', () => {
    const third = { post: aPost({ id: '1009', text: 'third' }) };
    const state = edited(
      edited(aMention(), SECOND, HISTORY, desk, NOW).state,
      third,
      [...HISTORY, '1009'],
      desk,
      NOW,
    ).state;
    expect(state.posts[0]).toMatchObject({ id: '1009', versions: [{ id: '1001' }, { id: '1005' }] });
    expect(edited(state, third, [...HISTORY, '1009'], desk, NOW)).toEqual({ state, effects: [] });
    const skipped = edited(aMention(), third, [...HISTORY, '1009'], desk, NOW).state;
    expect(edited(skipped, SECOND, HISTORY, desk, NOW)).toEqual({ state: skipped, effects: [] });
  });

  test('takes a waiting answer along, and an answer to its old version still settles it', () => {
    const waiting = aMention({ publications: [aPublication({ status: 'waiting', post: null })] });
    expect(edited(waiting, SECOND, HISTORY, desk, NOW).state.publications[0]?.inReplyTo).toBe('1005');
    const sending = aMention({ publications: [aPublication({ status: 'sending', post: null })] });
    const { state } = edited(sending, SECOND, HISTORY, desk, NOW);
    expect(becamePublic(state, 'p1', aPublicPost(), aDesk(), NOW).state.status).toBe('answered');
  });

  test('is named to somebody who read the old words, once', () => {
    const { state } = edited(aMention(), SECOND, HISTORY, desk, NOW);
    const wish = { ...aPress(BEN), purpose: 'reply', text: 'Hi Mia', seen: [], anyway: false } as const;
    expect(refusalOf(answer(state, { ...wish, read: '1001' }, aDesk(), NOW))).toEqual({
      reason: 'edited-meanwhile',
      was: aPost().text,
      text: SECOND.post.text,
    });
    expect(granted(answer(state, { ...wish, read: '1005' }, aDesk(), NOW)).state.publications).toHaveLength(1);
  });

  test('that looked deleted waits again', () => {
    const closed = postDeleted(aMention({ owner: ANNA }), '1001', NOW).state;
    const { state } = edited(closed, SECOND, HISTORY, desk, NOW);
    expect(state).toMatchObject({ status: 'claimed', closed: null, posts: [{ deletedAt: null }] });
    expect(state.clocks[0]?.stopped).toBeNull();
  });

  test('that names us now may be answered by the API', () => {
    const found = aMention({}, aDesk(), { post: aPost({ via: 'search' }) });
    expect(edited(found, SECOND, HISTORY, desk, NOW).state.posts[0].via).toBe('mention');
    expect(turnedMention(found, '1001').state.posts[0].via).toBe('mention');
    const state = aMention();
    expect(turnedMention(state, '1001')).toEqual({ state, effects: [] });
  });
});
