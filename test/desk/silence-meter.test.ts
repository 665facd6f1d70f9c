import { describe, expect, test } from 'vitest';
import { noteOwnPost } from '../../src/desk/own-post.ts';
import { hearCheerful, silenceLevel, silenceOf, tellCheerful, wakeMeter } from '../../src/desk/silence-meter.ts';
import { aChannel, aMention, anIncident, aPost, aPublication, instant, minutesAfter } from './examples.ts';

const STARTED = instant('2026-11-24T10:00');
const word = aPublication({
  purpose: 'incident-start',
  post: { id: '9001', url: 'https://x.com/nordair/status/9001', at: instant('2026-11-24T10:05') },
});
const incident = anIncident({ startedAt: STARTED, publications: [word], updateMinutes: 30 });
const complaint = (at: string, kind: 'complaint' | 'praise' = 'complaint') =>
  aMention({ id: `x:${at}`, kind, posts: [aPost({ at: instant(at) })] });
const greeting = {
  network: 'x',
  id: '1',
  url: 'https://x.com/nordair/status/1',
  at: instant('2026-11-24T08:00'),
  text: 'Happy Tuesday! What are your plans?',
};

describe('how long the public has heard nothing', () => {
  test('counts from our last word, whoever wrote it, and with the complaints since', () => {
    const mentions = [
      complaint('2026-11-24T10:04'),
      complaint('2026-11-24T10:06'),
      complaint('2026-11-24T10:20', 'praise'),
    ];
    expect(silenceOf(incident, mentions, null)).toEqual({ since: word.post?.at, hasSpoken: true, complaints: 1 });
    const byHand = { ...greeting, at: instant('2026-11-24T10:10'), text: 'Our engineers are on their way.' };
    expect(silenceOf(incident, mentions, byHand)).toEqual({ since: byHand.at, hasSpoken: true, complaints: 0 });
    const cheerful = { ...greeting, at: instant('2026-11-24T10:10') };
    expect(silenceOf(incident, mentions, cheerful)).toMatchObject({ since: word.post?.at });
  });

  test('counts from the beginning while there is no word, and is nothing once it is over', () => {
    const mute = anIncident({ startedAt: STARTED, publications: [] });
    expect(silenceOf(mute, [], null)).toEqual({ since: STARTED, hasSpoken: false, complaints: 0 });
    expect(silenceOf({ ...incident, status: 'resolved' }, [], null)).toBeNull();
  });

  test('is long after the pause that the team named, and far too long after twice of it', () => {
    const silent = { since: STARTED, hasSpoken: true, complaints: 0 };
    const level = (minutes: number) => silenceLevel(silent, incident, minutesAfter(STARTED, minutes));
    expect([29, 30, 59, 60].map(level)).toEqual(['fine', 'long', 'long', 'far-too-long']);
  });

  test('is drawn every five minutes and not more often', () => {
    const first = wakeMeter(incident, minutesAfter(STARTED, 1));
    expect(first?.effects).toEqual([]);
    const metered = first?.state ?? incident;
    expect(wakeMeter(metered, minutesAfter(STARTED, 5))).toBeNull();
    expect(wakeMeter(metered, minutesAfter(STARTED, 6))?.effects.map(({ key }) => key)).toEqual(['draw-incident']);
    expect(wakeMeter({ ...metered, status: 'resolved' }, minutesAfter(STARTED, 60))).toBeNull();
  });
});

describe('a greeting on our profile', () => {
  const channel = aChannel({ ourPosts: [greeting] });
  const silent = anIncident({ startedAt: STARTED, publications: [] });
  const told = (...incidents: Parameters<typeof tellCheerful>[1]) =>
    tellCheerful(channel, incidents)?.effects.map(({ effect }) => (effect.type === 'tell' ? effect.news : null));

  test('from the morning is told to an incident that starts, once, and to its thread', () => {
    expect(told(silent)).toEqual([{ type: 'cheerful-post', post: greeting }]);
    const heard = hearCheerful(silent, { type: 'cheerful-post', post: greeting });
    expect(heard.effects.map(({ key }) => key)).toEqual(['draw-incident', 'post-cheerful:1']);
    expect(told(heard.state)).toBeUndefined();
    expect(hearCheerful(heard.state, { type: 'cheerful-post', post: greeting }).effects).toEqual([]);
  });

  test('is no longer told once a word of ours is newer, and not when it is older than a day', () => {
    const warned = { ...incident, cheerful: greeting };
    expect(told(warned)).toEqual([{ type: 'cheerful-post', post: null }]);
    expect(hearCheerful(warned, { type: 'cheerful-post', post: null }).effects.map(({ key }) => key)).toEqual([
      'draw-incident',
    ]);
    expect(told(anIncident({ startedAt: instant('2026-11-25T08:01'), publications: [] }))).toBeUndefined();
  });

  test('gives way to what is newer, and an older one that is read later changes nothing', () => {
    const newer = { ...greeting, id: '2', at: instant('2026-11-24T09:00'), text: 'Timetables change on Sunday.' };
    expect(noteOwnPost(channel, newer)?.state.ourPosts).toEqual([newer]);
    expect(noteOwnPost(channel, { ...newer, at: instant('2026-11-24T07:00') })).toBeNull();
  });
});
