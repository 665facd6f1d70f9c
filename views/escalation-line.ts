import { askedOf, isInOwnThread } from '../src/desk/escalation.ts';
import type { Asked, Escalation } from '../src/desk/mention.ts';
import type { ViewContext } from './context.ts';
import { group, snippet, user, when } from './text.ts';

/** An escalation in one line of the card: who asked whom, why, and what came of it. @param room for the reason */
export function escalationLine(escalation: Escalation, room: number, ctx: ViewContext): string {
  const { card: words, escalation: own } = ctx.words;
  const asked = words.asked(askedName(escalation), user(escalation.by), when(escalation.at));
  const reason = snippet(escalation.reason, room);
  const last = escalation.told.at(-1);
  const then = last === undefined ? '' : ` – ${own.next(askedName(last), when(last.at))}`;
  return `🙋 ${asked}${reason === '' ? '' : `: ${reason}`}${then} – ${outcome(escalation, room, ctx)}`;
}

export function askedName({ to }: Asked): string {
  return to.type === 'user' ? user(to.id) : group(to.id);
}

/** Who has taken it, who answered first, or who sent it back and why; null while nobody has seen to it. */
export function stateOf({ taken, ended }: Escalation, room: number, ctx: ViewContext): string | null {
  const { escalation: words } = ctx.words;
  if (ended === null) return taken === null ? null : `👤 ${words.taken(user(taken.by), when(taken.at))}`;
  if (ended.how === 'answered') return `✅ ${words.answered(user(ended.by), when(ended.at))}`;
  return `↩️ ${words.sentBack(user(ended.by), when(ended.at))}: ${snippet(ended.reason ?? '', room)}`;
}

function outcome(escalation: Escalation, room: number, ctx: ViewContext): string {
  const { card: words } = ctx.words;
  const { answers, ended } = escalation;
  if (answers.length > 0 && ended?.how !== 'sent-back') return words.askedAnswered(answers.length);
  const state = stateOf(escalation, room, ctx);
  if (state !== null) return state;
  const last = askedOf(escalation).at(-1) ?? escalation;
  // A group without a channel of its own is asked in the card's thread, where its answers stand by themselves.
  if (last.fault === null && isInOwnThread(last)) return words.askedHere;
  return last.fault === null ? words.askedNoAnswer : `⚠️ ${words.askedFault}`;
}
