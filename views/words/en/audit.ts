import type { ApprovalCause } from '../../../src/desk/needs-approval.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const second: Record<ApprovalCause, string> = {
  guest: 'second person: a guest’s text',
  incident: 'second person: a word about an incident',
  apology: 'second person: an apology',
  newcomer: 'second person: somebody new',
};

/** The account of who did what, as a file for leads. */
export const audit = {
  column: {
    at: 'when (ISO)',
    atLocal: 'when',
    about: 'about',
    network: 'network',
    isPublic: 'public',
    who: 'who',
    whoId: 'who (Slack id)',
    did: 'did what',
    whom: 'whom',
    text: 'text',
    why: 'why',
    from: 'from',
  },
  settings: 'settings',
  second,
  file: (from: string, to: string) => `history ${from} to ${to}.csv`,
  title: (period: string) => `History ${period}`,
  comment: (lines: number, period: string) =>
    `${count(lines, 'line', 'lines')} of history, ${period}. It names who did what, whatever reports may name: it is for accountability.`,
  none: (period: string) => `Nothing happened ${period}: there is no history to export.`,
  onItsWay: (lines: number, period: string) =>
    `A file with ${count(lines, 'line', 'lines')} of history (${period}) is on its way to your direct messages with Earshot. It names staff, for accountability.`,
};
