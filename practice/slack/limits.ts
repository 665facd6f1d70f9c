/**
 * Slack's limits, each named once. Characters are counted as JavaScript does (UTF-16), which is never more generous
 * than Slack. Sources: docs.slack.dev/reference/block-kit, docs.slack.dev/apis/web-api/rate-limits.
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** The blocks of one message as JSON; Slack documents no number, apps have measured about this. */
  messageBlocksCharacters: 13_000,
  messageText: 40_000,
  metadataCharacters: 8_000,
  textObject: 3000,
  sectionFields: 10,
  sectionField: 2000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  idCharacters: 255,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  altText: 2000,
  imageTitle: 2000,
  inputLabel: 2000,
  placeholder: 150,
  optionText: 75,
  optionValue: 150,
  selectOptions: 100,
  choiceOptions: 10,
  overflowOptionsMin: 2,
  overflowOptionsMax: 5,
  plainTextInput: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3000,
  stackedModals: 3,
  filesInInput: 10,
  fileInInputBytes: 10 * 1024 * 1024,
  chartTitle: 50,
  chartsInMessage: 2,
  chartSeries: 12,
  chartCategories: 20,
  chartLabel: 20,
  tableColumns: 20,
  tableRowsMin: 2,
  tableRowsMax: 201,
  tablePageSize: 100,
} as const;

/** How long things live, and how often they may be used. */
export const LIFETIMES = {
  triggerMs: 3000,
  ackMs: 3000,
  redeliveries: 3,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
} as const;

/** Token buckets: `burst` calls at once, then `perSecond`. */
export const RATES = {
  /** For each channel: about one message a second, short bursts allowed. */
  'chat.postMessage': { burst: 5, perSecond: 1 },
  /** Web API tier 3: about 50 a minute, for the whole workspace. */
  'chat.update': { burst: 50, perSecond: 50 / 60 },
  'chat.delete': { burst: 50, perSecond: 50 / 60 },
} as const;
