import type { KnownBlock } from '@slack/types';
import { cheerIn } from '../src/desk/cheerful.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { OwnPost } from '../src/desk/own-post.ts';
import { type Silent, silenceLevel } from '../src/desk/silence-meter.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import type { Message } from './message.ts';
import { ago, link, snippet, when } from './text.ts';

/** Beside the other facts, as long as the silence is short. */
export function silenceFact(incident: Incident, silent: Silent, ctx: ViewContext): string | null {
  if (silenceLevel(silent, incident, ctx.now) !== 'fine' || !silent.hasSpoken) return null;
  return [ctx.words.incident.lastWord(ago(silent.since)), ...complaintsSince(silent, ctx)].join(' · ');
}

/** A line of its own once the silence is long, and when the newest thing that we say is a greeting. */
export function silenceLines(incident: Incident, silent: Silent | null, ctx: ViewContext): KnownBlock[] {
  const { meter: words } = ctx.words;
  const { cheerful } = incident;
  const warning =
    cheerful === null || incident.status !== 'running' ? [] : [section(`🎈 ${cheerfulText(cheerful, ctx)}`)];
  const level = silent === null ? 'fine' : silenceLevel(silent, incident, ctx.now);
  if (silent === null || level === 'fine') return warning;
  const network = networkName(incident.network);
  const text = silent.hasSpoken ? words.silent(network, ago(silent.since)) : words.never(network, ago(silent.since));
  const mark = level === 'long' ? '⚠️' : '🔴';
  return [section(`${mark} *${[text, ...complaintsSince(silent, ctx)].join(' · ')}*`), ...warning];
}

/** In the incident's thread, so that somebody sees it who does not look at the message above. */
export function cheerfulNote(post: OwnPost, ctx: ViewContext): Message {
  const text = `🎈 ${cheerfulText(post, ctx)}`;
  return { text, blocks: [section(text)] };
}

function complaintsSince({ complaints }: Silent, ctx: ViewContext): string[] {
  return complaints === 0 ? [] : [ctx.words.meter.complaints(complaints)];
}

function cheerfulText({ network, url, at, text }: OwnPost, ctx: ViewContext): string {
  const { meter: words, reading } = ctx.words;
  const said = reading.quoted(snippet(cheerIn(text) ?? text, 60));
  return `*${words.cheerful(networkName(network), said, when(at))}* ${words.whatToDo} ${link(url, words.see)}`;
}
