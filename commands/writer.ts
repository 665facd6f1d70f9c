import type { UserId } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Writer } from '../src/desk/needs-approval.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/**
 * What is known of the presser as a writer, at the moment of the press. Where Slack does not say whether they are a guest
 * and never did, the settings have the word: whoever they name by id goes on, so that no trouble of Slack's silences the
 * team; the text of anybody else waits as a guest's would, nothing is lost, and a colleague lets it go.
 */
export async function writerOf({ by }: SlackPress, tools: Tools): Promise<Writer> {
  const { trustedGuests, approval, publishers, leads } = tools.desk().settings;
  const [standing, isNewcomer] = await Promise.all([
    tools.people.standing(by),
    isNew(by, approval.newcomerReplies, tools),
  ]);
  const isMember = 'value' in standing ? standing.value === 'member' : [...publishers, ...leads].includes(by);
  if ('why' in standing) tools.log.warn({ why: standing.why, by }, 'slack: did not say whether a writer is a guest');
  return { guest: isMember ? null : trustedGuests.includes(by) ? 'trusted' : 'untrusted', isNewcomer };
}

async function isNew(by: UserId, replies: number, { store }: Tools): Promise<boolean> {
  return replies > 0 && publicRepliesOf(by, await store.list('mention')) < replies;
}

/** A text in numbered posts counts once. */
function publicRepliesOf(by: UserId, mentions: readonly Mention[]): number {
  return mentions
    .flatMap(({ publications }) => publications)
    .filter((one) => one.by === by && one.after === null && one.status === 'published').length;
}
