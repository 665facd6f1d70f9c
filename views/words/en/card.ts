import type { Severity } from '../../../src/desk/incident.ts';
import type { Kind, Status } from '../../../src/desk/mention.ts';
import type { PublicationFaultCode, Purpose } from '../../../src/desk/publication.ts';

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

const kind: Record<Kind, string> = {
  complaint: 'Complaint',
  question: 'Question',
  praise: 'Praise',
  other: 'Other',
};

const status: Record<Status, string> = {
  open: 'Nobody has it yet',
  claimed: 'Claimed',
  escalated: 'Escalated',
  answered: 'Answered',
  closed: 'No answer needed',
};

const severity: Record<Severity, string> = { minor: 'Minor', major: 'Major', critical: 'Critical' };

const purpose: Record<Purpose, string> = {
  reply: 'Reply',
  holding: 'Holding reply',
  apology: 'Apology',
  'incident-start': 'First announcement',
  'incident-update': 'Update',
  'incident-resolve': 'Resolution',
};

const fault: Record<PublicationFaultCode, string> = {
  expired: 'It waited too long to go out. Please check that it still fits, then send it again.',
  restored:
    'Earshot was restored from an older backup, so it may have been sent since. Please look on the network before sending it again.',
  duplicate:
    'The network took it for a duplicate of an earlier post. Please look there; if it is missing, change the wording and send it again.',
  'reply-not-allowed': 'The author does not allow replies to this post. Open the post and answer there by hand.',
  'post-gone':
    'The post is no longer there. It was deleted, or its author hides it from us: close the mention, or contact the customer another way.',
  'picture-unusable': 'Its picture could not be sent. Choose it again, or another one, and send it again.',
  'too-long': 'It is too long for the network. Please shorten it and send it again.',
  'out-of-credits':
    'Our account with the network has run out of credits. Ask whoever runs Earshot to top it up, then send it again.',
  'not-authorised':
    'The network no longer accepts our access. Ask whoever runs Earshot to renew it, then send it again.',
  'clock-off':
    'The network refused it because the clock of Earshot’s machine is wrong. Ask whoever runs Earshot to set it, then send it again.',
  locked:
    'The customer meanwhile wrote what only some may answer (danger, press or law). Please ask them with Escalate; the text is kept.',
  refused: 'The network refused it. Please check the text and send it again.',
};

/** Cards, incidents and what they share. `by`, `to`, `at` and the like are ready for `mrkdwn`. */
export const card = {
  /** Of a card that somebody deleted. */
  oldThread: 'the earlier thread',
  kind,
  /** Words that triage went by, each cut and escaped. */
  kindFrom: (what: string, reasons: string) => `${what}: ${reasons}`,
  kindReason: (words: string) => `“${words}”`,
  kindBy: (by: string) => `Kind set by ${by}`,
  kindByRule: 'Kind set by a rule of the team',
  status,
  severity,
  purpose,
  fault,
  incident: (number: number) => `Incident ${number}`,
  from: (name: string) => `from ${name}`,
  followers: (n: number) => count(n, 'follower', 'followers'),
  claimedBy: (by: string) => `Claimed by ${by}`,
  answeredBy: (by: string, at: string) => `Answered by ${by}, ${at}`,
  closedBy: (by: string, at: string) => `No answer needed – ${by}, ${at}`,
  due: (at: string) => `answer due ${at}`,
  late: (at: string) => `late: answer was due ${at}`,
  wroteAgain: (at: string) => `Wrote again, ${at}`,
  earlierPosts: (n: number) => count(n, 'more post of this customer', 'more posts of this customer'),
  earlierPublications: (n: number) => count(n, 'more text of ours', 'more texts of ours'),
  inHistory: 'see History',
  morePictures: (n: number) => count(n, 'picture or video', 'pictures or videos'),
  picture: { photo: 'Photo', video: 'Video', gif: 'Animation' },
  asked: (to: string, by: string, at: string) => `${by} asked ${to}, ${at}`,
  askedAnswered: (n: number) => count(n, 'answer in the thread', 'answers in the thread'),
  askedNoAnswer: 'no answer yet',
  askedHere: 'in the thread of this card',
  askedFault: 'could not be told, see the thread',
  earlierEscalations: (n: number) => count(n, 'earlier escalation', 'earlier escalations'),
  waiting: (what: string, by: string, goes: string) => `${what} by ${by} – ${goes}`,
  goesOutIn: (seconds: number) =>
    seconds === 0 ? 'goes out now' : `goes out in ${count(seconds, 'second', 'seconds')}`,
  goesOutAt: (at: string) => `goes out at ${at}`,
  goesOutSoon: 'goes out as soon as the network takes it',
  sending: (what: string, by: string) => `${what} by ${by} – going out now`,
  published: (what: string, by: string, at: string) => `${what} by ${by}, ${at}`,
  confirmedThere: 'confirmed by hand',
  checking: (what: string, by: string) => `${what} by ${by} – sent, but not confirmed. Checking whether it is public …`,
  askWhetherThere: (what: string, by: string) => `${what} by ${by} – sent? It was not found on the network.`,
  lookHere: 'Please look here',
  lookThere: 'Please look on the network',
  failed: (what: string, by: string) => `${what} by ${by} was not sent.`,
  deleting: (what: string, by: string) => `${what} by ${by} – being deleted …`,
  deleted: (what: string, by: string) => `${what} by ${by} was deleted.`,
  onNetwork: (network: string) => `on ${network}`,
  plainHint: (number: number) =>
    `This card is shown in short form. \`/reply #${number}\` answers, \`/mentions show #${number}\` shows everything.`,
  incidentRunning: (by: string, at: string) => `Running since ${at} – started by ${by}`,
  incidentStarted: (by: string, at: string) => `Started ${at} by ${by}`,
  incidentResolved: (at: string) => `Resolved ${at}`,
  updateDue: (at: string) => `next public update due ${at}`,
  updateLate: (at: string) => `next public update was due ${at}`,
  buttons: {
    reply: 'Reply',
    apologise: 'Apologise',
    escalate: 'Escalate',
    claim: 'Claim',
    release: 'Release',
    close: 'No answer needed',
    kind: 'Change kind',
    open: (network: string) => `Open on ${network}`,
    history: 'History',
    more: 'More …',
    reopen: 'Reopen',
    undo: 'Undo',
    deletePost: (what: string) => `Delete ${what.toLowerCase()}`,
    sendAgain: 'Send again',
    isThere: 'It is there',
    replyAgain: 'Reply again',
    writeAgain: 'Write again',
    useAsDraft: 'Use as reply draft',
    update: 'Post update',
    resolve: 'Resolve',
    show: 'Show',
  },
  confirmDelete: {
    title: 'Delete it from the network?',
    text: (text: string) => `This takes back what is public now: “${text}”`,
    yes: 'Delete',
    no: 'Keep it',
  },
  confirmSendAgain: {
    title: 'Is it really not there?',
    text: (text: string) => `If it is public already, it would be there twice: “${text}”`,
    yes: 'Send again',
    no: 'Look first',
  },
};
