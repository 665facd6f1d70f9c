import { describe, expect, it } from 'vitest';
import { arrive, writeAgain } from '../../src/desk/arrive.ts';
import { priorityOf } from '../../src/desk/card-priority.ts';
import { edited } from '../../src/desk/edited.ts';
import { PRIORITY } from '../../src/desk/effect.ts';
import { inOrder } from '../../src/desk/order.ts';
import { reached } from '../../src/desk/reach.ts';
import { redate } from '../../src/desk/redate.ts';
import { stopClocks } from '../../src/desk/sla.ts';
import { urgencyOf } from '../../src/desk/urgency.ts';
import { aDesk, aMention, anArrival, aPost, berlin, effectsOf, instant, onlyPlanned } from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:01');
const mia = (followers: number | null) => ({ id: '77', handle: 'mia_travels', name: 'Mia', followers });
const calm = aPost({ text: 'Is the branch open on Saturday?' });
const question = (fields: Parameters<typeof anArrival>[0] = {}) =>
  anArrival({ kind: 'question', post: calm, ...fields });
const later = (n: number) =>
  anArrival({ kind: 'question', post: aPost({ id: `200${n}`, text: 'Anybody?', at: instant(`2026-11-24T10:0${n}`) }) });

describe('the urgency of a mention', () => {
  it('is the usual one, for almost every post', () => {
    expect(aMention().urgency).toEqual({ level: 'usual', reasons: [] });
  });

  it.each([
    ['danger', 'Your technician is injured'],
    ['press', 'I am a journalist, please comment'],
    ['law', 'My lawyer will call you'],
  ])('is urgent by words of %s, whatever the kind', (type, text) => {
    const { state } = arrive(question({ kind: 'praise', post: aPost({ text }) }), 1, 'C0CARE', desk, now);
    expect(state.urgency).toMatchObject({ level: 'urgent', reasons: [{ type }] });
    expect(priorityOf(state)).toBe(PRIORITY.urgent);
  });

  it.each([
    ['many follow its author', { author: mia(10_000) }, { type: 'followers', count: 10_000 }],
    ['many like it', { post: { ...calm, likes: 100 } }, { type: 'likes', count: 100 }],
    ['many pass it on', { post: { ...calm, reposts: 25 } }, { type: 'reposts', count: 25 }],
  ])('is raised where %s', (_, fields, reason) => {
    const { state } = arrive(question(fields), 1, 'C0CARE', desk, now);
    expect(state.urgency).toEqual({ level: 'raised', reasons: [reason] });
    expect(priorityOf(state)).toBe(PRIORITY.complaint);
  });

  it('is not raised by what the network did not say, nor by one less than what the team names', () => {
    const near = question({ author: mia(9_999), post: { ...calm, likes: 99, reposts: 24 } });
    expect(arrive(near, 1, 'C0CARE', desk, now).state.urgency.level).toBe('usual');
    expect(arrive(question({ author: mia(null) }), 1, 'C0CARE', desk, now).state.urgency.level).toBe('usual');
    const off = aDesk({ urgency: { followers: null, likes: null, reposts: null, repeats: null } });
    const far = question({ author: mia(9_000_000), post: { ...calm, likes: 70_000 }, elsewhere: 9 });
    expect(arrive(far, 1, 'C0CARE', off, now).state.urgency.level).toBe('usual');
  });

  it('is urgent with ten times the reach, and with two reasons together; likes and reposts are one', () => {
    expect(arrive(question({ author: mia(100_000) }), 1, 'C0CARE', desk, now).state.urgency.level).toBe('urgent');
    const liked = question({ post: { ...calm, likes: 500, reposts: 60 } });
    expect(arrive(liked, 1, 'C0CARE', desk, now).state.urgency.level).toBe('raised');
    const vip = aDesk({ vip: ['@Mia_Travels'] });
    expect(arrive(question({ author: mia(12_400) }), 1, 'C0CARE', vip, now).state.urgency).toEqual({
      level: 'urgent',
      reasons: [{ type: 'followers', count: 12_400 }, { type: 'vip' }],
    });
  });

  it('is raised by the third post without an answer, here or elsewhere, and counts anew after one', () => {
    const first = arrive(question(), 1, 'C0CARE', desk, now).state;
    const second = writeAgain(first, later(1), desk, now).state;
    expect(second.urgency.level).toBe('usual');
    const third = writeAgain(second, later(2), desk, now);
    expect(third.state.urgency).toEqual({ level: 'raised', reasons: [{ type: 'repeats', count: 3 }] });
    expect(onlyPlanned(third, 'draw-card').priority).toBe(PRIORITY.complaint);

    const answered = { ...second, clocks: stopClocks(second.clocks, now, 'p1') };
    expect(writeAgain(answered, later(2), desk, now).state.urgency.level).toBe('usual');
    expect(arrive(question({ elsewhere: 2 }), 1, 'C0CARE', desk, now).state.urgency.reasons).toEqual([
      { type: 'repeats', count: 3 },
    ]);
  });

  it('does not fall when the words that raised it are edited away', () => {
    const threat = arrive(question({ post: aPost({ text: 'My lawyer knows' }) }), 1, 'C0CARE', desk, now).state;
    const milder = { post: aPost({ id: '1005', text: 'Please call me' }) };
    expect(edited(threat, milder, ['1001', '1005'], desk, now).state.urgency.level).toBe('urgent');
    const sharper = { post: aPost({ id: '1005', text: 'My house is in flames' }) };
    const anew = edited(aMention(), sharper, ['1001', '1005'], desk, now);
    expect(anew.state.urgency.level).toBe('urgent');
    expect(effectsOf(anew, 'tell')).toMatchObject([{ news: { type: 'alarm' } }]);
  });
});

