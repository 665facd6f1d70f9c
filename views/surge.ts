import type { KnownBlock } from '@slack/types';
import { isRinging } from '../src/desk/alarm.ts';
import type { Channel } from '../src/desk/channel.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import { channelRef } from '../src/desk/ref.ts';
import { isOn, type Surge } from '../src/desk/surge.ts';
import { named, titled } from './about.ts';
import { calledText, takeButton } from './alarm.ts';
import { actions, button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { snippet, user, when } from './text.ts';
import { pressValue } from './value.ts';

/**
 * The channel's one message about a surge: the number against the usual, what its posts have in common, who was called,
 * and what to do about it; once it is over, its total.
 * @param about the incident that explains it, or may
 */
export function surgeMessage(
  channel: Channel,
  surge: Surge,
  about: Mention | Incident | null,
  ctx: ViewContext,
): Message {
  const { surge: words } = ctx.words;
  const what = surgeText(surge, ctx);
  const incident = about?.type === 'incident' ? about : null;
  const { dismissed, endedAt, explained } = surge;
  if (dismissed !== null) {
    const text = words.dismissed(user(dismissed.by), when(dismissed.until));
    return { text: `${text} ${what}`, blocks: [context(`☑️ ${text} ${what}`)] };
  }
  const isExplained =
    explained === null || incident === null ? [] : [words.explainedBy(titled(incident, ctx), user(explained.by))];
  if (endedAt !== null) {
    const facts = [words.peak(surge.peak, surge.minutes), ...commonIn(surge, ctx), ...isExplained];
    return { text: `✅ ${what}`, blocks: [section(`✅ ${what}`), context(facts.join(' · '))] };
  }
  const numbers = hasEased(surge) ? words.peak(surge.peak, surge.minutes) : words.total(surge.total, when(surge.since));
  const facts = [numbers, ...isExplained, ...called(channel, surge, ctx)];
  return {
    text: `🌊 ${what}`,
    blocks: [
      section([`🌊 *${what}*`, ...commonIn(surge, ctx)].join('\n')),
      ...(explained === null && incident !== null ? [section(`🔗 ${words.mayExplain(titled(incident, ctx))}`)] : []),
      context(facts.join(' · ')),
      ...presses(channel, surge, incident, ctx),
    ],
  };
}

/** Below so much of its peak it is no longer what it was: "0 complaints in 5 minutes" would look like a mistake. */
const EASED = 0.5;

function hasEased({ count, peak }: Surge): boolean {
  return count < EASED * peak;
}

/** “63 complaints in 15 minutes; usual at this hour: 4”; once it has eased or is over, all that it brought. */
function surgeText(surge: Surge, { words: { surge: words } }: ViewContext): string {
  const { signal, count, minutes, usual, total, since, endedAt } = surge;
  if (endedAt !== null) return words.over(words.counted[signal](total), when(since), when(endedAt));
  if (hasEased(surge)) {
    return words.easing(words.counted[signal](total), when(since), words.lately(count, minutes));
  }
  return words.inMinutes(
    words.counted[signal](count),
    minutes,
    usual < 1 ? words.fewerThanOne : String(Math.round(usual)),
  );
}

/** What it is to whoever was called about it: its numbers as they are while it grows, then what it brought. */
export function surgeName(surge: Surge, ctx: ViewContext): string {
  if (surge.endedAt === null && !hasEased(surge)) return surgeText(surge, ctx);
  return ctx.words.surge.counted[surge.signal](surge.total);
}

/** What an incident that explains it might be called: its common words. */
export function surgeTitle({ words }: Surge): string {
  const title = words.slice(0, 3).join(', ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function commonIn({ words }: Surge, ctx: ViewContext): string[] {
  if (words.length === 0) return [];
  return [ctx.words.surge.words(words.map((word) => ctx.words.reading.quoted(snippet(word, 60))).join(', '))];
}

function alarmOf(channel: Channel, { id }: Surge) {
  return channel.alarms.find(({ cause }) => cause.type === 'surge' && cause.surge === id);
}

function called(channel: Channel, surge: Surge, ctx: ViewContext): string[] {
  const alarm = alarmOf(channel, surge);
  if (alarm === undefined) return [];
  if (alarm.taken !== null) return [ctx.words.alarm.takenBy(user(alarm.taken.by), when(alarm.taken.at))];
  return isRinging(alarm) ? [calledText(alarm, ctx)] : [];
}

function presses(channel: Channel, surge: Surge, incident: Incident | null, ctx: ViewContext): KnownBlock[] {
  if (!isOn(surge)) return [];
  const { surge: words } = ctx.words;
  const value = pressValue({ ref: channelRef(channel.id), id: surge.id });
  const alarm = alarmOf(channel, surge);
  const start = button(ACTION.surgeStart, words.start, value, { style: 'primary' });
  const link = button(ACTION.surgeLink, words.link, value, { style: 'primary' });
  return [
    actions(
      ...(surge.explained === null ? [incident === null ? start : link] : []),
      ...(alarm !== undefined && isRinging(alarm) ? [takeButton(channel.id, alarm, ctx)] : []),
      button(ACTION.surgeDismiss, words.dismiss, value),
    ),
  ];
}

/** The incident that its complaints were linked to, for whoever pressed. */
export function linkedLine(incident: Incident, count: number, ctx: ViewContext): string {
  return count === 0 ? ctx.words.surge.nothingToLink : `🔗 ${named(incident, ctx)}: ${ctx.words.surge.linked(count)}`;
}
