import { type Decision, decided, type Outcome, refused } from './decision.ts';
import { type Notice, PRIORITY, plan } from './effect.ts';
import { ownedBy, withNote } from './hand-over.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import type { Handover, Person } from './person.ts';
import type { Press } from './press.ts';
import { openPromises, promisesPassed } from './promises.ts';
import { redraw } from './publishing.ts';
import { type Aggregate, mentionRef } from './ref.ts';

/** All that one person carries goes to another: a mention changes what of it is his or hers. */
export interface HandedOverNews {
  readonly type: 'handed-over';
  readonly from: UserId;
  readonly to: UserId;
  readonly by: UserId;
  readonly note: string;
}

/** What somebody carries: mentions by what of them is theirs. One mention may be in several. */
export interface Burden {
  readonly claims: readonly Mention[];
  readonly promises: readonly Mention[];
  readonly snoozes: readonly Mention[];
}

/** @param mentions all there are, whatever their status: a promise outlives the answer that made it */
export function burdenOf(user: UserId, mentions: readonly Mention[]): Burden {
  return {
    claims: mentions.filter((mention) => isClaimOf(mention, user)),
    promises: mentions.filter((mention) => openPromises(mention).some(({ owner }) => owner === user)),
    snoozes: mentions.filter(({ snooze }) => snooze?.by === user),
  };
}

/** The mentions of a burden, each once, in their order. */
export function mentionsOf({ claims, promises, snoozes }: Burden): readonly Mention[] {
  return [...new Map([...claims, ...promises, ...snoozes].map((one) => [one.id, one])).values()];
}

/**
 * Gives all that somebody carries to a colleague: one change of the giver, which tells each mention and, in one message,
 * the receiver. A crash between loses and doubles nothing: what was planned is carried out, and each mention hears once.
 */
export function handOverAll(
  giver: Person,
  press: Press,
  wish: Pick<Handover, 'to' | 'note'>,
  mentions: readonly Mention[],
): Outcome<Person> {
  if (wasHandled(giver, press.key)) return refused({ reason: 'already-handled' });
  const { to, note } = wish;
  if (to === giver.id) return refused({ reason: 'has-it-already', by: to });
  if (mentions.length === 0) return refused({ reason: 'carries-nothing', by: giver.id });
  const handover: Handover = { id: press.key, to, by: press.by, note, mentions: mentions.map(({ id }) => id) };
  const news: HandedOverNews = { type: 'handed-over', from: giver.id, to, by: press.by, note };
  const given = remember({ ...giver, handovers: [...giver.handovers, handover] }, press.key);
  return decided(given, [
    ...handover.mentions.map((id) =>
      plan({ type: 'tell', id: `handed-over:${handover.id}:${id}`, to: mentionRef(id), news }, PRIORITY.press),
    ),
    plan(
      {
        type: 'send-notice',
        id: `handed-over:${handover.id}`,
        to,
        notice: { type: 'all-handed-over', handover: handover.id },
      },
      PRIORITY.press,
    ),
  ]);
}

/** What of a mention is the giver's becomes the receiver's; the rest stays as it is. */
export function partHandedOver(mention: Mention, news: HandedOverNews, now: Date): Decision<Mention> {
  const { from, to, by, note } = news;
  const owned = isClaimOf(mention, from) ? ownedBy(mention, to) : mention;
  const passed = promisesPassed(owned, from, to);
  const next = passed.snooze?.by === from ? { ...passed, snooze: { ...passed.snooze, by: to } } : passed;
  if (next === mention) return decided(mention);
  return decided(recorded(next, now, by, 'handed-over', withNote(to, note)), [redraw(next)]);
}

/** The receiver of everything was told: what for is no longer kept. */
export function toldNotice(state: Aggregate, notice: Notice): Decision<Aggregate> {
  if (state.type !== 'person') return decided(state);
  if (notice.type === 'forgotten') {
    return decided({ ...state, forgettings: state.forgettings.filter(({ id }) => id !== notice.request) });
  }
  if (notice.type !== 'all-handed-over') return decided(state);
  return decided({ ...state, handovers: state.handovers.filter(({ id }) => id !== notice.handover) });
}

function isClaimOf({ owner, status }: Mention, user: UserId): boolean {
  return owner === user && status !== 'answered' && status !== 'closed';
}
