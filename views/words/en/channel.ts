import type { Kind } from '../../../src/desk/mention.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const kinds: Record<Kind, (n: number) => string> = {
  complaint: (n) => count(n, 'complaint', 'complaints'),
  question: (n) => count(n, 'question', 'questions'),
  praise: (n) => count(n, 'praise', 'praises'),
  other: (n) => count(n, 'other', 'others'),
};

/** Lines in the channel, in threads and in direct messages. Values are ready for `mrkdwn`. */
export const channel = {
  kinds,
  due: (n: number) => `${count(n, 'mention is', 'mentions are')} past due`,
  second: (n: number) =>
    `${count(n, 'mention has', 'mentions have')} waited twice as long as ${n === 1 ? 'it' : 'they'} should`,
  night: (n: number) => `${count(n, 'mention', 'mentions')} came in while the desk was closed`,
  allSettled: 'All of these are settled',
  lineDue: (at: string) => `due ${at}`,
  lineSince: (at: string) => `since ${at}`,
  moreOverdue: (n: number) => `and ${n.toLocaleString('en-US')} more: \`/mentions overdue\``,
  moreOpen: (n: number) => `and ${n.toLocaleString('en-US')} more: \`/mentions open\``,
  backlog: (n: number, kindsText: string) =>
    `${count(n, 'mention waits for its card', 'mentions wait for their card')}: ${kindsText}`,
  backlogWhy: 'Slack takes about one message a second; `/mentions open` lists them now.',
  cardsAreLate: (at: string) => `Cards have been late since ${at}.`,
  caughtUp: 'All caught up: every mention has its card.',
  cardsWereLate: (at: string) => `They had been late since ${at}.`,
  again: (n: number) => (n === 1 ? 'A customer wrote again' : `${n.toLocaleString('en-US')} customers wrote again`),
  wroteAgain: (name: string, at: string) => `${name} wrote again, ${at}`,
  wroteAgainToYou: (what: string, name: string, at: string) => `Claimed by you: ${what} – ${name} wrote again, ${at}`,
  answered: (by: string) => `${by} answered:`,
  escalationFailed: (to: string) => `${to} could not be told.`,
  inviteFirst: (where: string) => `Earshot is not in ${where}. Type \`/invite @Earshot\` there, then escalate again.`,
  slackSays: (why: string) => `Slack says: ${why}. Please ask another way.`,
  dueSoon: (what: string, name: string, at: string) => `Claimed by you and due soon: ${what} from ${name}, ${at}.`,
  notSent: (purpose: string, what: string) => `${purpose} for ${what} was not sent.`,
  notSentKept: 'The text is kept: opening the form again offers it.',
  notDeleted: (purpose: string, what: string) => `${purpose} for ${what} could not be deleted and is still public.`,
  notDeletedDo: 'Please delete it on the network by hand, or try again from the card.',
  seePost: 'See the post',
  asks: (by: string) => `${by} asks for your help with a customer’s public post.`,
  asksGroup: (group: string, by: string) => `${group} – ${by} asks for your help with a customer’s public post.`,
  customer: 'The customer',
  answerHere: 'Answer in this thread: the team sees it beside the card. It is never published.',
  toCard: 'Card',
  toPost: (network: string) => `Post on ${network}`,
  updateDue: (what: string) => `${what}: the next public update is due.`,
  updateDueSince: (at: string) => `due ${at}`,
  sinceLast: (at: string) => `last public word ${at}`,
};
