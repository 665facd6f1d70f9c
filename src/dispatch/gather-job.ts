import type { Clock } from '../clock.ts';
import { bellOf, namedInBell } from '../desk/bell.ts';
import type { Desk } from '../desk/desk.ts';
import type { Effect, EffectType } from '../desk/effect.ts';
import { foldedOf } from '../desk/fold.ts';
import { desktopOf, type Home, homeOf } from '../desk/home.ts';
import type { Incident } from '../desk/incident.ts';
import { linkedTo } from '../desk/incident-link.ts';
import { suggestedTo } from '../desk/incident-match.ts';
import type { Mention } from '../desk/mention.ts';
import { mutedBefore } from '../desk/muted.ts';
import { newestOn } from '../desk/own-post.ts';
import { NEW_PERSON } from '../desk/person.ts';
import { type Aggregate, channelRef, incidentRef, mentionRef, personRef } from '../desk/ref.ts';
import { type Silent, silenceOf } from '../desk/silence-meter.ts';
import type { SlackJob } from '../slack/index.ts';
import type { Store, TakenEffect } from '../store/index.ts';
import { gatherReport } from './gather-report.ts';

interface GatherDeps {
  readonly store: Store;
  readonly desk: () => Desk;
  readonly clock: Clock;
}

/** What shows how many mentions an incident explains. */
const COUNTING: readonly EffectType[] = ['draw-incident', 'draw-untold'];

/** Everything that carrying an effect out on Slack needs, from what is in the store now. */
export async function gatherJob({ row, state, inherited }: TakenEffect, deps: GatherDeps): Promise<SlackJob> {
  const { effect } = row;
  return {
    effect,
    row,
    state,
    related: await relatedTo(state, effect, deps),
    about: await aboutOf(state, effect, deps),
    silent: effect.type === 'draw-incident' ? await silentIn(state, deps) : null,
    home: effect.type === 'draw-home' ? await homeFor(state.id, deps) : null,
    report: effect.type === 'post-report' ? await gatherReport(effect.period, deps) : null,
    desk: deps.desk(),
    now: deps.clock.now(),
    lookFirst: row.unclear || inherited,
  };
}

/** The mentions that a channel's message names, that an incident's counts, or that say the same as the one on a card. */
async function relatedTo(state: Aggregate, effect: Effect, { store }: GatherDeps): Promise<readonly Mention[]> {
  if (state.type === 'incident') {
    if (!COUNTING.includes(effect.type)) return [];
    const all = await store.list('mention');
    return [...linkedTo(all, state.id), ...suggestedTo(all, state.id)];
  }
  if (state.type === 'mention') return effect.type === 'draw-card' ? foldedWith(state, store) : [];
  const mentions = await Promise.all(namedBy(state, effect).map((id) => store.read(mentionRef(id))));
  return [...mentions.filter((mention) => mention !== undefined), ...(await mutedFor(state, effect, store))];
}

/** Those whom a bell only counts. */
async function mutedFor(state: Aggregate, effect: Effect, store: Store): Promise<readonly Mention[]> {
  const bell = effect.type === 'draw-bell' && state.type === 'channel' ? bellOf(state, effect.bell) : undefined;
  return bell === undefined ? [] : mutedBefore(await store.list('mention', { open: false }), bell.edge);
}

/** Those whom the card of a mention counts beside it. */
async function foldedWith({ group }: Mention, store: Store): Promise<readonly Mention[]> {
  return group?.as === 'lead' ? foldedOf(await store.list('mention', { group: group.id, open: true })) : [];
}

/** By query, as the incident's other counts. */
async function silentIn(state: Aggregate, { store, desk }: GatherDeps): Promise<Silent | null> {
  if (state.type !== 'incident') return null;
  const [mentions, channel] = await Promise.all([store.list('mention'), store.read(channelRef(desk().channel))]);
  return silenceOf(state, mentions, channel === undefined ? null : newestOn(channel, state.network));
}

async function aboutOf(state: Aggregate, effect: Effect, { store }: GatherDeps): Promise<Mention | Incident | null> {
  if (effect.type === 'draw-surge') return incidentOf(state, effect.surge, store);
  const id = alarmOf(effect);
  const alarm = state.type === 'channel' && id !== null ? state.alarms.find((one) => one.id === id) : undefined;
  const about = alarm === undefined ? null : ((await store.read(alarm.about)) ?? null);
  return about?.type === 'channel' ? null : about;
}

/** The incident that explains a surge, or may. */
async function incidentOf(state: Aggregate, id: string, store: Store): Promise<Incident | null> {
  const surge = state.type === 'channel' ? state.surges.find((one) => one.id === id) : undefined;
  const incident = surge?.explained?.incident ?? surge?.suggested ?? null;
  return incident === null ? null : ((await store.read(incidentRef(incident))) ?? null);
}

function alarmOf(effect: Effect): string | null {
  if (effect.type === 'draw-alarm') return effect.alarm;
  return effect.type === 'send-notice' && 'alarm' in effect.notice ? effect.notice.alarm : null;
}

async function homeFor(user: string, { store, desk, clock }: GatherDeps): Promise<Home> {
  const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
  const person = (await store.read(personRef(user))) ?? { id: user, dms: NEW_PERSON.dms };
  return homeOf(person, desktopOf({ mentions, incidents }, desk(), clock.now()));
}

function namedBy(state: Aggregate, effect: Effect): readonly string[] {
  if (state.type === 'person') return state.handovers.flatMap((handover) => handover.mentions);
  if (state.type !== 'channel') return [];
  if (effect.type === 'post-again') return state.again;
  if (effect.type === 'post-offers') return state.offers.map((offer) => offer.mention);
  if (effect.type === 'draw-bell') return namedInBell(state, effect.bell);
  if (effect.type === 'draw-promises') {
    return state.promiseRounds.find((one) => one.id === effect.round)?.members.map(({ mention }) => mention) ?? [];
  }
  if (effect.type !== 'draw-round') return [];
  const round = state.rounds.find((one) => one.id === effect.round);
  return [...new Set(round?.members.map((member) => member.mention) ?? [])];
}
