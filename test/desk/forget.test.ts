import { describe, expect, it } from 'vitest';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { PRIORITY, plan } from '../../src/desk/effect.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import { firstAnswer, keptSla } from '../../src/desk/figures.ts';
import { erased, forgetPerson, hearForget } from '../../src/desk/forget.ts';
import type { ForgetNews } from '../../src/desk/forget-news.ts';
import { hearForgot, hearForgotten } from '../../src/desk/forget-report.ts';
import { hearNews } from '../../src/desk/hear.ts';
import { hold } from '../../src/desk/hold.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isMoot } from '../../src/desk/moot.ts';
import { NEW_PERSON, type Person } from '../../src/desk/person.ts';
import { isOutdated, outdate } from '../../src/desk/retention.ts';
import { ofSamePerson, writtenBy } from '../../src/desk/same-person.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPress,
  aPromise,
  aPublication,
  atRest,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T12:00');
const FROM = { way: 'form', name: 'forget_form' } as const;
const CARLA: Person = { ...NEW_PERSON, id: 'U0CARLA' };
const NEWS: ForgetNews = {
  type: 'forget',
  by: CARLA.id,
  from: FROM,
  channel: 'C0CARE',
  replies: false,
  report: { to: CARLA.id, request: 'k1' },
};

function answered(fields: Partial<Mention> = {}): Mention {
  const mention = aMention({ status: 'answered', owner: ANNA, publications: [aPublication()], topics: ['baggage'] });
  const stopped = { at: instant('2026-11-24T10:05:13'), publication: 'p1' };
  return { ...mention, clocks: mention.clocks.map((one) => ({ ...one, stopped })), ...fields };
}

describe('a mention whose customer is forgotten', () => {
  it('has nothing of the customer and nobody’s words left, and counts as before', () => {
    const before = answered({ ticket: 'https://crm.example/mia_travels', reasons: ['nobody answers'] });
    const { state } = hearForget(before, NEWS, NOW);
    for (const trace of ['mia_travels', 'Mia', 'suitcase', 'next flight', '"77"', 'nobody answers']) {
      expect(JSON.stringify(before)).toContain(trace);
      expect(JSON.stringify(state)).not.toContain(trace);
    }
    expect(firstAnswer(state)?.at).toBe(firstAnswer(before)?.at);
    expect(keptSla(state)).toBe(keptSla(before));
    expect(state).toMatchObject({ kind: before.kind, topics: ['baggage'], status: 'answered' });
    expect(state.history.at(-1)).toEqual({ at: NOW.toISOString(), by: CARLA.id, did: 'forgotten', from: FROM });
  });

  it('is found by its posts, so that they do not come back, and not by its customer', () => {
    const { lookups, uncarded, wakeAt } = facetsOf(hearForget(answered(), NEWS, NOW).state);
    expect(lookups).toEqual(['number:mention:42', 'post:x:1001', 'post:x:9001']);
    expect([uncarded, wakeAt]).toEqual([false, null]);
  });

  it('that was open is closed, drops its promises and leaves the reminders', () => {
    const open = aMention({ status: 'claimed', owner: ANNA, promises: [aPromise({ told: 'due' })] });
    const decision = hearForget(open, NEWS, NOW);
    expect(decision.state).toMatchObject({ status: 'closed', closed: { by: CARLA.id, reason: '' } });
    expect(decision.state.promises[0]?.ended).toMatchObject({ how: 'dropped' });
    const news = effectsOf(decision, 'tell').map((effect) => effect.news.type);
    expect(news).toEqual(['promise-ended', 'mention-settled', 'mention-emptied']);
  });

  it('lets no text go out that still waits, and shows nothing more', () => {
    const waiting = aMention({ publications: [aPublication({ status: 'waiting', post: null })] });
    const { state } = hearForget(waiting, NEWS, NOW);
    expect(state.publications).toMatchObject([{ status: 'undone', text: '' }]);
    expect(isMoot(state, atRest(plan({ type: 'draw-card' }, PRIORITY.press)), NOW)).toBe(true);
    expect(isMoot(state, atRest(plan({ type: 'publish', publication: 'p1' }, PRIORITY.press)), NOW)).toBe(true);
  });

  it('tells whoever asked when Slack has deleted the last copy', () => {
    let decision = hearForget(answered(), NEWS, NOW);
    const erasures = effectsOf(decision, 'erase');
    expect(erasures.map(({ erasure }) => erasure.what)).toEqual(['message', 'direct', 'lines', 'files']);
    const left = [{ channel: 'C0CARE', ts: '1700000000.000200' }];
    for (const [index, { id }] of erasures.entries()) {
      expect(effectsOf(decision, 'tell').filter(({ news }) => news.type === 'forgotten')).toEqual([]);
      const next = erased(decision.state, id, { left: index === 0 ? left : [], undeleted: null });
      if (next.state.type !== 'mention') throw new Error('no mention');
      decision = { ...next, state: next.state };
    }
    const [told] = effectsOf(decision, 'tell');
    expect(told?.news).toMatchObject({ type: 'forgotten', done: { number: 42, kept: null, replies: 1, left } });
  });

  it('is kept while a lead holds it, and while a reply is on its way', () => {
    const held = granted(hold(answered(), aPress(BEN), 'A court asks.', NOW)).state;
    const sending = answered({ publications: [aPublication({ status: 'sending' })] });
    for (const [mention, kept] of [
      [held, 'held'],
      [sending, 'under-way'],
    ] as const) {
      const decision = hearForget(mention, NEWS, NOW);
      expect(decision.state).toBe(mention);
      expect(effectsOf(decision, 'tell')[0]?.news).toMatchObject({ type: 'forgotten', done: { kept } });
    }
  });

  it('takes our public reply back where that is wanted', () => {
    const decision = hearForget(answered(), { ...NEWS, replies: true }, NOW);
    expect(decision.state.publications).toMatchObject([{ status: 'deleting', post: { id: '9001' } }]);
    expect(effectsOf(decision, 'unpublish')).toEqual([{ type: 'unpublish', publication: 'p1' }]);
  });

  it('hears of nothing any more, and twice is once', () => {
    const { state } = hearForget(answered(), NEWS, NOW);
    const heard = hearNews(state, 'n1', { type: 'handed-over', from: ANNA, to: BEN, by: ANNA, note: 'Mia again' }, NOW);
    expect(JSON.stringify(heard.state)).not.toContain('Mia');
    expect(hearForget(state, NEWS, NOW).state).toBe(state);
  });
});

