import type { Undeleted } from '../src/desk/forgotten.ts';
import type { ForgetRequest } from '../src/desk/person.ts';
import type { SlackMessage } from '../src/desk/ref.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import { widestThatFits } from './fit.ts';
import type { Message } from './message.ts';
import { cardLink, snippet, user } from './text.ts';

/** As many links as fit into one message of Slack's; more are counted. */
const ROOMS: readonly [number, ...number[]] = [100, 80, 60, 40, 20];
const REFUSALS_SHOWN = 12;
const KEPT_SHOWN = 15;
const LINKS_IN_BLOCK = 10;

/** To whoever had a person forgotten: that it is done, what was kept, and what only people can delete. No name is in it. */
export function forgottenNotice({ done }: ForgetRequest, ctx: ViewContext): Message {
  const { privacy } = ctx.words;
  const gone = done.filter(({ kept }) => kept === null);
  const head = gone.length === 0 ? privacy.doneNothing : privacy.done(gone.length);
  const kept = done.flatMap((one) => {
    if (one.kept === null) return [];
    return [one.kept === 'held' ? privacy.keptHeld(`#${one.number}`) : privacy.keptUnderWay(`#${one.number}`)];
  });
  const replies = gone.reduce((sum, one) => sum + one.replies, 0);
  const lines = [...kept, ...(replies > 0 ? [privacy.repliesStay(replies)] : [])];
  const left = done.flatMap((one) => one.left);
  const refusals = done.flatMap(({ undeleted }) => undeleted).map((one) => refused(one, ctx));
  return {
    text: head,
    blocks: widestThatFits(ROOMS, (most) => [
      section(`🗑️ *${head}*`),
      ...(lines.length === 0 ? [] : [section(lines.slice(0, KEPT_SHOWN).join('\n'))]),
      ...list(privacy.left, links(left, ctx), most, ctx),
      ...list(privacy.undeleted, refusals, REFUSALS_SHOWN, ctx),
    ]),
  };
}

function links(messages: readonly SlackMessage[], ctx: ViewContext): readonly string[] {
  return messages.map((at, index) => cardLink(ctx, at, ctx.words.privacy.link(index + 1)));
}

function refused({ at, user: whose, why }: Undeleted, ctx: ViewContext): string {
  const { privacy } = ctx.words;
  const what =
    at !== null ? cardLink(ctx, at, privacy.link(1)) : whose !== null ? privacy.directOf(user(whose)) : privacy.files;
  return `${what}: ${snippet(why, 120)}`;
}

function list(head: string, lines: readonly string[], most: number, ctx: ViewContext) {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most);
  const more = lines.length - shown.length;
  const all = [...shown, ...(more > 0 ? [ctx.words.privacy.andMore(more)] : [])].map((line) => `• ${line}`);
  const blocks = [section(head)];
  for (let from = 0; from < all.length; from += LINKS_IN_BLOCK) {
    blocks.push(section(all.slice(from, from + LINKS_IN_BLOCK).join('\n')));
  }
  return blocks;
}
