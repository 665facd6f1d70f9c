import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { bellsNaming, dueBell, ringBell, takeKind, takePromises } from '../../src/desk/bell.ts';
import type { Channel } from '../../src/desk/channel.ts';
import { hear } from '../../src/desk/channel-lines.ts';
import { hearNews } from '../../src/desk/hear.ts';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { remind } from '../../src/desk/remind.ts';
import type { settingsSchema } from '../../src/desk/settings.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  aPost,
  aPress,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  refusalOf,
} from './examples.ts';

/** The office is open 8 to 20 h, Monday to Saturday; this is a Wednesday. */
const OPENING = '2026-11-25T08:00';
const ringing = { bell: { opening: true, closing: true }, claim: { releaseAtClosing: false } };
const desk = aDesk(ringing);
const deskWith = (more: z.input<typeof settingsSchema>) => aDesk({ ...ringing, ...more });
/** As it was left the evening before. */
const channel = aChannel({ lastOpeningAt: instant('2026-11-24T08:00') });

let made = 0;
function mentionAt(local: string, fields: Partial<Mention> = {}): Mention {
  made += 1;
  const post = aPost({ id: `9${made}`, at: instant(local) });
  return { ...aMention(fields, desk, { post, kind: fields.kind ?? 'complaint' }), id: `x:${post.id}`, number: made };
}

function promise(owner: string | null, fields: Partial<PublicPromise> = {}): PublicPromise {
  return {
    id: 'w1',
    owner,
    madeAt: instant('2026-11-24T19:00'),
    dueAt: instant('2026-11-25T10:00'),
    beforeAt: null,
    brokenAt: instant('2026-11-25T10:10'),
    publication: 'p1',
    told: 'nobody',
    ended: null,
    ...fields,
  };
}

/** What the mention makes of the news that somebody took its promises. */
function told(mention: Mention, by: string) {
  const { state, effects } = hearNews(mention, 'n1', { type: 'promises-taken', by }, berlin(OPENING));
  if (state.type !== 'mention') throw new Error('no mention any more');
  return { state, effects };
}

const rungAt = (local: string, open: readonly Mention[], promised: readonly Mention[] = [], on: Channel = channel) =>
  granted(ringBell(on, { open, promised }, desk, berlin(local)));
const lastBell = (state: Channel) => state.bells.at(-1);

describe('when the bells are rung', () => {
  it.each([
    ['at the opening', '2026-11-25T08:00', 'opening'],
    ['up to an hour late', '2026-11-25T09:00', 'opening'],
    ['a quarter of an hour before closing', '2026-11-25T19:45', 'closing'],
    ['up to an hour after that', '2026-11-25T20:45', 'closing'],
  ])('%s', (_, local, which) => {
    expect(dueBell(channel, desk, berlin(local))?.which).toBe(which);
  });

  it.each([
    ['before the opening', '2026-11-25T07:59'],
    ['more than an hour late', '2026-11-25T09:01'],
    ['before it is time', '2026-11-25T19:44'],
    ['when the closing is missed', '2026-11-25T20:46'],
    ['on a Sunday', '2026-11-29T08:00'],
    ['on a Sunday evening', '2026-11-29T19:45'],
  ])('not %s', (_, local) => {
    expect(dueBell(channel, desk, berlin(local))).toBeNull();
  });

  it('never on a holiday, nor unless the team wants them', () => {
    const holiday = aDesk(ringing, ['2026-11-25']);
    for (const local of [OPENING, '2026-11-25T19:45']) {
      expect(dueBell(channel, holiday, berlin(local))).toBeNull();
      expect(dueBell(channel, aDesk(), berlin(local))).toBeNull();
    }
    expect(dueBell(channel, aDesk({ bell: { closing: true } }), berlin(OPENING))).toBeNull();
  });

  it('never by an office that works around the clock', () => {
    const week = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00-24:00']]),
    );
    const always = deskWith({ officeHours: { timeZone: 'Europe/Berlin', week } });
    for (const local of ['2026-11-25T00:00', OPENING, '2026-11-25T23:45']) {
      expect(dueBell(channel, always, berlin(local))).toBeNull();
    }
  });

  it('once each a day, also when there is nothing to say, which is not heard', () => {
    const quiet = rungAt(OPENING, []);
    expect(quiet.effects).toEqual([]);
    expect(dueBell(quiet.state, desk, berlin('2026-11-25T08:05'))).toBeNull();
    const evening = rungAt('2026-11-25T19:45', [mentionAt('2026-11-25T19:00')], [], quiet.state);
    expect(evening.effects).toHaveLength(1);
    expect(dueBell(evening.state, desk, berlin('2026-11-25T19:46'))).toBeNull();
    expect(dueBell(evening.state, desk, berlin('2026-11-26T08:00'))?.which).toBe('opening');
  });
});