describe('the request to forget a person', () => {
  const wish = { by: CARLA.id, key: 'k1', from: FROM, channel: 'C0CARE', replies: false };

  it('tells each mention once, and the desk without naming anybody', () => {
    const decision = granted(forgetPerson(CARLA, wish, [answered()]));
    const news = effectsOf(decision, 'tell').map((effect) => effect.news);
    expect(news).toEqual([NEWS, { type: 'forgot', by: CARLA.id, from: FROM, numbers: [42], handles: ['mia_travels'] }]);
    expect(refusalOf(forgetPerson(decision.state, wish, [answered()]))).toEqual({ reason: 'already-handled' });
    const desk = { ...NEW_DESK, settings: aDesk().settings };
    const noted = hearForgot(desk, 'n1', { type: 'forgot', by: CARLA.id, from: FROM, numbers: [42] }, NOW).state;
    expect(noted.history).toMatchObject([{ by: CARLA.id, did: 'forgot', text: '#42', from: FROM }]);
  });

  it('is refused with the name of the hold where all is held, and where nothing is there', () => {
    const held = granted(hold(answered(), aPress(BEN), 'A court asks.', NOW)).state;
    expect(refusalOf(forgetPerson(CARLA, wish, [held]))).toMatchObject({ reason: 'held', number: 42, by: BEN });
    expect(refusalOf(forgetPerson(CARLA, wish, []))).toEqual({ reason: 'nobody-to-forget' });
  });

  it('ends with one message, after the last of its mentions', () => {
    const two = [answered(), { ...answered(), id: 'x:2', number: 43 }];
    const { state } = granted(forgetPerson(CARLA, wish, two));
    const done = { mention: 'x:1001', number: 42, kept: null, replies: 1, left: [], undeleted: [] };
    const first = hearForgotten(state, 'd1', { type: 'forgotten', request: 'k1', done });
    expect(first.effects).toEqual([]);
    const news = { type: 'forgotten', request: 'k1', done: { ...done, mention: 'x:2', number: 43 } } as const;
    const second = hearForgotten(first.state, 'd2', news);
    expect(effectsOf(second, 'send-notice')).toMatchObject([{ to: CARLA.id, notice: { type: 'forgotten' } }]);
    expect(hearForgotten(second.state, 'd2', news).effects).toEqual([]);
  });

  it('finds a person by handle or id, under every name that they had', () => {
    const renamed: Mention = { ...answered(), id: 'x:2', author: { ...answered().author, handle: 'mia_flies' } };
    const other: Mention = { ...answered(), id: 'x:3', author: { ...answered().author, id: '78', handle: 'ben' } };
    const all = [answered(), renamed, other];
    expect(writtenBy('@MIA_travels', all).map(({ id }) => id)).toEqual(['x:1001', 'x:2']);
    expect(writtenBy('78', all).map(({ id }) => id)).toEqual(['x:3']);
    expect(writtenBy('mia_travels', all, 'mastodon')).toEqual([]);
    expect(ofSamePerson(renamed, all)).toHaveLength(2);
  });
});

describe('the retention time', () => {
  const DAY_MS = 24 * 60 * 60_000;
  const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

  it.each([
    ['an answered mention', answered(), true],
    ['an open one', aMention(), false],
    ['one on legal hold', answered({ held: { by: BEN, at: NOW.toISOString(), reason: 'court' } }), false],
    ['one with an open promise', answered({ promises: [aPromise()] }), false],
    ['one with a text that waits', answered({ publications: [aPublication({ status: 'unclear' })] }), false],
  ])('is over for %s after its days: %#', (_what, mention, isOver) => {
    expect(isOutdated(mention, aDesk(), later(399))).toBe(false);
    expect(isOutdated(mention, aDesk(), later(401))).toBe(isOver);
    expect(isOutdated(mention, aDesk({ retentionDays: null }), later(4_000))).toBe(false);
  });

  it('takes away what forgetting does, but leaves the files of others', () => {
    const decision = outdate(answered(), aDesk(), later(401));
    expect(decision.state.forgotten).toMatchObject({ by: 'earshot', why: 'retention', report: null });
    expect(JSON.stringify(decision.state)).not.toContain('mia_travels');
    expect(effectsOf(decision, 'erase').map(({ erasure }) => erasure.what)).toEqual(['message', 'direct', 'lines']);
    expect(outdate(decision.state, aDesk(), later(900)).effects).toEqual([]);
  });
});
