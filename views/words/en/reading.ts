import type { Deed } from '../../../src/desk/publication.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const deed: Record<Deed, string> = {
  arrived: 'wrote',
  'wrote-again': 'wrote again',
  claimed: 'claimed it',
  released: 'released it',
  'kind-changed': 'changed the kind',
  closed: 'said that no answer is needed',
  reopened: 'reopened it',
  escalated: 'escalated it',
  'escalation-answered': 'answered the escalation',
  'pressed-send': 'pressed Send',
  'sent-anyway': 'sent although a colleague had answered',
  undone: 'took it back before it went out',
  published: 'published',
  'send-unclear': 'could not tell whether it went out',
  'send-failed': 'could not send it',
  'send-expired': 'gave a text back that waited too long',
  'sent-again': 'sent it again',
  'confirmed-there': 'confirmed that it is public',
  deleted: 'deleted it from the network',
  'delete-failed': 'could not delete it from the network',
  started: 'started the incident',
  resolved: 'resolved the incident',
  'settings-changed': 'changed the settings',
};

/** Lists, histories, help and the home tab. */
export const reading = {
  deed,
  customer: 'Customer',
  app: 'Earshot',
  earlier: (n: number) => count(n, 'earlier entry is not shown', 'earlier entries are not shown'),
  noHistory: 'Nothing has happened yet.',
  emptyList: {
    open: 'No open mentions. All quiet.',
    mine: 'Nothing is claimed by you.',
    overdue: 'Nothing is past due.',
  },
  waitingFor: (duration: string) => `waiting for ${duration}`,
  overdueBy: (duration: string) => `late by ${duration}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  next: 'Next',
  back: 'Back',
  noIncidents: 'No incidents so far. `/incident start` announces one.',
  running: 'running',
  resolved: 'resolved',
  help: [
    '*Cards* – each customer has one card, updated in place. Its thread is for the team: nothing written there is ever published.',
    '*Reply, Apologise* – opens a form. After Send there are a few seconds for Undo; then it is public.',
    '*Escalate* – asks a colleague or a group. Their answers come back into the thread of the card.',
    '*Claim* – tells the others that it is yours. The clock runs until the customer has an answer.',
  ],
  helpCommands: [
    '`/reply #42 text` – opens the reply form; without a number, a list to pick from',
    '`/apologise #42` – opens the apology form',
    '`/escalate #42 @person reason` – asks a person or a group',
    '`/mentions open`, `mine`, `overdue` – lists, longest wait first',
    '`/mentions show #42` – everything about one mention',
    '`/incident start`, `update`, `resolve`, `list`, `show` – tells the public about an outage',
  ],
  homeTitle: 'Earshot',
  homeCounts: (open: number, overdue: number, mine: number) =>
    `*${open}* open  ·  *${overdue}* past due  ·  *${mine}* yours`,
  homeIncidents: 'Running incidents',
  homeUnclaimed: 'Waiting longest, nobody has them yet',
  homeAllClaimed: 'Nothing waits unclaimed.',
  homeMine: 'Yours',
  homeNothingMine: 'Nothing is claimed by you.',
  homeMore: (n: number) => `and ${n.toLocaleString('en-US')} more: \`/mentions open\``,
};
