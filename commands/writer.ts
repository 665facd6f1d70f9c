import type { UserId } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import type { Writer } from '../src/desk/needs-approval.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** What is known of the presser as a writer, at the moment of the press. */
export async function writerOf({ by }: SlackPress, tools: Tools): Promise<Writer> {
  const { newcomerReplies } = tools.desk().settings.approval;
  const [guest, isNewcomer] = await Promise.all([guestOf(by, tools), isNew(by, newcomerReplies, tools)]);
  return { guest, isNewcomer };
}

/**
 * Whether somebody is a guest, and trusted as one. Where Slack does not say and never did, the settings have the word:
 * whoever they name by id goes on, so that no trouble of Slack's silences the team; the text of anybody else waits as a
 * guest's would, nothing is lost, and a colleague lets it go.
 */
export async function guestOf(by: UserId, tools: Tools): Promise<Writer['guest']> {
  const { trustedGuests, publishers, leads } = tools.desk().settings;
  const standing = await tools.people.standing(by);
  if ('why' in standing) tools.log.warn({ why: standing.why, by }, 'slack: did not say whether somebody is a guest');
  const isMember = 'value' in standing ? standing.value === 'member' : [...publishers, ...leads].includes(by);
  return isMember ? null : trustedGuests.includes(by) ? 'trusted' : 'untrusted';
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
