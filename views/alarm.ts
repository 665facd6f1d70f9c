import type { KnownBlock } from '@slack/types';
import type { Alarm } from '../src/desk/alarm.ts';
import type { Channel } from '../src/desk/channel.ts';
import type { AlarmNotice } from '../src/desk/effect.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import { onCallNow } from '../src/desk/on-call.ts';
import { channelRef } from '../src/desk/ref.ts';
import type { Surge } from '../src/desk/surge.ts';
import { titled } from './about.ts';
import { actions, button, context, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName } from './facts.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { surgeName } from './surge.ts';
import { cardLink, snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/** What an alarm is about, as it is now; null when nobody knows it any more. */
export type AlarmSubject = Mention | Incident | null;

/** The channel's one line about an alarm: what, who was called, who has it. */
export function alarmLine(alarm: Alarm, about: AlarmSubject, ctx: ViewContext): Message {
  const what = whatOf(alarm, about, ctx);
  const { words } = ctx;
  if (alarm.taken === null && alarm.overAt === null) {
    return {
      text: `🚨 ${what}`,
      blocks: [section(`🚨 *${what}*`), ...wordsOf(alarm, about), context(calledText(alarm, ctx)), take(alarm, ctx)],
    };
  }
  const end = endOf(alarm, ctx);
  const called = alarm.told.length === 0 ? '' : ` · ${words.alarm.called(names(alarm))}`;
  return { text: `${end}: ${what}`, blocks: [context(`${end}: ${what}${called}`)] };
}

/**
 * To who is on call: the alarm, or that it is in other hands or over.
 * @param channel the one that keeps the alarm, and the surge that it may be about
 */
export function alarmNotice(
  alarm: Alarm,
  about: AlarmSubject,
  { type }: AlarmNotice,
  ctx: ViewContext,
  channel: Pick<Channel, 'surges'>,
): Message {
  const what = whatOf(alarm, about, ctx, channel.surges);
  if (type === 'alarm-ended') {
    const text = `${endOf(alarm, ctx)}: ${what}`;
    return { text, blocks: [section(text)] };
  }
  return {
    text: `🚨 ${what}`,
    blocks: [
      section(`🚨 *${what}*`),
      ...wordsOf(alarm, about),
      context(ctx.words.alarm.onCall(when(alarm.startedAt))),
      take(alarm, ctx),
    ],
  };
}

function whatOf(
  { cause, about: ref }: Alarm,
  about: AlarmSubject,
  ctx: ViewContext,
  surges: Channel['surges'] = [],
): string {
  const { words } = ctx;
  const what = about === null ? snippet(ref.id, 60) : nameOf(about, ctx);
  switch (cause.type) {
    case 'danger':
      return words.alarm.danger(dangerText(cause.words, ctx), what);
    case 'update-overdue':
      return words.alarm.updateOverdue(what, when(cause.dueAt));
    case 'surge':
      return surges
        .filter(({ id }) => id === cause.surge)
        .map((one) => words.surge.alarm(surgeNamed(one, ctx)))
        .join('');
  }
}

/** The words that sound like danger, each as a quotation. */
export function dangerText(words: readonly string[], ctx: ViewContext): string {
  return words
    .slice(0, MOST_WORDS)
    .map((word) => ctx.words.alarm.word(snippet(word, 40)))
    .join(', ');
}

const MOST_WORDS = 5;

function nameOf(about: Mention | Incident, ctx: ViewContext): string {
  if (about.type === 'mention') return `${cardLink(ctx, about.card, `#${about.number}`)} ${authorName(about)}`;
  return titled(about, ctx);
}

/** What the customer wrote. */
function wordsOf({ cause }: Alarm, about: AlarmSubject): KnownBlock[] {
  if (about?.type !== 'mention' || cause.type !== 'danger') return [];
  const post = about.posts.find((one) => one.id === cause.post) ?? about.posts[0];
  return [plainSection(post.text, 600)];
}

/** Who was called about an alarm, and that nobody is on it yet. */
export function calledText(alarm: Alarm, { words: { alarm: words }, desk, now }: ViewContext): string {
  if (alarm.told.length > 0) return `${words.called(names(alarm))} · ${words.nobodyYet}`;
  return onCallNow(desk.settings, now).length > 0 ? words.calling : words.nobodyOnCall;
}

function endOf({ taken, overAt }: Alarm, { words: { alarm: words } }: ViewContext): string {
  if (taken !== null) return `✅ ${words.takenBy(user(taken.by), when(taken.at))}`;
  return `☑️ ${words.over(overAt === null ? '' : when(overAt))}`;
}

const NAMED = 8;

function names({ told }: Alarm): string {
  const shown = told.slice(0, NAMED).map((one) => `${user(one.user)} ${when(one.at)}`);
  return [...shown, ...(told.length > NAMED ? [`+${told.length - NAMED}`] : [])].join(', ');
}

function take(alarm: Alarm, ctx: ViewContext): KnownBlock {
  return actions(takeButton(ctx.desk.channel, alarm, ctx, 'primary'));
}

/** “I am on it”. */
export function takeButton(channel: string, alarm: Alarm, ctx: ViewContext, style?: 'primary') {
  const value = pressValue({ ref: channelRef(channel), id: alarm.id });
  return button(ACTION.takeAlarm, ctx.words.alarm.take, value, style === undefined ? {} : { style });
}

/** Its numbers, linked to its message. */
function surgeNamed(surge: Surge, ctx: ViewContext): string {
  return cardLink(ctx, surge.message, surgeName(surge, ctx));
}
