import { z } from 'zod';

const channel = z.looseObject({ state: z.looseObject({ type: z.literal('channel') }) });
const desk = z.looseObject({
  state: z.looseObject({ type: z.literal('desk'), settings: z.looseObject({}) }),
});

/** From version 1 to 2: the channel may get a weekly report, and staff are named in none. */
export function withReports(record: unknown): unknown {
  const ofChannel = channel.safeParse(record).data;
  if (ofChannel !== undefined) return { ...ofChannel, state: { weekly: null, ...ofChannel.state } };
  const ofDesk = desk.safeParse(record).data;
  if (ofDesk === undefined) return record;
  const settings = { reports: { weekly: null }, ...ofDesk.state.settings };
  return { ...ofDesk, state: { staffNames: { on: false, asked: null }, ...ofDesk.state, settings } };
}

type Fields = Readonly<Record<string, unknown>>;

const whole = z.looseObject({ state: z.looseObject({ type: z.string() }) });
const items = z.array(z.looseObject({}));

/** From version 2 to 3: what a team of thirty needs of a desk. By type of aggregate. */
const WHOLE_DESK: Readonly<Record<string, Fields>> = {
  mention: {
    touchedAt: null,
    snooze: null,
    promises: [],
    topics: [],
    ticket: null,
    incident: null,
  },
  channel: {
    alarms: [],
    pauses: [],
    bells: [],
    promisesToTell: [],
    promiseRounds: [],
    nextPromiseRound: 1,
    offers: [],
    lastOfferAt: null,
    lying: [],
    lastClosingAt: null,
  },
  person: { dms: true, drafts: [], handovers: [], handled: [] },
  incident: { lead: null, writer: null, untold: null },
  desk: {
    paused: null,
    settings: {
      bell: { opening: false, closing: false },
      topics: [],
      promise: { beforeMinutes: 15, graceMinutes: 10 },
      escalation: { chain: [] },
      channels: [],
      onCall: { changesAt: '08:00', mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      claim: { idleMinutes: 60, releaseAtClosing: true },
      trustedGuests: [],
      approval: { incidents: false, apologies: false, newcomerReplies: 0 },
    },
  },
};

/** The same for what an aggregate has several of. */
const WHOLE_DESK_ITEMS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  mention: {
    escalations: { taken: null, ended: null, told: [], due: null },
    posts: { via: 'mention', versions: [], deletedAt: null, hidden: null, hideWish: null },
    drafts: { purpose: 'reply' },
    publications: {
      promiseDueAt: null,
      after: null,
      picture: null,
      parts: null,
      tellsOf: null,
      answers: null,
      confirmedBy: null,
      approved: null,
      approval: null,
    },
  },
  incident: {
    drafts: { purpose: 'incident-update' },
    publications: {
      promiseDueAt: null,
      after: null,
      picture: null,
      parts: null,
      tellsOf: null,
      answers: null,
      confirmedBy: null,
      approved: null,
      approval: null,
    },
  },
};

/** From version 2 to 3: promises, hand-over, topics, incidents as a whole. */
export function withWholeDesk(record: unknown): unknown {
  return withFields(record, WHOLE_DESK, WHOLE_DESK_ITEMS);
}

/** From version 3 to 4: what keeps the desk safe, and accountable. By type of aggregate. */
const SAFE_DESK: Readonly<Record<string, Fields>> = {
  mention: { seekFrom: null, oldThread: null, held: null, forgotten: null },
  incident: { forgotten: null },
  person: { forgettings: [] },
  desk: { settings: { retentionDays: 400 } },
  channel: { refusals: [], shutOut: null, silences: [], backlog: { since: null } },
};

/** The same for what an aggregate has several of. */
const SAFE_DESK_ITEMS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  mention: { posts: { withdrawn: false } },
};

/** From version 3 to 4. */
export function withSafeDesk(record: unknown): unknown {
  return withFields(record, SAFE_DESK, SAFE_DESK_ITEMS);
}

/** From version 4 to 5: what the desk knows about what matters. By type of aggregate. */
const JUDGEMENT: Readonly<Record<string, Fields>> = {
  mention: {
    urgency: { level: 'usual', reasons: [] },
    elsewhere: 0,
    unlocked: null,
    muted: null,
    helpful: null,
    helpedBy: [],
    proposed: null,
    group: null,
    suggested: null,
    declined: [],
  },
  incident: { meterAt: null, cheerful: null },
  channel: { ourPosts: [], surges: [], nextSurge: 1, usual: { countedUntil: null, complaints: [], all: [] } },
  desk: {
    settings: {
      surge: { sensitivity: 'normal' },
      urgency: { followers: 10_000, likes: 100, reposts: 25, repeats: 3, urgentMinutes: null },
      lock: { people: [] },
      vip: [],
      mute: { handles: [], words: [] },
      rules: [],
      checks: {
        meanwhile: true,
        privateData: true,
        blame: true,
        brushOff: true,
        language: true,
        wornPhrase: true,
        nextStep: true,
        promiseTime: true,
      },
      publicContacts: [],
      fold: true,
    },
  },
};

/** The same for what an aggregate has several of. */
const JUDGEMENT_ITEMS: Readonly<Record<string, Readonly<Record<string, Fields>>>> = {
  mention: {
    posts: { likes: null, reposts: null },
    publications: { corrects: null, wrong: null, leftWrong: null, reactions: null },
  },
  incident: { publications: { corrects: null, wrong: null, leftWrong: null, reactions: null } },
};

/** From version 4 to 5. */
export function withJudgement(record: unknown): unknown {
  return withFields(record, JUDGEMENT, JUDGEMENT_ITEMS);
}

function withFields(
  record: unknown,
  fields: Readonly<Record<string, Fields>>,
  ofItems: Readonly<Record<string, Readonly<Record<string, Fields>>>>,
): unknown {
  const found = whole.safeParse(record).data;
  if (found === undefined) return record;
  const { type } = found.state;
  const state: Record<string, unknown> = completed(found.state, fields[type] ?? {});
  for (const [name, lacking] of Object.entries(ofItems[type] ?? {})) {
    const list = items.safeParse(state[name]).data;
    if (list !== undefined) state[name] = list.map((one) => completed(one, lacking));
  }
  return { ...found, state };
}

/** A record with what it lacks, also in the records inside it. */
function completed(value: Fields, fields: Fields): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...value };
  for (const [name, lacking] of Object.entries(fields)) {
    const had = value[name];
    whole[name] = had === undefined ? lacking : isFields(had) && isFields(lacking) ? completed(had, lacking) : had;
  }
  return whole;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
