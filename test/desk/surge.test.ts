import { describe, expect, test } from 'vitest';
import type { Channel } from '../../src/desk/channel.ts';
import type { Decision } from '../../src/desk/decision.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { sketch } from '../../src/desk/likeness.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { isOn, type Surge } from '../../src/desk/surge.ts';
import { dismissSurge, linkSurge } from '../../src/desk/surge-press.ts';
import { createSketches } from '../../src/desk/surge-sketches.ts';
import { explainedBy, watchSurge } from '../../src/desk/surge-watch.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anIncident,
  aPost,
  berlin,
  granted,
  minutesAfter,
  secondsAfter,
} from './examples.ts';

const NIGHT = berlin('2026-11-24T03:00');
const OUTAGE = [
  'Kein Netz in Hamburg, was ist da los?',
  'Seit einer Stunde kein Netz hier in Hamburg!',
  'kein netz mehr in Hamburg Altona',
  'Schon wieder kein Netz, Hamburg Eimsbüttel',
];

const MANY_THINGS = [
  'Die Rechnung ist falsch',
  'Techniker kam nicht',
  'Warteschleife seit vierzig Minuten',
  'Vertrag trotz Kündigung verlängert',
  'Paket beschädigt angekommen',
  'App stürzt ständig ab',
  'unfreundlicher Mitarbeiter im Laden',
];

/** So many complaints, one each so many seconds, the last one at `until`. */
function complaints(count: number, until: Date, everySeconds = 20, texts: readonly string[] = OUTAGE): Mention[] {
  return Array.from({ length: count }, (_, index) => {
    const at = secondsAfter(until, -everySeconds * (count - 1 - index)).toISOString();
    const id = `${at}-${index}`;
    const post = aPost({ id, at, text: texts[index % texts.length] ?? '' });
    return aMention({ id: `x:${id}`, number: index + 1, posts: [post] });
  });
}

const desk = aDesk();
const look = (channel: Channel, mentions: readonly Mention[], now: Date, incidents: readonly Incident[] = []) =>
  watchSurge(channel, { mentions, incidents, desk, sketchOf: createSketches() }, now);
const surgeOf = (decision: Decision<Channel> | null): Surge => {
  const surge = decision?.state.surges.at(-1);
  if (surge === undefined) throw new Error('there is no surge');
  return surge;
};
const keys = (decision: Decision<Channel> | null) => decision?.effects.map(({ key }) => key) ?? [];

/** The channel with an outage under way at three in the night, and what was written. */
function inSurge() {
  const mentions = complaints(30, NIGHT);
  const found = look(aChannel(), mentions, NIGHT);
  if (found === null) throw new Error('no surge was found');
  return { mentions, channel: found.state, found };
}

