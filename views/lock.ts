import type { KnownBlock, ModalView } from '@slack/types';
import { isLocked, lockCauses, lockIds } from '../src/desk/lock.ts';
import type { Grave } from '../src/desk/lock-words.ts';
import type { Mention } from '../src/desk/mention.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { isSettled } from './facts.ts';
import { formModal, textInput } from './forms/modal.ts';
import { customersWords } from './forms/public-text.ts';
import { ACTION, FIELD, FORM } from './ids.ts';
import { group, snippet, user, when } from './text.ts';

const REASON_LENGTH = 300;

/** That only some may answer it, and what others can do; or who let everybody answer it again, and why. */
export function lockLine(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const { lock } = ctx.words.urgency;
  if (isLocked(mention, ctx.desk.settings)) {
    const who = lock.only(keyholders(ctx), causesText(lockCauses(mention), ctx));
    return [context(`🔒 ${isSettled(mention) ? who : `${who} ${lock.others}`}`)];
  }
  const { unlocked } = mention;
  if (unlocked === null) return [];
  return [context(`🔓 ${lock.lifted(user(unlocked.by), when(unlocked.at), snippet(unlocked.reason, 200))}`)];
}

/** Why somebody may not answer, and whom to ask; `mrkdwn`. */
export function lockedText(number: number, causes: readonly Grave[], ctx: ViewContext): string {
  const { lock } = ctx.words.urgency;
  return `🔒 ${lock.refused(`#${number}`, keyholders(ctx), causesText(causes, ctx))}`;
}

/** Who alone answers what is locked, by the settings. */
function keyholders(ctx: ViewContext): string {
  return lockIds(ctx.desk.settings)
    .map((id) => (id.startsWith('S') ? group(id) : user(id)))
    .join(', ');
}

function causesText(causes: readonly Grave[], ctx: ViewContext): string {
  return causes.map((cause) => ctx.words.urgency.grave[cause]).join(', ');
}

/** Lifting it takes a reason. */
export function liftLockModal(mention: Mention, ctx: ViewContext): ModalView {
  const { urgency } = ctx.words;
  const blocks = [
    ...customersWords(mention, ctx),
    ...lockLine(mention, ctx),
    section(urgency.lock.liftWhat),
    textInput({
      field: FIELD.reason,
      label: ctx.words.privacy.reason,
      text: '',
      hint: ctx.words.privacy.reasonHint,
      max: REASON_LENGTH,
    }),
  ];
  const meta = { mention: mention.id, seen: [] };
  const title = urgency.lock.liftTitle(mention.number);
  return formModal({ id: FORM.liftLock, title, submit: urgency.lock.liftSubmit, meta, blocks }, ctx);
}

/** What "More …" offers about it. */
export function lockEntries(
  mention: Mention,
  ctx: ViewContext,
): readonly { action: string; hint: string; text: string }[] {
  const { more } = ctx.words.urgency.lock;
  if (isLocked(mention, ctx.desk.settings)) return [{ action: ACTION.liftLock, ...more.lift }];
  const mayLock = mention.unlocked !== null && isLocked({ ...mention, unlocked: null }, ctx.desk.settings);
  return mayLock ? [{ action: ACTION.lockAgain, ...more.again }] : [];
}
