import { alarmLine, alarmNotice } from '../../views/alarm.ts';
import { againLine, backlogLine } from '../../views/backlog.ts';
import { bell } from '../../views/bell.ts';
import { card, cardPlain } from '../../views/card.ts';
import { channelNote } from '../../views/channel-note.ts';
import type { ViewContext } from '../../views/context.ts';
import { escalationMessage } from '../../views/escalation.ts';
import { forgottenNotice } from '../../views/forgotten-notice.ts';
import { handoverNotice } from '../../views/hands-notice.ts';
import { incidentCard, incidentPlain, updateDue } from '../../views/incident.ts';
import type { ChartedMessage } from '../../views/message.ts';
import { note } from '../../views/note.ts';
import { notice } from '../../views/notice.ts';
import { offersLine } from '../../views/offers.ts';
import { pauseLine } from '../../views/pause.ts';
import { promiseRound } from '../../views/promise-round.ts';
import { report, reportPlain } from '../../views/report.ts';
import { round } from '../../views/round.ts';
import { shutOutNotice } from '../../views/shut-out.ts';
import { silenceLine } from '../../views/silence.ts';
import { cheerfulNote } from '../../views/silence-meter.ts';
import { surgeMessage } from '../../views/surge.ts';
import { untoldMessage } from '../../views/untold.ts';
import type { Channel } from '../desk/channel.ts';
import type { Effect, EffectOf, PostReport } from '../desk/effect.ts';
import { askedBy, escalationOf } from '../desk/escalation.ts';
import { CallFault } from '../desk/fault.ts';
import type { Incident } from '../desk/incident.ts';
import type { Asked, Mention } from '../desk/mention.ts';
import type { Person } from '../desk/person.ts';
import type { SlackMessage } from '../desk/ref.ts';
import type { SlackJob } from './index.ts';
import { shownPromises, shownRound } from './shown-rounds.ts';

/** Where a message is to stand: in a channel, in a thread there, or in the direct messages of a person. */
export type Address = { readonly channel: string; readonly threadTs: string | null } | { readonly user: string };

/** One effect in Slack's terms: what is to be shown, and where. */
export interface Errand {
  readonly to: Address;
  /** The message that it updates; null while it is still to be posted. */
  readonly at: SlackMessage | null;
  readonly message: ChartedMessage;
  /** A simpler form, for when Slack refuses the blocks; the text alone comes last. */
  readonly plain: ChartedMessage | null;
  /** Shows the latest state in one message, so that one found in Slack is brought up to date. */
  readonly isDraw: boolean;
}

/** What an effect asks of Slack, drawn from the latest state; null when there is nothing to say any more. */
export function errandOf(job: SlackJob, ctx: ViewContext): Errand | null {
  const { effect, state } = job;
  switch (state.type) {
    case 'mention':
      return mentionErrand(state, job, ctx);
    case 'incident':
      return incidentErrand(state, job, ctx);
    case 'channel':
      return channelErrand(state, job, ctx);
    case 'person':
      return personErrand(state, job, ctx);
    case 'desk':
    case 'spending':
      throw notForSlack(effect);
  }
}

function mentionErrand(mention: Mention, { effect, related }: SlackJob, ctx: ViewContext): Errand {
  const inChannel = { channel: mention.channel, threadTs: null };
  switch (effect.type) {
    case 'draw-card':
      return draw(inChannel, mention.card, card(mention, ctx, related), cardPlain(mention, ctx, related));
    case 'post-note':
      return post(threadOf(mention), note(mention, effect.note, ctx));
    case 'post-escalation': {
      const escalation = escalationOf(mention, effect.escalation);
      const asked = askedBy(mention, effect);
      if (escalation === undefined || asked === null) throw notForSlack(effect);
      const message = escalationMessage(mention, escalation, asked, ctx);
      return draw(addressOf(asked, mention), asked.message, message, null);
    }
    case 'send-notice':
      return noticeErrand(mention, effect, ctx);
    default:
      throw notForSlack(effect);
  }
}

function incidentErrand(incident: Incident, { effect, related, silent }: SlackJob, ctx: ViewContext): Errand | null {
  const inChannel = { channel: incident.channel, threadTs: null };
  switch (effect.type) {
    case 'draw-incident': {
      const plain = incidentPlain(incident, related, ctx, silent);
      return draw(inChannel, incident.card, incidentCard(incident, related, ctx, silent), plain);
    }
    case 'draw-untold': {
      const message = untoldMessage(incident, related, ctx);
      return message && draw(inChannel, incident.untold, message, null);
    }
    case 'post-update-due':
      return post(inChannel, updateDue(incident, ctx));
    case 'post-cheerful': {
      const { card: at, cheerful } = incident;
      const isStill = at !== null && cheerful?.id === effect.post;
      return isStill ? post({ channel: at.channel, threadTs: at.ts }, cheerfulNote(cheerful, ctx)) : null;
    }
    case 'send-notice':
      return noticeErrand(incident, effect, ctx);
    default:
      throw notForSlack(effect);
  }
}

function noticeErrand(about: Mention | Incident, effect: EffectOf<'send-notice'>, ctx: ViewContext): Errand {
  // These belong to the channel.
  if ('alarm' in effect.notice || effect.notice.type === 'shut-out' || effect.notice.type === 'let-in') {
    throw notForSlack(effect);
  }
  return post({ user: effect.to }, notice(about, effect.notice, ctx));
}

