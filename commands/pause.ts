import { isRefused } from '../src/desk/decision.ts';
import { type PauseReach, pause as pauseIt, resume as resumeIt, waitingTexts } from '../src/desk/pause.ts';
import { DESK } from '../src/desk/ref.ts';
import { ACTION } from '../views/ids.ts';
import { user, when } from '../views/text.ts';
import { parsePressValue } from '../views/value.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { deskState } from './settings.ts';
import type { Tools } from './tools.ts';

/** The kill switch: the button that ends it, in the channel and at the top of App Home. */
export const pause: readonly Handler[] = [
  {
    on: { action: ACTION.resumePublishing },
    who: 'resume',
    run: (press, tools) => resumePublishing(press, tools, parsePressValue(press.value ?? '')?.id ?? null),
  },
];

/** `/mentions pause`, for publishers. */
export async function pausePublishing(press: SlackPress, tools: Tools): Promise<Reply> {
  const reach = await reachOf(tools);
  const outcome = await tools.store.change(DESK, (desk) => pauseIt(desk, press, reach, tools.clock.now()));
  await refreshed(tools);
  const { pause: words } = tools.context().words;
  if (!isRefused(outcome)) return { say: words.done(reach.waiting.length) };
  if (outcome.refused.reason !== 'already-done') return { refused: outcome.refused };
  const { paused } = await deskState(tools);
  return { say: paused === null ? words.notPaused : words.already(user(paused.by), when(paused.at)) };
}

/**
 * `/mentions resume`, or the button.
 * @param since the pause that is meant; null for the one that holds now
 */
export async function resumePublishing(press: SlackPress, tools: Tools, since: string | null): Promise<Reply> {
  const { paused } = await deskState(tools);
  const { pause: words } = tools.context().words;
  if (paused === null || (since !== null && paused.at !== since)) return { say: words.notPaused };
  const reach = await reachOf(tools);
  const outcome = await tools.store.change(DESK, (desk) => resumeIt(desk, press, paused.at, reach, tools.clock.now()));
  await refreshed(tools);
  if (!isRefused(outcome)) return { say: words.goesOn };
  return outcome.refused.reason === 'already-done' ? { say: words.notPaused } : { refused: outcome.refused };
}

async function reachOf({ store, channel }: Tools): Promise<PauseReach> {
  const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
  return { channel, waiting: waitingTexts([...mentions, ...incidents]) };
}

/** Before the presser is told: whoever presses Send from now on is told of it. Saved it is, whatever happens here. */
async function refreshed(tools: Tools): Promise<void> {
  try {
    await tools.refreshDesk();
  } catch (error) {
    tools.log.error({ err: error }, 'pause: saved, and could not be read again at once');
  }
}