describe('the time to answer', () => {
  const due = (fields: Parameters<typeof anArrival>[0], on = desk) =>
    arrive(question(fields), 1, 'C0CARE', on, now).state.clocks[0]?.dueAt;

  it('of a raised mention is a complaint’s, of an urgent one a quarter of it', () => {
    expect(due({})).toBe(instant('2026-11-24T14:00'));
    expect(due({ author: mia(10_000) })).toBe(instant('2026-11-24T11:00'));
    expect(due({ kind: 'praise', author: mia(10_000) })).toBe(instant('2026-11-24T11:00'));
    expect(due({ author: mia(100_000) })).toBe(instant('2026-11-24T10:15'));
  });

  it('can be set, is five minutes at least, and never longer than that of the kind', () => {
    expect(due({ author: mia(100_000) }, aDesk({ urgency: { urgentMinutes: 2 } }))).toBe(instant('2026-11-24T10:02'));
    expect(due({ author: mia(100_000) }, aDesk({ sla: { complaint: 8 } }))).toBe(instant('2026-11-24T10:05'));
    expect(due({ author: mia(10_000) }, aDesk({ sla: { complaint: 500 } }))).toBe(instant('2026-11-24T14:00'));
    expect(due({ author: mia(100_000) }, aDesk({ sla: { complaint: null } }))).toBe(instant('2026-11-24T14:00'));
  });

  it('moves for all posts that wait, once one of them is urgent', () => {
    const first = arrive(question(), 1, 'C0CARE', desk, now).state;
    const threat = anArrival({
      kind: 'question',
      post: aPost({ id: '2001', text: 'My lawyer knows', at: instant('2026-11-24T10:02') }),
    });
    const { clocks } = writeAgain(first, threat, desk, now).state;
    expect(clocks.map(({ dueAt }) => dueAt)).toEqual([instant('2026-11-24T10:15'), instant('2026-11-24T10:17')]);
  });

  it('follows a change of the settings', () => {
    const mention = aMention({}, desk, question({ author: mia(5_000) }));
    const anew = redate(mention, aDesk({ urgency: { followers: 1_000 } }));
    expect(anew?.state).toMatchObject({
      urgency: { level: 'raised' },
      clocks: [{ dueAt: instant('2026-11-24T11:00') }],
    });
    expect(redate(mention, desk)).toBeNull();
  });
});

describe('a post that spreads while it waits', () => {
  const waiting = arrive(question(), 1, 'C0CARE', desk, now).state;
  const seen = (likes: number | null, followers: number | null = null) => ({
    id: '1001',
    likes,
    reposts: null,
    author: { followers },
  });

  it('is raised once it passes what the team names, and drawn again once', () => {
    expect(reached(waiting, seen(99), desk)).toBeNull();
    const raised = reached(waiting, seen(140), desk);
    expect(raised?.state.urgency).toEqual({ level: 'raised', reasons: [{ type: 'likes', count: 140 }] });
    expect(raised?.state.clocks[0]?.dueAt).toBe(instant('2026-11-24T11:00'));
    expect(raised?.effects.map(({ effect }) => effect.type)).toEqual(['draw-card']);
    const then = raised?.state ?? waiting;
    expect(reached(then, seen(700), desk)).toBeNull();
    expect(reached(then, seen(1_000), desk)?.state.urgency.level).toBe('urgent');
  });

  it('is not looked at when it is answered, unknown, or the network says nothing', () => {
    expect(reached({ ...waiting, status: 'answered' }, seen(5_000), desk)).toBeNull();
    expect(reached(waiting, { ...seen(5_000), id: '9' }, desk)).toBeNull();
    expect(reached(waiting, seen(null), desk)).toBeNull();
  });

  it('is raised where its author is followed by many by now', () => {
    expect(reached(waiting, seen(0, 20_000), desk)?.state.author.followers).toBe(20_000);
  });
});

describe('the order of work', () => {
  it('is by urgency, then by the real wait', () => {
    const [old, young] = ['09:00', '10:00'].map((time) =>
      aMention({}, desk, { post: aPost({ at: instant(`2026-11-24T${time}`) }) }),
    );
    if (old === undefined || young === undefined) throw new Error('two were made');
    const urgent = { ...young, id: 'x:3', urgency: urgencyOf({ ...young, posts: [aPost({ text: 'a fire!' })] }, desk) };
    const raised = { ...young, id: 'x:2', urgency: { level: 'raised', reasons: [] } as const };
    expect(inOrder([old, young, raised, urgent])).toEqual([urgent, raised, old, young]);
  });
});