describe('a surge', () => {
  test('is found in the night of the first day, with its words and one alarm, and one message shows both', () => {
    const { found } = inSurge();
    expect(surgeOf(found)).toMatchObject({ id: 's1', signal: 'similar', words: ['Hamburg', 'kein Netz'] });
    expect(surgeOf(found).count).toBeGreaterThanOrEqual(10);
    expect(keys(found)).toEqual(['draw-surge:s1']);
    expect(found.state.alarms).toMatchObject([{ cause: { type: 'surge', surge: 's1' }, taken: null }]);
  });

  test('is no handful, and nothing that this hour usually brings', () => {
    expect(look(aChannel(), complaints(5, NIGHT), NIGHT)?.state.surges ?? []).toEqual([]);
    const busy = Array.from({ length: 168 }, () => [120, 130, 118, 125]);
    const usual = { countedUntil: NIGHT.toISOString(), complaints: busy, all: busy };
    const many = complaints(45, NIGHT, 20, MANY_THINGS);
    expect(look(aChannel({ usual }), many, NIGHT)).toBeNull();
  });

  test('is told once, and drawn again at most every 30 seconds while it grows', () => {
    const { channel, mentions } = inSurge();
    const more = [...mentions, ...complaints(10, secondsAfter(NIGHT, 25), 2)];
    expect(look(channel, more, secondsAfter(NIGHT, 25))).toBeNull();
    const grown = look(channel, more, secondsAfter(NIGHT, 31));
    expect(keys(grown)).toEqual(['draw-surge:s1']);
    expect(surgeOf(grown).total).toBeGreaterThan(surgeOf(inSurge().found).total);
    expect(grown?.state.surges).toHaveLength(1);
    expect(grown?.state.alarms).toHaveLength(1);
  });

  test('sketches each post once however often it is drawn again, and until it is those of the last minutes alone', () => {
    const { channel, mentions, found } = inSurge();
    const later = minutesAfter(NIGHT, 40);
    const grown = [...mentions, ...complaints(40, later)];
    const incidents = [anIncident({ id: 'i1' }), anIncident({ id: 'i2' })];
    const texts: string[] = [];
    const sketchOf = createSketches((text) => {
      texts.push(text);
      return sketch(text);
    });
    const sight = { mentions: grown, incidents, desk, sketchOf };
    const drawn = { ...channel, surges: [{ ...surgeOf(found), updatedAt: later.toISOString() }] };
    expect(watchSurge(drawn, sight, later)?.effects ?? []).toEqual([]);
    const theLike = 1;
    expect(texts).toHaveLength(40 + theLike);
    const first = watchSurge(channel, sight, later);
    expect(keys(first)).toEqual(['draw-surge:s1']);
    expect(watchSurge(channel, sight, later)).toEqual(first);
    expect(texts).toHaveLength(grown.length);
  });

  test('is over only when its numbers have been as usual for a quarter of an hour, and says its total', () => {
    const { channel, mentions } = inSurge();
    const calm = look(channel, mentions, minutesAfter(NIGHT, 16));
    expect(surgeOf(calm)).toMatchObject({ endedAt: null });
    const wave = [...mentions, ...complaints(20, minutesAfter(NIGHT, 20), 5)];
    const again = look(calm?.state ?? channel, wave, minutesAfter(NIGHT, 20));
    expect(surgeOf(again)).toMatchObject({ calmSince: null, endedAt: null });
    const calmAgain = look(again?.state ?? channel, wave, minutesAfter(NIGHT, 40));
    const over = look(calmAgain?.state ?? channel, wave, minutesAfter(NIGHT, 56));
    expect(surgeOf(over)).toMatchObject({ endedAt: minutesAfter(NIGHT, 56).toISOString() });
    expect(surgeOf(over).total).toBeGreaterThanOrEqual(30);
    expect(isOn(surgeOf(over))).toBe(false);
  });

  test('that is over or called none is not told once more of the same posts by a longer stretch', () => {
    const { channel, mentions } = inSurge();
    const calm = look(channel, mentions, minutesAfter(NIGHT, 16));
    const over = look(calm?.state ?? channel, mentions, minutesAfter(NIGHT, 31));
    expect(surgeOf(over).endedAt).not.toBeNull();
    const later = [35, 45, 55, 59].map((minutes) =>
      look(over?.state ?? channel, mentions, minutesAfter(NIGHT, minutes)),
    );
    expect(later.flatMap((one) => one?.state.surges ?? []).filter(({ id }) => id !== 's1')).toEqual([]);
    const early = look(aChannel(), complaints(30, minutesAfter(NIGHT, 50)), minutesAfter(NIGHT, 50));
    const none = granted(dismissSurge(early?.state ?? channel, { by: ANNA, key: 'k1' }, 's1', minutesAfter(NIGHT, 51)));
    const again = look(none.state, complaints(30, minutesAfter(NIGHT, 50)), minutesAfter(NIGHT, 61));
    expect(again?.state.surges.length ?? 1).toBe(1);
    const anew = [...mentions, ...complaints(30, minutesAfter(NIGHT, 58), 10)];
    const second = surgeOf(look(over?.state ?? channel, anew, minutesAfter(NIGHT, 58)));
    expect(second.id).toBe('s2');
    expect(second.total).toBeLessThanOrEqual(30);
  });

  test('that somebody calls none stays quiet for the rest of the hour, and no longer', () => {
    const { channel, mentions } = inSurge();
    const none = granted(dismissSurge(channel, { by: ANNA, key: 'k1' }, 's1', minutesAfter(NIGHT, 2)));
    expect(surgeOf(none).dismissed).toMatchObject({ by: ANNA, until: minutesAfter(NIGHT, 60).toISOString() });
    const goesOn = (at: Date) => [...mentions, ...complaints(60, at, 10)];
    expect(look(none.state, goesOn(minutesAfter(NIGHT, 50)), minutesAfter(NIGHT, 50))).toBeNull();
    const later = look(none.state, goesOn(minutesAfter(NIGHT, 71)), minutesAfter(NIGHT, 71));
    expect(surgeOf(later).id).toBe('s2');
    expect(dismissSurge(none.state, { by: ANNA, key: 'k2' }, 's1', NIGHT)).toEqual({
      refused: { reason: 'already-done' },
    });
  });

  test('that a running incident explains calls nobody, and offers to link what it brought', () => {
    const incident = anIncident({ title: 'Kein Netz in Hamburg' });
    const found = look(aChannel(), complaints(30, NIGHT), NIGHT, [incident]);
    expect(surgeOf(found).suggested).toBe(incident.id);
    expect(found?.state.alarms).toEqual([]);
    const linked = granted(
      linkSurge(found?.state ?? aChannel(), { by: ANNA, key: 'k1' }, 's1', incident, ['x:1', 'x:2'], NIGHT),
    );
    expect(linked.effects.map(({ key }) => key)).toEqual([
      'draw-surge:s1',
      `tell:explains:${incident.id}:x:1`,
      `tell:explains:${incident.id}:x:2`,
    ]);
    expect(surgeOf(linked).explained).toMatchObject({ incident: incident.id, by: ANNA });
  });

  test('is explained to those who tell of the same, not to who complains of something else', () => {
    const other = complaints(6, NIGHT, 30, ['Meine Rechnung ist falsch, 40 Euro zu viel abgebucht']);
    const mentions = [...complaints(30, NIGHT), ...other.map((one, index) => ({ ...one, id: `x:bill${index}` }))];
    const surge = surgeOf(look(aChannel(), mentions, NIGHT));
    const ids = explainedBy(surge, mentions, NIGHT).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => id.startsWith('x:bill'))).toEqual([]);
  });

  test('is never told where the settings say so, and one that is on ends then', () => {
    const off = aDesk({ surge: { sensitivity: 'off' } });
    const { channel, mentions } = inSurge();
    const sight = { mentions, incidents: [], desk: off, sketchOf: createSketches() };
    const none = watchSurge(aChannel(), sight, NIGHT);
    expect(none?.state.surges ?? []).toEqual([]);
    const ended = watchSurge(channel, sight, minutesAfter(NIGHT, 1));
    expect(surgeOf(ended).endedAt).not.toBeNull();
  });

  test('leaves the hours that are over in the memory of the week, also those in which the app was down', () => {
    const written = [...complaints(7, berlin('2026-11-23T10:30')), ...complaints(3, berlin('2026-11-23T12:10'))];
    const seen = look(aChannel(), written, berlin('2026-11-23T14:12'));
    const monday = (hour: number) => seen?.state.usual.complaints[24 + hour];
    expect([11, 12, 13].map(monday)).toEqual([[0], [3], [0]]);
    expect(seen?.state.usual.countedUntil).toBe(berlin('2026-11-23T14:00').toISOString());
    expect(look(seen?.state ?? aChannel(), written, berlin('2026-11-23T14:20'))).toBeNull();
  });
});
