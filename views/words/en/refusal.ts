import type { TextFault } from '../../../src/desk/decision.ts';

const unsuitable: Record<TextFault, (what: string) => string> = {
  empty: () => 'There is no text yet. Please write one.',
  'custom-emoji': (what) =>
    `${what} is an emoji of this Slack workspace only: the public would read its name. Please use another one.`,
  'slack-mention': (what) =>
    `${what} names a person or group in Slack: the public could not read it. Please write a name instead.`,
  'slack-channel': (what) => `${what} is a Slack channel: the public could not read it. Please take it out.`,
  'slack-broadcast': (what) => `${what} calls people in Slack: it means nothing to the public. Please take it out.`,
  blank: (what) => `${what} is still to be filled in. Write it, or take it out.`,
  'too-many-cashtags': () =>
    'The network takes at most one cashtag such as $ABC in a post. Please take out the others.',
};

/** What a person is told when something can't be done: what happened, and what to do. */
export const refusal = {
  unsuitable,
  alreadyDone: 'That is done already. Nothing more to do.',
  alreadyHandled: 'That press was handled already. Nothing happened twice.',
  answeredMeanwhile: (by: string, at: string, text: string) =>
    `${by} answered in the meantime, ${at}:\n${text}\nOpen Reply again to see it; you can still send yours.`,
  answeredDirectly: (at: string, text: string) =>
    `Answered on X directly in the meantime, ${at}:\n${text}\nOpen Reply again to see it; you can still send yours.`,
  editedMeanwhile: (was: string, text: string) =>
    `The customer has edited the post meanwhile. It was:\n${was}\nNow it says:\n${text}\nOpen Reply again; your text is kept.`,
  postDeleted: 'The customer has deleted this post: there is nothing left to answer. Your text was not sent.',
  replyByHand:
    'The network lets nobody answer this post from here. Open Reply: it leads to the post itself, with your text.',
  claimedBy: (by: string) => `${by} has claimed this. Please talk to them first; they can release it.`,
  notYours: (by: string) => `Only ${by}, who claimed this, can release it.`,
  notYoursNobody: 'Nobody has claimed this, so there is nothing to release.',
  notYoursToGive: (by: string) => `Only ${by}, who has it, or a lead can hand it over.`,
  toOneself: 'That is you. Please choose a colleague; Claim on the card takes what nobody has.',
  hasItAlready: (by: string) => `${by} has it already. Please choose somebody else.`,
  carriesNothing: (by: string) => `${by} carries nothing: no claims, no promises, no snoozes.`,
  touchedAgain: (by: string) => `${by} has come back to this in the meantime. Please talk to them first.`,
  timePast: 'That time is over already. Please choose a later one.',
  closed: 'This mention is closed. Reopen it first (menu on the card).',
  tooLong: (length: number, limit: number) => `Too long: ${length} of ${limit}. Please take out ${length - limit}.`,
  topicTooLong: (what: string, limit: number) =>
    `“${what}” is too long for a topic: at most ${limit} characters. A word or two are enough.`,
  tooManyTopics: (limit: number) => `A mention has room for ${limit} topics. Please take some out.`,
  ticketUnfit:
    'Please write a web address (https://…, at most 500 characters), or one number or word without spaces of at most 60.',
  undoTooLate: 'Too late to undo: it is already going out. Once it is public, you can delete it from the card.',
  undoFailed: 'There is nothing to undo: it was not sent.',
  nothingPublished:
    'There is nothing public to delete here that Earshot knows the address of. Please look on the network.',
  unknownPublication: 'Earshot does not know this text any more. Please look at the card as it is now.',
  unknownEscalation: 'Earshot does not know this question any more. Please look at the card.',
  escalationTaken: (by: string, at: string) => `${by} has taken this already, ${at}.`,
  escalationEnded: {
    answered: (by: string, at: string) => `${by} has answered this already, ${at}. You can add to it in the thread.`,
    'sent-back': (by: string, at: string) => `${by} has sent this back already, ${at}.`,
  },
  guestApproval:
    'A guest’s text is approved by somebody of the company, and guests approve none while their own texts wait for approval.',
  guestOthers:
    'While your own texts wait for approval you can take back and delete those alone. Please ask a colleague, or a lead to trust you (settings, “Who may publish”).',
  ownApproval:
    'Nobody approves their own text. Please ask a colleague; in a hurry, a lead can send it without a second person.',
  linkedElsewhere: (number: number) =>
    `This mention is linked to incident ${number}. Unlink it there first (card, “More …”).`,
  notLinked: 'This mention is not linked to the incident any more. Please look at the list as it is now.',
  toldAlready: (by: string, at: string) => `${by} has seen to this, ${at}. Nobody is told twice.`,
  nothingToTell: 'No word of ours that ends the incident is public. Please publish one first.',
  incidentOver: 'This incident is resolved. Start a new one with /incident start.',
  paused: (by: string, at: string) =>
    `Publishing is paused by ${by} since ${at}, so this was not sent. Your text is kept: please send it once publishing is resumed.`,
  mayNotResume: (by: string) => `Only ${by}, who paused publishing, or a lead can resume it. Please ask one of them.`,
  notStaff: (channel: string) =>
    `Only the people of ${channel} and those named in /mentions settings may do this. Please join the channel, or ask somebody there to invite you.`,
  notAsked: 'Only whoever is asked may do this, and the team itself. Please ask somebody of the team.',
  guest:
    'Guests and people of other companies may read here. To do this, a lead must add you by name (not through a user group) under “Who may publish” in /mentions settings.',
  noPublishers:
    'Nobody may publish yet. A lead (or, while there is none, an administrator of this Slack) says who may, under “Who may publish” in /mentions settings.',
  notPublisher:
    'You are not among those who may publish. Please ask a colleague who is, or have a lead add you under “Who may publish” in /mentions settings.',
  notLead: 'Only leads may do this. Please ask one, or have one add you under “Who may publish” in /mentions settings.',
};