function channelErrand(channel: Channel, job: SlackJob, ctx: ViewContext): Errand | null {
  const { effect, related } = job;
  const inChannel = { channel: channel.id, threadTs: null };
  switch (effect.type) {
    case 'draw-round': {
      const found = channel.rounds.find((one) => one.id === effect.round);
      const shown = found === undefined ? null : shownRound(found, related);
      return shown && draw(inChannel, shown.message, round(shown, related, ctx), null);
    }
    case 'draw-promises': {
      const found = channel.promiseRounds.find((one) => one.id === effect.round);
      const shown = found === undefined ? null : shownPromises(found, related);
      return shown && draw(inChannel, shown.message, promiseRound(shown, related, ctx), null);
    }
    case 'draw-backlog':
      return channel.backlog && draw(inChannel, channel.backlog.message, backlogLine(channel.backlog, ctx), null);
    case 'draw-bell': {
      const found = channel.bells.find((one) => one.id === effect.bell);
      return found === undefined ? null : draw(inChannel, found.message, bell(channel.id, found, related, ctx), null);
    }
    case 'draw-pause': {
      const line = channel.pauses.find((one) => one.at === effect.pause);
      return line === undefined ? null : draw(inChannel, line.message, pauseLine(line, ctx), null);
    }
    case 'draw-alarm': {
      const alarm = channel.alarms.find((one) => one.id === effect.alarm);
      return alarm === undefined ? null : draw(inChannel, alarm.message, alarmLine(alarm, job.about, ctx), null);
    }
    case 'draw-surge':
      return surgeErrand(channel, effect.surge, job, ctx);
    case 'send-notice':
      return alarmErrand(channel, effect, job, ctx);
    case 'post-again':
      return related.length === 0 ? null : post(inChannel, againLine(related, ctx));
    case 'post-offers': {
      const message = offersLine(channel.offers, related, ctx);
      return message && post(inChannel, message);
    }
    case 'post-channel-note':
      return post(inChannel, channelNote(effect.note, ctx));
    case 'post-silence': {
      const found = channel.silences.find((one) => one.id === effect.silence);
      return found === undefined ? null : draw(inChannel, null, silenceLine(found, ctx), null);
    }
    case 'post-report':
      return reportErrand(inChannel, effect, job, ctx);
    default:
      throw notForSlack(effect);
  }
}

function personErrand(person: Person, { effect, related }: SlackJob, ctx: ViewContext): Errand | null {
  if (effect.type === 'send-notice' && effect.notice.type === 'forgotten') {
    const { request: id } = effect.notice;
    const request = person.forgettings.find((one) => one.id === id);
    return request === undefined ? null : post({ user: effect.to }, forgottenNotice(request, ctx));
  }
  if (effect.type !== 'send-notice' || effect.notice.type !== 'all-handed-over') throw notForSlack(effect);
  const { handover: id } = effect.notice;
  const handover = person.handovers.find((one) => one.id === id);
  const message = handover === undefined ? null : handoverNotice(person.id, handover, related, ctx);
  return message && post({ user: effect.to }, message);
}

function surgeErrand(channel: Channel, id: string, { about }: SlackJob, ctx: ViewContext): Errand | null {
  const surge = channel.surges.find((one) => one.id === id);
  if (surge === undefined) return null;
  const inChannel = { channel: channel.id, threadTs: null };
  return draw(inChannel, surge.message, surgeMessage(channel, surge, about, ctx), null);
}

function alarmErrand(
  channel: Channel,
  { to, notice: told }: EffectOf<'send-notice'>,
  { about, effect }: SlackJob,
  ctx: ViewContext,
): Errand | null {
  if (told.type === 'shut-out' || told.type === 'let-in') {
    const message = shutOutNotice(channel, told, ctx);
    return message && post({ user: to }, message);
  }
  if (!('alarm' in told)) throw notForSlack(effect);
  const alarm = channel.alarms.find((one) => one.id === told.alarm);
  return alarm === undefined ? null : post({ user: to }, alarmNotice(alarm, about, told, ctx, channel));
}

function reportErrand(inChannel: Address, effect: PostReport, { report: about }: SlackJob, ctx: ViewContext): Errand {
  if (about === null) throw notForSlack(effect);
  const { to, by } = effect;
  const reader = { isPrivate: to !== null, shownBy: by };
  const rich = post(to === null ? inChannel : { user: to }, report(about, reader, ctx));
  return { ...rich, plain: reportPlain(about, reader, ctx) };
}

/** A group without a channel of its own is asked in the card's thread. */
function addressOf(asked: Asked, mention: Mention): Address {
  if (asked.to.type === 'user') return { user: asked.to.id };
  return asked.channel === null ? threadOf(mention) : { channel: asked.channel, threadTs: null };
}

function threadOf({ card: at }: Mention): Address {
  if (at === null) throw new CallFault({ act: 'retry', afterMs: 0, limited: false, why: 'the card is not there yet' });
  return { channel: at.channel, threadTs: at.ts };
}

function draw(to: Address, at: SlackMessage | null, message: ChartedMessage, plain: ChartedMessage | null): Errand {
  return { to, at, message, plain, isDraw: true };
}

function post(to: Address, message: ChartedMessage): Errand {
  return { to, at: null, message, plain: null, isDraw: false };
}

function notForSlack(effect: Effect): CallFault {
  return new CallFault({ act: 'give-up', code: 'slack-refused', why: `${effect.type} has nothing to show here` });
}
