import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { ViewContext } from '../../views/context.ts';
import { home } from '../../views/home.ts';
import { wordsFor } from '../../views/words/index.ts';
import type { Speak } from '../../views/words/prefixed.ts';
import type { Clock } from '../clock.ts';
import { CallFault } from '../desk/fault.ts';
import type { Home } from '../desk/home.ts';
import type { Instant } from '../desk/instant.ts';
import type { SlackMessage } from '../desk/ref.ts';
import { type Address, type Errand, errandOf } from './errand.ts';
import { homeRightsOf } from './home-rights.ts';
import type { SlackCourier, SlackDone, SlackJob } from './index.ts';
import { createModals } from './modals.ts';
import { createOwnMessages, LOOK_BACK_MS, metadataOf } from './own-messages.ts';
import type { People } from './people.ts';
import { createPostbox, type Destination } from './postbox.ts';
import { createSlackTime } from './slack-time.ts';

interface CourierDeps {
  /** The dispatcher's own client. */
  readonly client: WebClient;
  readonly people: People;
  /** Ends with a slash. */
  readonly workspaceUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Default: words that name the commands without a prefix. */
  readonly speak?: Speak;
}

/** Carries effects out on Slack: home tabs, and messages, one for each, posted once and then updated in place. */
export function createSlackCourier(deps: CourierDeps): SlackCourier {
  const { client, people, workspaceUrl, clock, log, speak = wordsFor } = deps;
  const slackTime = createSlackTime(clock);
  const postbox = createPostbox({ client, log });
  const ownMessages = createOwnMessages({ client, log });
  const modals = createModals(client);

  async function destinationOf(to: Address): Promise<Destination> {
    return 'user' in to ? { channel: await postbox.direct(to.user), threadTs: null } : to;
  }

  /** Null when it must be posted anew: somebody deleted the message. */
  async function update(at: SlackMessage, { message, plain }: Errand): Promise<SlackMessage | null> {
    try {
      return await postbox.update(at, message, plain);
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  async function lookFor(job: SlackJob, errand: Errand, to: Destination): Promise<SlackMessage | null> {
    const since = new Date(slackTime.earliest(seekFrom(job) ?? job.row.savedAt).getTime() - LOOK_BACK_MS);
    const ts = await ownMessages.find(to, metadataOf(job.state, job.row), since, job.now);
    if (ts === null) return null;
    const there = { channel: to.channel, ts };
    return errand.isDraw ? update(there, errand) : there;
  }

  async function post(job: SlackJob, { message, plain }: Errand, to: Destination): Promise<SlackMessage> {
    try {
      const at = await postbox.post(to, message, plain, metadataOf(job.state, job.row));
      slackTime.stamped(at.ts);
      return at;
    } catch (error) {
      if (error instanceof CallFault && error.fault.act === 'unclear') ownMessages.forget(to);
      throw error;
    }
  }

  /** A home tab is no message: it has one place for each person, and drawing it twice is drawing it once. */
  async function drawHome(shown: Home, ctx: ViewContext): Promise<SlackDone> {
    await modals.publishHome(shown.user, home(shown, await homeRightsOf(shown.user, ctx.desk, people), ctx));
    return { message: null };
  }

  return {
    async carryOut(job) {
      const { desk, now } = job;
      const ctx = { words: speak(desk.settings.language), desk, now, workspaceUrl };
      if (job.home !== null) return drawHome(job.home, ctx);
      const errand = errandOf(job, ctx);
      if (errand === null) return { message: null };
      const updated = errand.at && (await update(errand.at, errand));
      if (updated !== null) return { message: updated };
      if (errand.at !== null && job.effect.type === 'draw-card') {
        return { message: null, lost: { at: errand.at, hasThread: await ownMessages.hasThread(errand.at) } };
      }
      const to = await destinationOf(errand.to);
      const found = job.lookFirst || seekFrom(job) !== null ? await lookFor(job, errand, to) : null;
      return { message: found ?? (await post(job, errand, to)) };
    },
  };
}

/**
 * Since when Slack may show what an effect is to show, although the store does not know it. Only what names a customer's
 * post: other keys, as `e1`, come again for something else.
 */
function seekFrom({ state, effect }: SlackJob): Instant | null {
  if (state.type !== 'mention') return null;
  const isOfPost = effect.type === 'draw-card' || (effect.type === 'post-note' && effect.note.type === 'wrote-again');
  return isOfPost ? state.seekFrom : null;
}

function isGone(error: unknown): boolean {
  return error instanceof CallFault && error.fault.act === 'give-up' && error.fault.code === 'message-gone';
}
