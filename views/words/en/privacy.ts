const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** Forgetting a person, legal holds, and how long everything is kept. Values are ready for `mrkdwn`. */
export const privacy = {
  more: {
    hold: {
      hint: 'Leads: delete nothing of it, whoever asks',
      text: 'Legal hold',
    },
    lift: { hint: 'Leads: it may be deleted again', text: 'End legal hold' },
    forget: { hint: 'Leads: delete this customer and all that they wrote', text: 'Forget this person' },
  },
  title: {
    hold: (number: number) => `Legal hold on #${number}`,
    lift: (number: number) => `End hold on #${number}`,
    forget: 'Forget a person',
  },
  submit: { hold: 'Hold', lift: 'End the hold', forget: 'Forget' },
  reason: 'Why',
  reasonHint: 'Shown on the card and kept in the history.',
  held: (by: string, at: string, reason: string) => `Legal hold by ${by}, ${at}: ${reason}`,
  heldRefusal: (number: string, held: string) =>
    `${number} stays. ${held}. Nothing of it is deleted until a lead ends the hold in “More …”.`,
  forgottenRefusal: (by: string, at: string) =>
    `The customer and all words of this mention were deleted, by ${by}, ${at}. Only what counts it is left.`,
  outdatedRefusal: (at: string) =>
    `The customer and all words of this mention were deleted at the end of the retention time, ${at}. Only what counts it is left.`,
  nobody: (what: string) =>
    `Earshot keeps nothing of ${what}. Write the handle as it is on the network, or a mention’s number: \`/mentions forget @handle\` or \`/mentions forget #42\`.`,
  usage: 'Write whom: `/mentions forget @handle`, or the number of one of their mentions, `/mentions forget #42`.',
  nobodyToForget: 'Earshot keeps nothing of this person any more.',
  who: (name: string, handle: string, network: string) => `*${name}* ${handle} on ${network}`,
  deletes: (mentions: number, numbers: string) =>
    `Deleted: ${count(mentions, 'mention', 'mentions')} (${numbers}) with every post, name, picture, note and draft, and our texts to them as Earshot keeps them.`,
  inSlack: (cards: number) =>
    `In Slack: ${count(cards, 'card', 'cards')} with what Earshot wrote in their threads, direct messages about them, lines that name them, and the files of exports and timelines since then (make new ones afterwards).`,
  keeps: 'Kept: what it takes to count them, such as kind, times, topics and who answered.',
  publicStays: (replies: number) =>
    replies === 0
      ? 'There is no public reply of ours to them.'
      : `${count(replies, 'public reply', 'public replies')} of ours to them stay public unless chosen below.`,
  byHand:
    'What colleagues wrote in the threads only people can delete: you get a list by direct message when all is done.',
  staysHeld: (numbers: string) => `On legal hold, and kept: ${numbers}`,
  names: {
    vip: 'the VIP list',
    mute: 'the mute list',
    rules: (n: number) => (n === 1 ? 'a rule' : `${n.toLocaleString('en-US')} rules`),
    takenOut: (lists: string) =>
      `The name also goes from the settings and their history: ${lists}. A later post of theirs is treated as anybody’s.`,
    whole: (n: number) =>
      n === 1
        ? 'One rule goes whole: it was about nobody else.'
        : `${n.toLocaleString('en-US')} rules go whole: they were about nobody else.`,
  },
  later:
    'If this person writes again, that is a new mention as any other. Backups keep what they have until they are replaced.',
  alsoReplies: 'Our public replies',
  deleteReplies: 'Delete our public replies to them, too',
  started: 'It is being deleted. You get a direct message when all is done.',
  done: (mentions: number) =>
    `Forgotten: ${count(mentions, 'mention', 'mentions')}. Earshot and its messages no longer have the person’s words or name.`,
  doneNothing: 'Nothing was deleted.',
  keptHeld: (number: string) => `${number} is on legal hold and was kept.`,
  keptUnderWay: (number: string) =>
    `${number} was kept: a reply was just on its way. Forget the person once more when it is out.`,
  left: 'Colleagues wrote in these threads; please have it deleted by hand:',
  undeleted: 'Slack refused to let Earshot delete this:',
  directOf: (user: string) => `direct messages with ${user}`,
  files: 'the files of exports',
  andMore: (n: number) => `and ${n.toLocaleString('en-US')} more`,
  repliesStay: (n: number) => `${count(n, 'public reply of ours stays', 'public replies of ours stay')} public.`,
  link: (n: number) => `message ${n.toLocaleString('en-US')}`,
  withdrawn: (at: string) => `no longer shown by its author (account protected or suspended), seen ${at}`,
  withdrawnBy: (name: string) =>
    `${name} no longer shows this post: the account is protected or suspended. Nothing to answer there any more.`,
  noWords: 'The words were deleted here, too.',
  retention: 'Days after which the customer and the words of a settled mention are deleted',
  retentionHint:
    'Counts, kinds and times stay for reports. Empty: kept for ever. Legal holds and open mentions are never touched.',
};
