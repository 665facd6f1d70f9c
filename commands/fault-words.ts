import { CallFault } from '../src/desk/fault.ts';
import { TriggerGone } from '../src/slack/modals.ts';
import { StoreFault } from '../src/store/index.ts';
import { eitherWay } from '../views/text.ts';
import type { Words } from '../views/words/index.ts';

/** What went wrong in the person's words: what happened, that nothing was lost, what to do. */
export function textOfFault(error: unknown, { fault, commands }: Words): string {
  if (isAboutNothing(error)) return commands.unknownMention;
  if (error instanceof StoreFault) return fault.cantSave;
  if (error instanceof TriggerGone) return fault.triggerGone;
  if (error instanceof CallFault) {
    return error.fault.act === 'give-up' ? fault.slackRefused(eitherWay(error.fault.why, 300)) : fault.slackBusy;
  }
  return fault.unexpected;
}

/** The press is about something that the store has not, or not any more. */
export function isAboutNothing(error: unknown): boolean {
  return error instanceof StoreFault && error.code === 'unknown-aggregate';
}
