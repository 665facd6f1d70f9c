import type { KnownBlock } from '@slack/types';
import type { PauseLine } from '../src/desk/channel.ts';
import { DESK } from '../src/desk/ref.ts';
import { actions, button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { user, when } from './text.ts';
import { pressValue } from './value.ts';

/** The message in the channel that all publishing is paused; once it is over, quiet and without its button. */
export function pauseLine({ at, by, ended }: PauseLine, ctx: ViewContext): Message {
  const { pause: words } = ctx.words;
  if (ended !== null) {
    const text = words.wasPaused(user(by), user(ended.by), when(ended.at));
    return { text, blocks: [context(`▶️ ${text}`)] };
  }
  const text = words.isPaused(user(by), when(at));
  return { text, blocks: [section(`⏸️ *${text}*\n${words.means}`), actions(resumeButton(at, ctx))] };
}

/** At the top of a home tab. */
export function pausedAtHome(ctx: ViewContext): KnownBlock[] {
  const { paused } = ctx.desk;
  if (paused === null) return [];
  const { pause: words } = ctx.words;
  const line = `⏸️ *${words.isPaused(user(paused.by), when(paused.at))}* ${words.means}`;
  return [section(line, resumeButton(paused.at, ctx))];
}

/** In a form for the public, where it stands beside what Send would do. */
export function pauseWarning(ctx: ViewContext): KnownBlock | null {
  const { paused } = ctx.desk;
  if (paused === null) return null;
  const { pause: words } = ctx.words;
  return section(`⏸️ *${words.isPaused(user(paused.by), when(paused.at))}* ${words.form}`);
}

/** It carries the pause that it ends, so that an old message can't end a later one. */
function resumeButton(at: string, ctx: ViewContext) {
  const value = pressValue({ ref: DESK, id: at });
  return button(ACTION.resumePublishing, ctx.words.pause.resume, value, { style: 'primary' });
}
