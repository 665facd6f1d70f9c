import { TZDate } from '@date-fns/tz';
import type { z } from 'zod';
import { type Arrival, arrive } from '../../src/desk/arrive.ts';
import { type Channel, NEW_CHANNEL } from '../../src/desk/channel.ts';
import { type Decision, isRefused, type Outcome, type Refusal } from '../../src/desk/decision.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { EffectOf, EffectRow, EffectType, PlannedEffect } from '../../src/desk/effect.ts';
import { type Incident, NEW_INCIDENT } from '../../src/desk/incident.ts';
import type { Instant } from '../../src/desk/instant.ts';
import type { Mention, PublicPromise } from '../../src/desk/mention.ts';
import { officeHours } from '../../src/desk/office-hours.ts';
import { NEW_POST, type Post } from '../../src/desk/post.ts';
import type { Press } from '../../src/desk/press.ts';
import { NEW_PUBLICATION, type Publication } from '../../src/desk/publication.ts';
import { settingsSchema } from '../../src/desk/settings.ts';

/** Colleagues at the desk. */
export const ANNA = 'U0ANNA';
export const BEN = 'U0BEN';
export const CARD = { channel: 'C0CARE', ts: '1700000000.000100' } as const;

/** The instant at which clocks in Berlin show `2026-11-24T10:00`, a Tuesday, as decisions get it. */
export function berlin(local: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = local.split(/[-T:]/).map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, second, 'Europe/Berlin').getTime());
}

/** The same at rest. */
export function instant(local: string): Instant {
  return berlin(local).toISOString();
}

export function secondsAfter(start: Date | Instant, seconds: number): Date {
  return new Date(new Date(start).getTime() + seconds * 1_000);
}

export function minutesAfter(start: Date | Instant, minutes: number): Date {
  return secondsAfter(start, minutes * 60);
}

/** A desk with the default settings but for those given, closed on the given days (`2026-12-25`). */
export function aDesk(settings: z.input<typeof settingsSchema> = {}, closed: readonly string[] = []): Desk {
  const parsed = settingsSchema.parse(settings);
  const hours = officeHours(parsed, new Set(closed));
  const leads = { people: parsed.leads.filter((id) => !id.startsWith('S')), areKnown: true };
  return { channel: CARD.channel, settings: parsed, hours, leads, staffNames: false, paused: null };
}

export function aPost(fields: Partial<Post> = {}): Post {
  const id = fields.id ?? '1001';
  return {
    ...NEW_POST,
    id,
    text: '@nordair my suitcase is still in Oslo, and nobody answers the phone!',
    at: instant('2026-11-24T10:00'),
    url: `https://x.com/mia_travels/status/${id}`,
    pictures: [],
    ...fields,
  };
}

export function anArrival(fields: Partial<Arrival> = {}): Arrival {
  return {
    network: 'x',
    conversation: '1001',
    author: { id: '77', handle: 'mia_travels', name: 'Mia', followers: 1_200 },
    post: aPost(),
    kind: 'complaint',
    lang: 'en',
    reasons: ['nobody answers'],
    ...fields,
  };
}

/** A complaint of Tuesday, 24 November 2026, 10:00, with its card in the channel; its clock runs until 11:00. */
export function aMention(fields: Partial<Mention> = {}, desk: Desk = aDesk(), arrival: Partial<Arrival> = {}): Mention {
  const whole = anArrival({ kind: fields.kind ?? 'complaint', ...arrival });
  const { state } = arrive(whole, 42, CARD.channel, desk, new Date(whole.post.at));
  return { ...state, card: CARD, ...fields };
}

/** Anna's answer to the mention above, public since 10:05. */
export function aPublication(fields: Partial<Publication> = {}): Publication {
  return {
    ...NEW_PUBLICATION,
    id: 'p1',
    purpose: 'reply',
    text: 'Hi Mia, it is on the next flight.',
    by: ANNA,
    pressedAt: instant('2026-11-24T10:05'),
    inReplyTo: '1001',
    status: 'published',
    goesOutAt: instant('2026-11-24T10:05:12'),
    expiresAt: instant('2026-11-24T10:20'),
    attempt: { id: 'a1', at: instant('2026-11-24T10:05:12') },
    post: fields.status === undefined || fields.status === 'published' ? aPublicPost() : null,
    ...fields,
  };
}

/** Anna’s promise to be back by 17:00, of which nobody was told yet. */
export function aPromise(fields: Partial<PublicPromise> = {}): PublicPromise {
  return {
    id: 'w1',
    owner: ANNA,
    madeAt: instant('2026-11-24T10:06'),
    dueAt: instant('2026-11-24T17:00'),
    beforeAt: instant('2026-11-24T16:45'),
    brokenAt: instant('2026-11-24T17:10'),
    publication: 'p1',
    told: 'nobody',
    ended: null,
    ...fields,
  };
}

export function aPublicPost(id = '9001') {
  return { id, url: `https://x.com/nordair/status/${id}`, at: instant('2026-11-24T10:05:13') };
}

/** An outage since 10:00 whose first word is public and whose next is due at 10:30. */
export function anIncident(fields: Partial<Incident> = {}): Incident {
  return {
    ...NEW_INCIDENT,
    id: 'incident:k1',
    number: 1,
    network: 'x',
    channel: CARD.channel,
    title: 'Check-in is down',
    severity: 'major',
    startedBy: ANNA,
    startedAt: instant('2026-11-24T10:00'),
    publications: [aPublication({ purpose: 'incident-start', inReplyTo: null })],
    updateMinutes: 30,
    updateDueAt: instant('2026-11-24T10:30'),
    remindAt: instant('2026-11-24T10:30'),
    card: CARD,
    ...fields,
  };
}

/** The channel on Tuesday, 24 November 2026, after the office opened at 8:00 and its night was grouped. */
export function aChannel(fields: Partial<Channel> = {}): Channel {
  return { ...NEW_CHANNEL, id: CARD.channel, lastOpeningAt: instant('2026-11-24T08:00'), ...fields };
}

export function aPress(by = ANNA, key = `press of ${by}`): Press {
  return { by, key };
}

/** A planned effect as the store keeps it. */
export function atRest(planned: PlannedEffect, fields: Partial<EffectRow> = {}): EffectRow {
  const savedAt = instant('2026-11-24T10:00');
  return { ...planned, savedAt, revision: 1, attempts: 0, unclear: false, parked: null, ...fields };
}

/** The decision behind an outcome; a refusal is an error that names it. */
export function granted<S>(outcome: Outcome<S> | Decision<S> | null): Decision<S> {
  if (outcome === null) throw new Error('nothing was decided');
  if (isRefused(outcome)) throw new Error(`refused: ${outcome.refused.reason}`);
  return outcome;
}

/** The refusal behind an outcome; a decision is an error. */
export function refusalOf(outcome: Outcome<unknown>): Refusal {
  if (!isRefused(outcome)) throw new Error('it was not refused');
  return outcome.refused;
}

/** The planned effects of one type, as they would be carried out. */
export function effectsOf<T extends EffectType>(decision: Decision<unknown>, type: T): readonly EffectOf<T>[] {
  const isWanted = (effect: { readonly type: EffectType }): effect is EffectOf<T> => effect.type === type;
  return decision.effects.map((planned) => planned.effect).filter(isWanted);
}

/** The planned effect of this type; an error unless there is exactly one. */
export function onlyPlanned(decision: Decision<unknown>, type: EffectType): PlannedEffect {
  const [first, ...more] = decision.effects.filter((planned) => planned.effect.type === type);
  if (first === undefined || more.length > 0) throw new Error(`not exactly one ${type}`);
  return first;
}
