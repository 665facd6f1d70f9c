import type { Round, RoundMember } from '../../src/desk/channel.ts';
import type { Home } from '../../src/desk/home.ts';
import { type Incident, NEW_INCIDENT } from '../../src/desk/incident.ts';
import {
  type Escalation,
  type Mention,
  NEW_ESCALATION,
  NEW_MENTION,
  type PublicPromise,
  type SlaClock,
} from '../../src/desk/mention.ts';
import { officeHours } from '../../src/desk/office-hours.ts';
import { NEW_POST, type Post } from '../../src/desk/post.ts';
import { NEW_PUBLICATION, type Publication } from '../../src/desk/publication.ts';
import { type Settings, settingsSchema } from '../../src/desk/settings.ts';
import type { ViewContext } from '../../views/context.ts';
import { wordsFor } from '../../views/words/index.ts';

/** A Tuesday, 10:00 in Berlin. */
export const NOW = new Date('2026-03-03T09:00:00.000Z');

export function minutesFromNow(minutes: number): string {
  return new Date(NOW.getTime() + minutes * 60_000).toISOString();
}

export function context(language: 'en' | 'de' = 'en', settings: object = {}): ViewContext {
  const parsed: Settings = settingsSchema.parse({ language, ...settings });
  return {
    words: wordsFor(language),
    desk: {
      channel: 'CSUPPORT',
      settings: parsed,
      hours: officeHours(parsed, new Set()),
      leads: { people: parsed.leads, areKnown: true },
      staffNames: false,
      paused: null,
    },
    now: NOW,
    workspaceUrl: 'https://acme.slack.com/',
  };
}

export function post(fields: Partial<Post> = {}): Post {
  return {
    ...NEW_POST,
    id: '1001',
    text: 'My internet has been down since yesterday!',
    at: minutesFromNow(-30),
    url: 'https://x.com/jane/status/1001',
    pictures: [],
    ...fields,
  };
}

export function slaClock(fields: Partial<SlaClock> = {}): SlaClock {
  return {
    id: 'c1',
    post: '1001',
    startedAt: minutesFromNow(-30),
    cause: 'first',
    warnAt: minutesFromNow(15),
    dueAt: minutesFromNow(30),
    secondAt: minutesFromNow(90),
    warned: false,
    late: false,
    stopped: null,
    ...fields,
  };
}

export function promise(fields: Partial<PublicPromise> = {}): PublicPromise {
  return {
    id: 'w1',
    owner: 'UANNA',
    madeAt: minutesFromNow(-4),
    dueAt: minutesFromNow(120),
    beforeAt: minutesFromNow(105),
    brokenAt: minutesFromNow(130),
    publication: 'p1',
    told: 'nobody',
    ended: null,
    ...fields,
  };
}

export function publication(fields: Partial<Publication> = {}): Publication {
  return {
    ...NEW_PUBLICATION,
    id: 'p1',
    purpose: 'reply',
    text: 'Hi Jane, we are on it.',
    by: 'UANNA',
    pressedAt: minutesFromNow(-5),
    inReplyTo: '1001',
    status: 'published',
    expiresAt: minutesFromNow(10),
    post: { id: '2001', url: 'https://x.com/acme/status/2001', at: minutesFromNow(-4) },
    ...fields,
  };
}

export function escalation(fields: Partial<Escalation> = {}): Escalation {
  return {
    ...NEW_ESCALATION,
    id: 'e1',
    to: { type: 'user', id: 'UBEN' },
    by: 'UANNA',
    at: minutesFromNow(-10),
    reason: 'Is the north down?',
    channel: null,
    ...fields,
  };
}

export function mention(fields: Partial<Mention> = {}): Mention {
  return {
    ...NEW_MENTION,
    id: 'x:1001',
    number: 42,
    network: 'x',
    conversation: '1001',
    channel: 'CSUPPORT',
    author: { id: '77', handle: 'jane_doe', name: 'Jane Doe', followers: 1_204 },
    posts: [post()],
    kind: 'complaint',
    reasons: [],
    lang: 'en',
    clocks: [slaClock()],
    card: { channel: 'CSUPPORT', ts: '1772528400.000100' },
    ...fields,
  };
}

export function incident(fields: Partial<Incident> = {}): Incident {
  return {
    ...NEW_INCIDENT,
    id: 'incident:k1',
    number: 3,
    network: 'x',
    channel: 'CSUPPORT',
    title: 'No mobile data in the north',
    severity: 'major',
    startedBy: 'UANNA',
    startedAt: minutesFromNow(-40),
    publications: [publication({ purpose: 'incident-start', inReplyTo: null, text: 'We know and are on it.' })],
    updateMinutes: 30,
    updateDueAt: minutesFromNow(20),
    remindAt: minutesFromNow(20),
    card: { channel: 'CSUPPORT', ts: '1772528500.000100' },
    ...fields,
  };
}

export function member(fields: Partial<RoundMember> = {}): RoundMember {
  return { mention: 'x:1001', clock: 'c1', threshold: 'due', struckAt: null, ...fields };
}

/** The home tab of Anna on a quiet morning. */
export function aHome(fields: Partial<Home> = {}): Home {
  const none = { shown: [], total: 0 };
  return {
    user: 'UANNA',
    dms: true,
    channels: ['CSUPPORT'],
    figures: { open: 0, arrived: 0, answered: 0, medianMs: null, keptShare: null, answeredShare: null, muted: 0 },
    overdue: 0,
    incidents: none,
    unclaimed: none,
    mine: none,
    snoozed: none,
    promises: none,
    brokenPromises: 0,
    promiseFigures: { kept: 0, due: 0, share: null },
    overdueElsewhere: none,
    loads: none,
    approvals: none,
    ...fields,
  };
}

export function roundOf(members: readonly RoundMember[], fields: Partial<Round> = {}): Round {
  return { id: 'r1', at: NOW.toISOString(), members, message: null, ...fields };
}
