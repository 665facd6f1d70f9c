import type { Who } from '../../commands/handler.ts';
import { ACTION, FORM, INCIDENT_CHOICE, SHORTCUT } from '../../views/ids.ts';
import { ANNA } from '../desk/examples.ts';

/** What else a press carries, where its right depends on that. */
export interface Case {
  readonly who: Who;
  readonly text?: string;
  readonly value?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  /** What the form's fields hold, as Slack sends it. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly threadTs?: string;
}

type Entry = Who | readonly Case[];

const ALL_TYPED = ['reply', 'replyAnyway', 'byHand', 'apology'] as const;

/** What each handler asks for: every one that the app registers stands here. A new one is a decision, made here. */
export const RIGHTS: Readonly<Record<string, Entry>> = {
  'command reply': 'publisher',
  'command apologise': 'publisher',
  'command apologize': 'publisher',
  'command escalate': 'staff',
  'command incident': [
    ...['', 'start Router down', 'update', 'resolve 1', 'timeline', 'nonsense'].map(
      (text) => ({ text, who: 'publisher' }) as const,
    ),
    { text: 'list', who: 'staff' },
    { text: 'show 1', who: 'staff' },
  ],
  'command mentions': [
    ...[
      '',
      'open',
      'mine',
      'overdue',
      'promises',
      'muted',
      'show #42',
      'find suitcase',
      'close',
      'costs',
      'report',
    ].map((text) => ({ text, who: 'staff' }) as const),
    { text: 'report last week', who: 'staff' },
    { text: 'report weekly', who: 'staff' },
    { text: 'report weekly mon 09:00', who: 'settings' },
    { text: 'report weekly off', who: 'settings' },
    { text: 'report names', who: 'staff' },
    { text: 'report names on', who: 'lead' },
    { text: 'REPORT  Names  AN', who: 'lead' },
    { text: `handover <@${ANNA}> all yours`, who: 'staff' },
    { text: `handover <@${ANNA}> <@U0PUB> all yours`, who: 'lead' },
    { text: 'export', who: 'publisher' },
    { text: '  Export today', who: 'publisher' },
    { text: 'export history', who: 'lead' },
    { text: ' Export  Verlauf month', who: 'lead' },
    { text: 'pause', who: 'publisher' },
    { text: 'resume', who: 'resume' },
    { text: 'settings', who: 'settings' },
    { text: 'forget @jane', who: 'settings' },
    { text: 'dms', who: 'anyone' },
    { text: 'help', who: 'anyone' },
    { text: 'nonsense', who: 'anyone' },
  ],
  [`shortcut ${SHORTCUT.reply}`]: 'publisher',
  'event app_home_opened': 'anyone',
  'event message_deleted': 'anyone',
  'event message': [
    { who: 'asked', threadTs: '1700000000.000900' },
    { who: 'anyone', threadTs: '1700000000.000777' },
  ],

  ...actions('publisher', [
    ...(['reply', 'apologise', 'useAsDraft', 'insertAnswer', 'holding', 'replyOnNetwork', 'markAnswered'] as const),
    ...(['askPrivately', 'takeVariant', 'takeBlank', 'promiseTime'] as const),
    ...(['surgeStart', 'incidentStart', 'incidentUpdate', 'incidentResolve', 'approve'] as const),
    ...(['tellNext', 'tellList', 'tellPage', 'tellOne', 'tellEdit', 'tellSkip'] as const),
    ...(['correctRecord', 'correctText', 'correctChange', 'correctPage'] as const),
    ...(['correctOne', 'correctEdit', 'correctSkip'] as const),
    ...(['foldNext', 'foldReply'] as const),
  ]),
  ...actions('own', ['undo', 'deleteReply', 'sendAgain', 'isThere']),
  ...actions('trusted', ['hidePost', 'unhidePost', 'giveBack']),
  ...actions('lead', ['sendAlone', 'hold']),
  [`action ${ACTION.incidentMore}`]: [
    { who: 'publisher', value: `${INCIDENT_CHOICE.roles}|incident:k1` },
    { who: 'publisher', value: `${INCIDENT_CHOICE.timeline}|incident:k1` },
    { who: 'staff', value: `${INCIDENT_CHOICE.link}|incident:k1` },
  ],
  ...actions('staff', [
    ...([
      'helpful',
      'unhelpful',
      'claim',
      'release',
      'reopen',
      'more',
      'escalate',
      'handOver',
      'passOn',
      'takeOver',
      'snooze',
      'wakeUp',
    ] as const),
    ...([
      'topics',
      'ticket',
      'earlier',
      'promiseKept',
      'takeKind',
      'takePromises',
      'takeAlarm',
      'surgeLink',
      'surgeDismiss',
    ] as const),
    ...([
      'pageList',
      'pageFound',
      'showMention',
      'showMuted',
      'openList',
      'closeSeveral',
      'showReport',
      'incidentHistory',
      'linkIncident',
      'unlinkIncident',
    ] as const),
    ...(['confirmLink', 'declineLink', 'linkSuggested'] as const),
    ...(['foldList', 'foldPage', 'foldClaim', 'foldRelease', 'foldOut', 'foldOutAll'] as const),
  ]),
  ...actions('keyholder', ['liftLock', 'lockAgain']),
  ...forms('keyholder', ['liftLock']),
  ...actions('asked', ['takeEscalation', 'sendBack']),
  ...actions('settings', [
    'forget',
    'openSettings',
    'settingsTopic',
    'editTemplate',
    'deleteTemplate',
    'editRule',
    'deleteRule',
  ]),
  ...actions('resume', ['resumePublishing']),
  ...actions('anyone', ['typeText', 'splitText', 'chooseTemplate', 'openHelp', 'switchDms']),
  ...actions('publisher', ['chooseBackBy', 'chooseBackAt']),
  [`action ${ACTION.tryAgain}`]: [
    { who: 'publisher', value: '["mention","x:1001","publish:p1"]' },
    { who: 'publisher', value: '["mention","x:1001","unpublish:p1"]' },
    { who: 'publisher', value: '["mention","x:1001","look-for:p1"]' },
    { who: 'publisher', value: '["mention","x:1001","hide-post:1001"]' },
    { who: 'staff', value: '["mention","x:1001","draw-card"]' },
  ],

  ...forms('publisher', [
    ...ALL_TYPED,
    'incidentStart',
    'incidentUpdate',
    'incidentResolve',
    'incidentRoles',
    'skipEnd',
    'wrong',
    'correct',
    'leaveWrong',
  ]),
  ...forms('trusted', ['giveBack']),
  ...forms('staff', [
    'escalate',
    'handOver',
    'snooze',
    'close',
    'kind',
    'closeSeveral',
    'topics',
    'ticket',
    'promiseKept',
    'linkMentions',
    'linkIncident',
  ]),
  ...forms('asked', ['sendBack']),
  ...forms('lead', ['hold', 'liftHold']),
  ...forms('settings', ['settings', 'template', 'rule', 'forget']),
  [`form ${FORM.handOverAll}`]: [
    { who: 'lead', meta: { from: ANNA, to: 'U0PUB' } },
    { who: 'lead', meta: { to: 'U0PUB' } },
  ],
  [`form ${FORM.pick}`]: [
    { who: 'publisher', meta: { purpose: 'reply' } },
    { who: 'publisher', meta: { purpose: 'apology' } },
    { who: 'publisher' },
    { who: 'staff', meta: { purpose: 'escalate' } },
  ],

  ...Object.fromEntries(
    [...ALL_TYPED, 'incidentStart' as const, 'incidentUpdate' as const, 'incidentResolve' as const].map(
      (form) => [`closed ${FORM[form]}`, 'anyone'] as const,
    ),
  ),
};

export function casesOf(entry: Entry): readonly Case[] {
  return typeof entry === 'string' ? [{ who: entry }] : entry;
}

function actions(who: Who, names: readonly (keyof typeof ACTION)[]): Record<string, Who> {
  return Object.fromEntries(names.map((name) => [`action ${ACTION[name]}`, who]));
}

function forms(who: Who, names: readonly (keyof typeof FORM)[]): Record<string, Who> {
  return Object.fromEntries(names.map((name) => [`form ${FORM[name]}`, who]));
}