describe('what they are about', () => {
  const night = mentionAt('2026-11-24T23:00', { owner: ANNA, status: 'claimed' });
  const evening = mentionAt('2026-11-24T19:00');
  const claimed = mentionAt('2026-11-24T19:00', { owner: ANNA, status: 'claimed' });
  const snoozed = mentionAt('2026-11-24T23:00', { snooze: { until: instant('2026-11-25T12:00'), by: ANNA } });
  const promised = mentionAt('2026-11-24T19:00', { promises: [promise(null)] });
  const owned = mentionAt('2026-11-24T19:00', { promises: [promise(BEN)] });

  it('in the morning is what the night brought and what nobody has; what is promised stands with the promises', () => {
    const { state } = rungAt(OPENING, [night, evening, claimed, snoozed, promised, owned], [promised, owned]);
    expect(lastBell(state)).toMatchObject({
      which: 'opening',
      mentions: [night.id, evening.id],
      promises: [{ mention: promised.id, promise: 'w1' }],
    });
  });

  it('is also what was claimed before closing, where the desk’s closing releases it and nobody was told yet', () => {
    const releasing = deskWith({ claim: { releaseAtClosing: true } });
    const sight = { open: [night, claimed, owned], promised: [owned] };
    const { state } = granted(ringBell(channel, sight, releasing, berlin(OPENING)));
    expect(lastBell(state)).toMatchObject({ mentions: [night.id, claimed.id], promises: [{ mention: owned.id }] });
  });

  it('before closing is what nobody has, and all open promises', () => {
    const { state } = rungAt('2026-11-25T19:45', [night, evening, claimed, promised, owned], [promised, owned]);
    expect(lastBell(state)).toMatchObject({ which: 'closing', mentions: [evening.id] });
    expect(lastBell(state)?.promises.map((one) => one.mention)).toEqual([promised.id, owned.id]);
  });

  it('is not said twice: the reminder leaves the night out where the bell had it, and has it where no bell was rung', () => {
    const brought = mentionAt('2026-11-24T23:00');
    const { state } = rungAt(OPENING, [brought]);
    expect(remind(state, [brought], desk, berlin(OPENING))?.effects).toEqual([]);
    const without = granted(remind(channel, [brought], aDesk(), berlin(OPENING)));
    expect(without.state.rounds.at(-1)?.members).toMatchObject([{ mention: brought.id, threshold: 'night' }]);
    const missed = granted(remind(channel, [brought], desk, berlin('2026-11-25T09:30')));
    expect(missed.state.rounds.at(-1)?.members).toHaveLength(1);
  });
});

describe('their buttons', () => {
  const promised = mentionAt('2026-11-24T19:00', { promises: [promise(null), promise(BEN, { id: 'w2' })] });
  const rung = rungAt(OPENING, [mentionAt('2026-11-24T23:00')], [promised]).state;
  const id = lastBell(rung)?.id ?? '';

  it('name who takes a kind, each person once', () => {
    const first = granted(takeKind(rung, aPress(ANNA), id, 'complaint'));
    expect(effectsOf(first, 'draw-bell')).toEqual([{ type: 'draw-bell', bell: id }]);
    const second = granted(takeKind(first.state, aPress(BEN), id, 'complaint')).state;
    expect(lastBell(second)?.takers).toEqual({ complaint: [ANNA, BEN] });
    expect(refusalOf(takeKind(second, aPress(BEN), id, 'complaint'))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(takeKind(second, aPress(BEN, 'another press'), id, 'complaint'))).toEqual({
      reason: 'already-done',
    });
    expect(refusalOf(takeKind(second, aPress(BEN, 'old'), 'opening:2026', 'complaint'))).toEqual({
      reason: 'already-done',
    });
  });

  it('give the promises that nobody has to whoever is first, each mention once', () => {
    const taken = granted(takePromises(rung, aPress(ANNA), id));
    expect(effectsOf(taken, 'tell')).toMatchObject([
      { to: { id: promised.id }, news: { type: 'promises-taken', by: ANNA } },
    ]);
    expect(refusalOf(takePromises(taken.state, aPress(ANNA), id))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(takePromises(taken.state, aPress(BEN), id))).toEqual({ reason: 'promises-taken', by: ANNA });

    const heard = told(promised, ANNA).state;
    expect(heard.promises.map(({ owner }) => owner)).toEqual([ANNA, BEN]);
    expect(heard.history.at(-1)).toMatchObject({ by: ANNA, did: 'promise-taken' });
    expect(told(heard, BEN)).toEqual({ state: heard, effects: [] });
  });

  it('follow what is settled: the message is drawn again', () => {
    const [mention = ''] = lastBell(rung)?.mentions ?? [];
    expect(bellsNaming(rung, mention)).toHaveLength(1);
    const news = { type: 'mention-settled', mention } as const;
    expect(effectsOf(granted(hear(rung, 'n1', news, berlin(OPENING))), 'draw-bell')).toHaveLength(1);
    expect(bellsNaming(rung, 'x:none')).toEqual([]);
  });
});

it('a few bells are remembered', () => {
  let state: Channel = channel;
  for (const day of ['25', '26', '27', '28']) {
    for (const time of ['08:00', '19:45']) {
      state = rungAt(`2026-11-${day}T${time}`, [mentionAt('2026-11-24T23:00')], [], state).state;
    }
  }
  expect(state.bells.map(({ edge }) => edge)).toEqual(
    ['2026-11-27T08:00', '2026-11-27T20:00', '2026-11-28T08:00', '2026-11-28T20:00'].map(instant),
  );
});
