/** Every id that a press, a form or a block carries, named once. */
export const ACTION = {
  reply: 'reply',
  apologise: 'apologise',
  escalate: 'escalate',
  claim: 'claim',
  release: 'release',
  reopen: 'reopen',
  more: 'more',
  undo: 'undo',
  deleteReply: 'delete_reply',
  sendAgain: 'send_again',
  isThere: 'is_there',
  resumePublishing: 'resume_publishing',
  tryAgain: 'try_again',
  useAsDraft: 'use_as_draft',
  openNetwork: 'open_network',
  pageList: 'page_list',
  showMention: 'show_mention',
  chooseTemplate: 'choose_template',
  typeText: 'type_text',
  incidentUpdate: 'incident_update',
  incidentResolve: 'incident_resolve',
  incidentHistory: 'incident_history',
  showReport: 'show_report',
  openSettings: 'open_settings',
  openList: 'open_list',
  openHelp: 'open_help',
  incidentStart: 'incident_start',
  settingsTopic: 'settings_topic',
  editTemplate: 'edit_template',
  deleteTemplate: 'delete_template',
} as const;

/** Choices of the card's overflow menu; each option's value is `CHOICE|mentionId`. */
export const CHOICE = {
  close: 'close',
  kind: 'kind',
  history: 'history',
  more: 'more',
  openNetwork: 'open_network',
  reopen: 'reopen',
} as const;

/** `callback_id` of each modal that can be submitted, and of those that are only read. */
export const FORM = {
  reply: 'reply_form',
  replyAnyway: 'reply_anyway_form',
  apology: 'apology_form',
  escalate: 'escalate_form',
  close: 'close_form',
  kind: 'kind_form',
  pick: 'pick_form',
  incidentStart: 'incident_start_form',
  incidentUpdate: 'incident_update_form',
  incidentResolve: 'incident_resolve_form',
  settings: 'settings_form',
  template: 'template_form',
  reading: 'reading',
} as const;

/** `block_id` of each input; its element's `action_id` is the same unless ACTION names one. */
export const FIELD = {
  text: 'text',
  template: 'template',
  wrong: 'wrong',
  doing: 'doing',
  wrongTemplate: 'wrong_template',
  doingTemplate: 'doing_template',
  byWhen: 'by_when',
  person: 'person',
  group: 'group',
  reason: 'reason',
  quickReason: 'quick_reason',
  kind: 'kind',
  mention: 'mention',
  title: 'title',
  severity: 'severity',
  nextUpdate: 'next_update',
} as const;

/** `block_id` of each input of the settings: the setting's own path, so that a fault is shown beside it. */
export const SETTING = {
  language: 'language',
  undoSeconds: 'undoSeconds',
  expireMinutes: 'expireMinutes',
  updateMinutes: 'incident.updateMinutes',
  timeZone: 'officeHours.timeZone',
  day: (day: string) => `officeHours.week.${day}`,
  country: 'holidays.country',
  state: 'holidays.state',
  region: 'holidays.region',
  extra: 'holidays.extra',
  except: 'holidays.except',
  sla: (minutes: string) => `sla.${minutes}`,
  publishers: 'publishers',
  publisherGroups: 'publishers.groups',
  leads: 'leads',
  leadGroups: 'leads.groups',
  escalationGroup: 'escalation.group',
  channelOf: 'escalation.channels',
  channel: 'escalation.channel',
  weeklyDay: 'reports.weekly.day',
  weeklyTime: 'reports.weekly.time',
  signer: 'signatures.person',
  initials: 'signatures',
  templateLang: 'templates.lang',
  templatePurpose: 'templates.purpose',
  templateTitle: 'templates.title',
  templateText: 'templates.text',
} as const;

export const SHORTCUT = { reply: 'reply_shortcut' } as const;

/** `event_type` of the metadata that our messages carry; the payload is `{ ref: "type:id", key }`. */
export const METADATA_EVENT = 'earshot_message';

/** Slack's limits, from its Block Kit reference; characters unless said otherwise. */
export const LIMIT = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** Of all blocks of one message together (`msg_blocks_too_long`); kept below what Slack was seen to refuse. */
  messageTotal: 12_000,
  sectionText: 3_000,
  header: 150,
  buttonText: 75,
  value: 2_000,
  privateMetadata: 3_000,
  contextElements: 10,
  optionText: 75,
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  selectOptions: 100,
  modalTitle: 24,
  modalButton: 24,
  inputText: 3_000,
  inputLabel: 2_000,
  placeholder: 150,
  altText: 2_000,
  imageUrl: 3_000,
  messageText: 40_000,
} as const;
