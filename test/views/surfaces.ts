import type { Alarm } from '../../src/desk/alarm.ts';
import { NEW_CHANNEL } from '../../src/desk/channel.ts';
import type { ChannelNote } from '../../src/desk/channel-note.ts';
import type { Refusal } from '../../src/desk/decision.ts';
import { type DeskState, NEW_DESK } from '../../src/desk/desk-state.ts';
import type { Note } from '../../src/desk/effect.ts';
import { askedOf } from '../../src/desk/escalation.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { topicsFrom } from '../../src/desk/labels.ts';
import { GRAVE } from '../../src/desk/lock-words.ts';
import { KINDS, type Mention, NEW_ASKED } from '../../src/desk/mention.ts';
import { pastAnswersOf } from '../../src/desk/past-answer.ts';
import type { PublicationStatus } from '../../src/desk/publication.ts';
import type { Publisher } from '../../src/desk/publishing.ts';
import { reportOf } from '../../src/desk/report.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import { NEW_SPENDING } from '../../src/desk/spending.ts';
import { NEW_SURGE, type Surge } from '../../src/desk/surge.ts';
import type { Urgency } from '../../src/desk/urgency-reason.ts';
import { RULE_LANGUAGES } from '../../src/desk/urgency-settings.ts';
import { alarmLine, alarmNotice } from '../../views/alarm.ts';
import { approvalNotice } from '../../views/approval.ts';
import { againLine, backlogLine } from '../../views/backlog.ts';
import { bell } from '../../views/bell.ts';
import { card, cardPlain } from '../../views/card.ts';
import { channelNote } from '../../views/channel-note.ts';
import type { ViewContext } from '../../views/context.ts';
import { costsModal } from '../../views/costs.ts';
import { escalationMessage } from '../../views/escalation.ts';
import { standingNote } from '../../views/escalation-note.ts';
import { forgottenNotice } from '../../views/forgotten-notice.ts';
import { apologyModal } from '../../views/forms/apology.ts';
import { byHandModal } from '../../views/forms/by-hand.ts';
import { closedSeveralModal, closeSeveralModal } from '../../views/forms/close-several.ts';
import { correctModal, leaveWrongModal } from '../../views/forms/correct-one.ts';
import { chooseWrongModal, correctionModal, publicTexts, wrongModal } from '../../views/forms/correction.ts';
import { earlierModal } from '../../views/forms/earlier.ts';
import { escalateModal } from '../../views/forms/escalate.ts';
import { foldedModal } from '../../views/forms/fold.ts';
import { foundModal, lookingModal } from '../../views/forms/found.ts';
import { giveBackModal } from '../../views/forms/give-back.ts';
import { handOverAllModal, handOverModal } from '../../views/forms/hand-over.ts';
import { incidentResolveModal, incidentStartModal, incidentUpdateModal } from '../../views/forms/incident.ts';
import { linkIncidentModal, linkMentionsModal } from '../../views/forms/incident-links.ts';
import { incidentRolesModal } from '../../views/forms/incident-roles.ts';
import { ticketModal, topicsModal } from '../../views/forms/labels.ts';
import { incidentListModal, listModal, pickModal } from '../../views/forms/lists.ts';
import { moreModal } from '../../views/forms/more.ts';
import { mutedModal } from '../../views/forms/muted.ts';
import { forgetModal, holdModal } from '../../views/forms/privacy.ts';
import { keptModal, promisesModal } from '../../views/forms/promise.ts';
import {
  doneModal,
  errorModal,
  helpModal,
  historyModal,
  incidentShowModal,
  showModal,
  workingModal,
} from '../../views/forms/reading.ts';

import { replyAnyway, replyModal } from '../../views/forms/reply.ts';
import { sendBackModal } from '../../views/forms/send-back.ts';
import { snoozeModal } from '../../views/forms/snooze.ts';
import { closeModal, kindModal } from '../../views/forms/triage.ts';
import { skipEndModal, untoldModal } from '../../views/forms/untold.ts';
import { WAS_STOPPED } from '../../views/forms/warnings.ts';
import { handoverNotice, handsNotice } from '../../views/hands-notice.ts';
import { home } from '../../views/home.ts';
import { incidentCard, incidentPlain, updateDue } from '../../views/incident.ts';
import { roleNotice, sentBackNotice } from '../../views/incident-notice.ts';
import { liftLockModal } from '../../views/lock.ts';
import { note } from '../../views/note.ts';
import { notice } from '../../views/notice.ts';
import { offersLine } from '../../views/offers.ts';
import { cantSaveLine, savesAgainLine } from '../../views/outage.ts';
import { pauseLine } from '../../views/pause.ts';
import { promiseRound } from '../../views/promise-round.ts';
import { reactionsNote } from '../../views/reactions.ts';
import { refusalText } from '../../views/refusal.ts';
import { report, reportPlain } from '../../views/report.ts';
import { round } from '../../views/round.ts';
import { bellForm } from '../../views/settings/bell.ts';
import { channelsForm } from '../../views/settings/channels.ts';
import { checksForm } from '../../views/settings/checks.ts';
import { settingsHistory, settingsMenu } from '../../views/settings/menu.ts';
import { onCallForm } from '../../views/settings/on-call.ts';
import { escalationForm, rightsForm, signaturesForm } from '../../views/settings/people.ts';
import { ruleForm, rulesList } from '../../views/settings/rules.ts';
import { templateForm, templatesList } from '../../views/settings/templates.ts';
import { generalForm, holidaysForm, hoursForm, reportsForm, slaForm, topicsForm } from '../../views/settings/times.ts';
import { togetherForm } from '../../views/settings/together.ts';
import { urgencyForm } from '../../views/settings/urgency.ts';
import { shutOutNotice } from '../../views/shut-out.ts';
import { silenceLine } from '../../views/silence.ts';
import { cheerfulNote } from '../../views/silence-meter.ts';
import { surgeMessage } from '../../views/surge.ts';
import { untoldMessage } from '../../views/untold.ts';
import type { Surface } from './oracle.ts';
import {
  aHome,
  context,
  escalation,
  incident,
  member,
  mention,
  minutesFromNow,
  NOW,
  post,
  promise,
  publication,
  roundOf,
  slaClock,
} from './sample.ts';
import { everyWarning } from './warnings.ts';

const STATUSES: readonly PublicationStatus[] = [
  ...(['approval', 'waiting', 'sending', 'published', 'unclear'] as const),
  ...(['failed', 'undone', 'deleting', 'deleted'] as const),
];
const AT = NOW.toISOString();
const LENGTH = { length: 300, limit: 280 };

/** Every reason that there is. */
const urgent = (words: readonly string[]): Urgency => ({
  level: 'urgent',
  reasons: [
    ...GRAVE.map((type) => ({ type, words })),
    ...(['followers', 'likes', 'reposts', 'repeats'] as const).map((type) => ({ type, count: 12_400 })),
    { type: 'vip' },
    { type: 'rule', level: 'raised' },
  ],
});

/** A desk in which every word, whoever's it is, is the same one. */
export function worldOf(word: string, ctx: ViewContext) {
  // As a form makes them of whatever somebody typed.
  const labels = topicsFrom(word)
    .filter(({ length }) => length <= 40)
    .slice(0, 20);
  const link = { id: 'incident:k1', number: 3, by: 'UANNA', at: AT, told: null } as const;
  const told = { to: { type: 'group', id: 'SNET' } as const, at: AT };
  const asked = escalation({
    reason: word,
    fault: word,
    answers: [{ by: 'UBEN', text: word, ts: '1.2' }],
    ended: { how: 'sent-back', by: 'UBEN', at: AT, reason: word },
    told: [{ ...NEW_ASKED, ...told, fault: word }],
  });
  const texts = STATUSES.map((status, index) =>
    publication({
      id: `p${index + 1}`,
      status,
      text: word,
      looks: 3,
      fault: status === 'failed' ? { code: 'refused', detail: word } : null,
      picture: { file: 'F1', alt: word },
      parts: { wrong: word, doing: word, byWhen: word },
      confirmedBy: word,
      answers: { de: word, en: word },
      approval: { why: 'newcomer', told: [], nextAt: null },
      corrects: 'p1',
      wrong: { by: 'UANNA', at: AT, de: word, en: word },
      leftWrong: { by: 'UANNA', at: AT, reason: word },
    }),
  );
  const drafts = (['reply', 'apology'] as const).map((purpose) => ({
    by: 'UANNA',
    purpose,
    text: word,
    why: 'typed' as const,
    at: AT,
    alt: word,
    title: word,
  }));
  const history = (['arrived', 'pressed-send', 'closed', 'escalated', 'sent-back', 'edited'] as const).map((did) => ({
    at: AT,
    by: 'UANNA',
    did,
    text: word,
  }));
  const customer = (fields: Partial<Mention> = {}): Mention =>
    mention({
      author: { id: '77', handle: word, name: word, followers: 3 },
      posts: [
        post({ text: word, url: word, pictures: [{ url: word, alt: word, type: 'photo' }] }),
        post({
          id: '1002',
          text: word,
          versions: [{ id: '1', text: word }],
          hideWish: { hidden: true, by: 'UANNA', at: AT, fault: word },
        }),
      ],
      reasons: [word],
      topics: labels,
      ticket: word,
      publications: texts,
      escalations: [asked],
      drafts,
      history,
      incident: link,
      suggested: { id: link.id, number: link.number },
      promises: [promise()],
      clocks: [slaClock()],
      ...fields,
    });
  const outage: Incident = incident({
    title: word,
    drafts,
    history,
    publications: texts.map((one) => ({ ...one, purpose: 'incident-update' as const })),
  });
  const over = { ...outage, status: 'resolved', resolvedAt: AT } as const;
  const customers = [
    customer(),
    customer({
      id: 'x:2',
      number: 2,
      status: 'closed',
      closed: { by: 'UANNA', at: AT, reason: word },
      held: { by: 'UANNA', at: AT, reason: word },
    }),
    customer({
      id: 'x:3',
      number: 3,
      status: 'claimed',
      owner: 'UANNA',
      network: word,
      urgency: urgent([word]),
      unlocked: { by: 'UANNA', at: AT, reason: word },
    }),
    customer({
      id: 'x:4',
      number: 4,
      publications: [],
      escalations: [],
      card: null,
      promises: [],
      urgency: urgent([word, word]),
    }),
  ];
  const [template] = ctx.desk.settings.templates;
  if (template === undefined) throw new Error('there are no templates');
  const settings = {
    ...ctx.desk.settings,
    templates: [{ ...template, title: word, text: word }],
    topics: labels,
    officeHours: { ...ctx.desk.settings.officeHours, timeZone: word },
    holidays: { country: word, state: word, region: word, extra: [], except: [] },
    publishers: ['UANNA', 'SNET'],
    leads: ['SNET', 'UCARLA'],
    signatures: { UANNA: word },
    publicContacts: [word],
    escalation: { group: 'SNET', channels: { SNET: 'CNET' }, chain: [{ to: 'SNET', minutes: 5 }] },
    channels: [{ network: word.slice(0, 20), kinds: [...KINDS], channel: 'CNET' }],
    vip: [word.slice(0, 60)],
    mute: { handles: [word.slice(0, 60)], words: [word.slice(0, 60)] },
    lock: { group: 'SNET', people: ['UANNA'] },
    rules: [
      {
        words: [word.slice(0, 60)],
        authors: [word.slice(0, 60)],
        languages: [...RULE_LANGUAGES],
        networks: [word.slice(0, 20)],
        set: { kind: 'complaint' as const, urgency: 'urgent' as const, channel: 'CNET', person: 'UANNA' },
      },
    ],
  };
  const desk: DeskState = { ...NEW_DESK, settings, history };
  return { word, ctx, customer: customers[0] ?? customer(), customers, outage, over, asked, texts, desk, template };
}

type World = ReturnType<typeof worldOf>;

const unquestioned = (one: Mention): Mention => ({
  ...one,
  publications: one.publications.map((text) => ({ ...text, corrects: null, wrong: null, leftWrong: null })),
});

const publicWordsOf = (states: readonly Publisher[]) =>
  states.flatMap((state) => publicTexts(state).map((publication) => ({ state, publication })));
/** Folded under another one that says the same. */
function waiting(mention: Mention): Mention {
  return { ...mention, status: 'open', group: { id: 'x:1001', as: 'folded' } };
}

const groups = (word: string) => ({
  groups: [
    { id: 'S1', handle: word },
    { id: 'SNET', handle: 'network' },
  ],
});

const notes = ({ word }: World): Note[] => [
  { type: 'wrote-again', post: '1002', owner: 'UBEN' },
  { type: 'edited', post: '1002', owner: null },
  { type: 'post-deleted', post: '1002', owner: null },
  { type: 'handed-over', by: 'UBEN', to: 'UANNA', note: word },
  { type: 'assigned', to: 'UANNA' },
  { type: 'helped', number: 43, by: 'UANNA' },
  {
    type: 'reactions',
    publication: 'p1',
    likes: 12,
    reposts: 1,
    answers: 1,
    fresh: [{ number: 43, card: { channel: 'C0CARE', ts: '1.3' } }],
    isLast: false,
  },
  { type: 'reactions', publication: 'p1', likes: 0, reposts: 0, answers: 12, fresh: [], isLast: true },
  { type: 'escalation-answered', escalation: 'e1', ts: '1.2' },
  { type: 'escalation-failed', escalation: 'e1', told: 0 },
  { type: 'escalation-failed', escalation: 'e1' },
];
const notices = ({ word }: World): Parameters<typeof notice>[1][] => [
  { type: 'due-soon', clock: 'c1' },
  { type: 'promise', promise: 'w1', threshold: 'before' },
  { type: 'wrote-again', post: '1002' },
  { type: 'not-sent', publication: 'p6' },
  { type: 'not-deleted', publication: 'p4' },
  { type: 'not-hidden', post: '1002', hidden: true, why: word },
  { type: 'escalation-sent-back', escalation: 'e1' },
  { type: 'sent-back', publication: 'p7', by: 'UBEN', reason: word },
  { type: 'approval-waits', publication: 'p1' },
];
const channelNotes = ({ word }: World): ChannelNote[] => [
  { type: 'parked', ref: { type: 'mention', id: 'x:1001' }, key: 'draw-card', why: word },
  { type: 'search-refused', network: word, why: word },
  { type: 'search-flood', network: word },
  { type: 'network-refuses', network: word, cause: 'refused', why: word },
  { type: 'network-takes', network: word, since: AT },
  { type: 'set-aside', network: word, post: word, why: word },
  { type: 'set-aside', network: word, post: null, why: word },
  { type: 'not-in-channel', channel: word },
  { type: 'restored', backup: AT, at: AT, unsent: 2 },
  { type: 'file-lost', file: word, aside: word, mentions: { from: 1, to: 9 }, settings: true },
  { type: 'resumed', pause: AT, by: 'UANNA', at: AT },
];
const refusals = ({ word }: World): Refusal[] => [
  { reason: 'warned', warnings: everyWarning(word) },
  { reason: 'answered-meanwhile', by: 'UBEN', at: AT, text: word },
  { reason: 'edited-meanwhile', was: word, text: word },
  { reason: 'claimed-by', by: word },
  { reason: 'unsuitable-text', why: 'custom-emoji', what: word },
  { reason: 'unsuitable-text', why: 'slack-broadcast', what: word },
  { reason: 'undo-too-late', status: word },
  { reason: 'topic-too-long', what: word, limit: 40 },
  LOCKED,
  { reason: 'not-staff', channel: word },
  { reason: 'settings-invalid', faults: [{ at: word, code: 'date', what: word }] },
];

const alarm = (words: readonly string[]): Alarm => ({
  id: 'a1',
  cause: { type: 'danger', post: '1001', words },
  about: { type: 'mention', id: 'x:1001' },
  startedAt: AT,
  told: [],
  taken: null,
  overAt: null,
  message: null,
});
const surges = (word: string): readonly Surge[] => {
  const one: Surge = {
    ...NEW_SURGE,
    id: 's1',
    signal: 'similar',
    minutes: 15,
    startedAt: AT,
    since: AT,
    count: 63,
    usual: 4,
    peak: 63,
    total: 120,
    words: [word, word, word, word],
    updatedAt: AT,
  };
  const explained = { incident: 'i', by: word, at: AT };
  return [
    one,
    { ...one, explained },
    { ...one, explained, endedAt: AT },
    { ...one, dismissed: { by: word, at: AT, until: AT } },
  ];
};
const news = (word: string) => ({ text: word, length: LENGTH, hasLink: true, notice: word });
const posts = (word: string) => ({ posts: [word, word], wanted: true });
const publicText = (word: string) => ({ ...news(word), posts: posts(word) });
const LOCKED: Refusal = { reason: 'locked', number: 42, causes: GRAVE };
const page = { page: 1, pages: 3 };
const refusal = (word: string) => ({ reason: 'answered-meanwhile', by: 'UBEN', at: AT, text: word }) as const;

/** Every function of the views that draws a whole surface, by its name; a new one must stand here. */
export const SURFACES: Readonly<Record<string, (world: World) => readonly (Surface | null)[]>> = {
  card: ({ customer, customers, ctx }) => [
    ...customers.map((one) => card(one, ctx)),
    card(waiting(customer), ctx, customers.map(waiting)),
  ],
  cardPlain: ({ customers, ctx }) => customers.map((one) => cardPlain(one, ctx)),
  note: (world) => notes(world).map((one) => note(world.customer, one, world.ctx)),
  reactionsNote: ({ word, ctx }) => {
    const fresh = Array.from({ length: 40 }, (_, index) => ({ number: index, card: { channel: word, ts: word } }));
    const told = { type: 'reactions', publication: 'p1', likes: 1, reposts: 2, answers: 40, fresh } as const;
    return [
      reactionsNote({ post: { id: '1', url: word, at: AT } }, { ...told, isLast: false }, ctx),
      reactionsNote({ post: null }, { ...told, isLast: true }, ctx),
    ];
  },
  standingNote: ({ asked, ctx }) =>
    (['escalation-sent-back', 'escalation-untaken', 'escalation-left'] as const).map((type) =>
      standingNote(asked, { type, escalation: 'e1' }, ctx),
    ),
  notice: (world) => notices(world).map((one) => notice(world.customer, one, world.ctx)),
  roleNotice: ({ outage, word, ctx }) => [
    roleNotice(outage, { type: 'incident-role', role: 'lead', by: 'UBEN', note: word }, ctx),
  ],
  sentBackNotice: ({ outage, word, texts, ctx }) =>
    texts.map((one) =>
      sentBackNotice(outage, one, { type: 'sent-back', publication: one.id, by: 'UBEN', reason: word }, ctx),
    ),
  handsNotice: ({ customer, word, ctx }) => [
    handsNotice(customer, { type: 'handed-over', by: 'UBEN', note: word }, ctx),
    handsNotice(customer, { type: 'taken-away', by: 'UBEN', to: 'UANNA' }, ctx),
    handsNotice(customer, { type: 'snooze-over' }, ctx),
    handsNotice(customer, { type: 'assigned' }, ctx),
  ],
  handoverNotice: ({ customers, word, ctx }) => [
    handoverNotice(
      'UBEN',
      { id: 'h1', to: 'UANNA', by: 'UBEN', note: word, mentions: customers.map(({ id }) => id) },
      customers.map((one) => ({ ...one, owner: 'UANNA', status: 'claimed' })),
      ctx,
    ),
  ],
  approvalNotice: ({ customer, outage, texts: [publication], ctx }) =>
    publication === undefined ? [] : [customer, outage].map((about) => approvalNotice({ about, publication }, ctx)),
  channelNote: (world) => channelNotes(world).map((one) => channelNote(one, world.ctx)),
  surgeMessage: ({ outage, word, ctx }) =>
    surges(word).flatMap((one) =>
      [outage, null].map((about) => surgeMessage({ ...NEW_CHANNEL, id: 'C1', surges: [one] }, one, about, ctx)),
    ),
  cheerfulNote: ({ word, ctx }) => [
    cheerfulNote({ network: word, id: '1', url: word, at: AT, text: `Happy Friday! ${word}` }, ctx),
    cheerfulNote({ network: 'x', id: '1', url: word, at: AT, text: word }, ctx),
  ],
  silenceLine: ({ word, ctx }) => [
    silenceLine(
      { id: 's1', of: { type: 'network', network: word }, since: AT, why: word, isTold: true, ended: null },
      ctx,
    ),
  ],
  escalationMessage: ({ customer, asked, ctx }) =>
    askedOf(asked).map((one) => escalationMessage(customer, asked, one, ctx)),
  round: ({ customers, ctx }) => [round(roundOf(customers.map(({ id }) => member({ mention: id }))), customers, ctx)],
  promiseRound: ({ customers, ctx }) => [
    promiseRound(
      {
        id: 'w1',
        at: AT,
        members: customers.map(({ id }) => ({ mention: id, promise: 'w1', threshold: 'broken', struckAt: null })),
        message: null,
      },
      customers,
      ctx,
    ),
  ],
  againLine: ({ customers, ctx }) => [againLine(customers, ctx)],
  backlogLine: ({ ctx }) => [
    backlogLine({ waiting: { complaint: 1, question: 2, praise: 3, other: 4 }, since: AT }, ctx),
  ],
  offersLine: ({ customers, ctx }) => [
    offersLine(
      customers.map(({ id }, index) => ({
        mention: id,
        why: (['idle', 'passed-on', 'snooze-over'] as const)[index % 3] ?? 'idle',
        since: minutesFromNow(-90),
      })),
      customers,
      ctx,
    ),
  ],
  bell: ({ customers, ctx }) =>
    (['opening', 'closing'] as const).map((which) =>
      bell(
        'CSUPPORT',
        {
          id: `${which}:${AT}`,
          which,
          edge: AT,
          mentions: customers.map(({ id }) => id),
          promises: customers.map(({ id }) => ({ mention: id, promise: 'w1' })),
          takers: { complaint: ['UANNA'] },
          promisesTakenBy: null,
          message: null,
        },
        customers,
        ctx,
      ),
    ),
  cantSaveLine: ({ word, ctx }) => [cantSaveLine(AT, word, ctx)],
  savesAgainLine: ({ ctx }) => [savesAgainLine(AT, AT, ctx)],
  shutOutNotice: ({ word, ctx }) =>
    [word, 'CSUPPORT'].map((id) =>
      shutOutNotice(
        { ...NEW_CHANNEL, id, shutOut: { since: AT, cause: 'not-in-channel', why: word, told: [] } },
        { type: 'shut-out' },
        ctx,
      ),
    ),
  forgottenNotice: ({ word, ctx }) => [
    forgottenNotice(
      {
        id: 'f1',
        mentions: ['x:1001'],
        done: [
          {
            mention: 'x:1001',
            number: 42,
            kept: null,
            replies: 1,
            left: [{ channel: 'CSUPPORT', ts: '1.2' }],
            undeleted: [{ at: { channel: 'CSUPPORT', ts: '1.2' }, user: word, why: word }],
          },
        ],
      },
      ctx,
    ),
  ],
  pauseLine: ({ word, ctx }) => [pauseLine({ at: AT, by: word, ended: null, message: null }, ctx)],
  alarmLine: ({ customer, word, ctx }) => [alarmLine(alarm([word, word]), customer, ctx)],
  alarmNotice: ({ customer, word, ctx }) => [
    alarmNotice(alarm([word]), customer, { type: 'alarm', alarm: 'a1' }, ctx, { surges: [] }),
  ],
  incidentCard: ({ outage, over, customers, ctx, word }) => {
    const cheerful = { network: 'x', id: '1', url: word, at: AT, text: word };
    const silent = { since: AT, hasSpoken: false, complaints: 34 };
    return [outage, over, { ...outage, cheerful }].map((one) => incidentCard(one, customers, ctx, silent));
  },
  incidentPlain: ({ outage, over, customers, ctx }) => [outage, over].map((one) => incidentPlain(one, customers, ctx)),
  updateDue: ({ outage, ctx }) => [updateDue(outage, ctx)],
  untoldMessage: ({ over, customers, ctx }) => [untoldMessage(over, customers, ctx)],
  report: ({ customers, ctx, word }) => [
    report(
      reportOf(customers, { from: '2026-02-25', to: '2026-03-03' }, ctx.desk),
      { isPrivate: false, shownBy: word },
      ctx,
    ),
  ],
  reportPlain: ({ customers, ctx, word }) => [
    reportPlain(
      reportOf(customers, { from: '2026-02-25', to: '2026-03-03' }, ctx.desk),
      { isPrivate: true, shownBy: word },
      ctx,
    ),
  ],
  home: ({ customers, outage, texts: [publication], ctx }) => {
    const all = { shown: customers, total: 99 };
    const approvals = publication === undefined ? [] : [{ about: outage, publication }];
    const promised = customers.flatMap((one) => one.promises.map((made) => ({ mention: one, promise: made })));
    const tab = aHome({
      incidents: { shown: [outage], total: 4 },
      unclaimed: all,
      mine: all,
      snoozed: all,
      overdueElsewhere: all,
      promises: { shown: promised, total: 9 },
      approvals: { shown: approvals, total: 9 },
      loads: { shown: [{ owner: 'UANNA', open: 3, overdue: 1, promises: 1, snoozed: 0 }], total: 1 },
    });
    return [home(tab, { isLead: true, mayPublish: true, maySettings: true }, ctx)];
  },

  replyModal: ({ customers, word, ctx }) =>
    customers.map((one) =>
      replyModal(
        {
          mention: one,
          user: 'UANNA',
          text: word,
          seen: [word],
          length: LENGTH,
          notice: word,
          alt: word,
          posts: posts(word),
          help: {
            recalled: pastAnswersOf(unquestioned(one)).map((answer) => ({ mention: one, answer })),
            ranked: [word],
          },
          warnings: everyWarning(word),
          warned: [WAS_STOPPED],
        },
        ctx,
      ),
    ),
  replyAnyway: ({ customer, word, ctx }) => [
    replyAnyway({ mention: customer, text: word, refusal: refusal(word), seen: [] }, ctx),
    replyAnyway(
      { mention: customer, text: word, refusal: null, seen: [], warnings: everyWarning(word), warned: [WAS_STOPPED] },
      ctx,
    ),
    replyAnyway(
      { mention: customer, text: word, refusal: { reason: 'edited-meanwhile', was: word, text: word }, seen: [] },
      ctx,
    ),
  ],
  chooseWrongModal: ({ customer, outage, ctx }) => [customer, outage].map((state) => chooseWrongModal(state, ctx)),
  wrongModal: ({ customer, outage, word, ctx }) =>
    publicWordsOf([customer, outage]).map((one) =>
      wrongModal(
        { word: one, de: word, en: word, notice: word, warnings: everyWarning(word), warned: [WAS_STOPPED] },
        ctx,
      ),
    ),
  correctionModal: ({ customer, customers, outage, ctx }) =>
    publicWordsOf([customer, outage]).map((one) =>
      correctionModal(
        {
          word: one,
          recipients: (['waits', 'by-hand', 'corrected'] as const).flatMap((standing) =>
            customers.flatMap((mention) =>
              publicTexts(mention).map((publication) => ({ mention, publication, standing })),
            ),
          ),
          page: 1,
        },
        ctx,
      ),
    ),
  correctModal: ({ customer, outage, word, ctx }) =>
    publicWordsOf([customer, outage]).map(({ state, publication }) =>
      correctModal(
        {
          about: state,
          publication: publication.id,
          text: word,
          source: '[]',
          warnings: everyWarning(word),
          warned: [WAS_STOPPED],
        },
        ctx,
      ),
    ),
  leaveWrongModal: ({ customer, ctx }) => [leaveWrongModal(customer, 'p1', '[]', ctx)],
  byHandModal: ({ customer, word, ctx }) => [byHandModal(customer, word, ctx)],
  apologyModal: ({ customer, outage, word, ctx }) =>
    [customer, outage].map((about) =>
      apologyModal(
        {
          about,
          user: 'UANNA',
          wrong: word,
          doing: word,
          byWhen: word,
          seen: [],
          length: LENGTH,
          notice: word,
          warnings: everyWarning(word),
          warned: [WAS_STOPPED],
        },
        ctx,
      ),
    ),
  escalateModal: ({ customer, word, ctx }) => [
    escalateModal({ mention: customer, reason: word, person: 'UBEN', notice: word }, ctx),
    escalateModal({ mention: customer, reason: word, group: 'SNET', groupNames: { SNET: word, S1: word } }, ctx),
    escalateModal({ mention: customer, warning: refusalText(LOCKED, ctx) }, ctx),
  ],
  mutedModal: ({ customers, word, ctx }) => [
    mutedModal(
      { mentions: customers.map((one) => ({ ...one, muted: { at: AT, by: 'word', what: word } })), total: 4, ...page },
      ctx,
    ),
  ],
  urgencyForm: ({ desk, word, ctx }) => [
    urgencyForm(desk, groups(word), ctx),
    urgencyForm(desk, { unknown: word }, ctx),
  ],
  rulesList: ({ desk, ctx }) => [rulesList(desk, ctx)],
  ruleForm: ({ desk, ctx }) => [
    ruleForm({ rule: desk.settings.rules[0] ?? null, index: 0, rules: 1, revision: 1 }, ctx),
    ruleForm({ rule: null, index: 1, rules: 1, revision: 1 }, ctx),
  ],
  liftLockModal: ({ customer, ctx }) => [liftLockModal(customer, ctx)],
  holdModal: ({ customer, word, ctx }) => [
    holdModal(customer, ctx),
    holdModal({ ...customer, held: { by: 'UANNA', at: AT, reason: word } }, ctx),
  ],
  forgetModal: ({ customer, customers, word, ctx }) => [
    forgetModal([customer, ...customers.map((one) => ({ ...one, held: { by: 'UANNA', at: AT, reason: word } }))], ctx),
  ],
  sendBackModal: ({ customer, asked, ctx }) => [sendBackModal(customer, asked, ctx)],
  giveBackModal: ({ customer, outage, texts: [waits], ctx }) =>
    waits === undefined ? [] : [customer, outage].map((about) => giveBackModal(about, waits, ctx)),
  closeModal: ({ customer, ctx }) => [closeModal(customer, ctx)],
  kindModal: ({ customer, ctx }) => [kindModal(customer, ctx)],
  handOverModal: ({ customer, ctx }) => [handOverModal(customer, ctx)],
  handOverAllModal: ({ customers, word, ctx }) => [
    handOverAllModal(
      { from: 'UANNA', to: 'UBEN', note: word, burden: { claims: customers, promises: customers, snoozes: customers } },
      ctx,
    ),
  ],
  snoozeModal: ({ customer, ctx }) => [snoozeModal(customer, ctx)],
  moreModal: ({ customer, ctx }) => [
    moreModal(customer, ctx, 7),
    moreModal({ ...customer, helpful: { by: 'UANNA', at: AT, asked: 'x:1', was: 'question' } }, ctx),
  ],
  topicsModal: ({ customer, ctx }) => [topicsModal(customer, ctx)],
  ticketModal: ({ customer, ctx }) => [ticketModal(customer, ctx)],
  earlierModal: ({ customer, customers, ctx }) => [
    earlierModal({ mention: customer, shown: customers, total: 1_234 }, ctx),
  ],
  showModal: ({ customers, ctx }) => customers.map((one) => showModal(one, ctx)),
  historyModal: ({ customer, outage, ctx }) => [historyModal(customer, ctx), historyModal(outage, ctx)],
  incidentShowModal: ({ outage, customers, ctx }) => [incidentShowModal(outage, customers, ctx)],
  helpModal: ({ ctx }) => [helpModal(ctx)],
  workingModal: ({ ctx }) => [workingModal(ctx.words.forms.title.error, ctx)],
  errorModal: (world) => refusals(world).map((one) => errorModal(refusalText(one, world.ctx), world.ctx)),
  doneModal: ({ ctx }) => [doneModal(ctx.words.fault.done, ctx)],
  pickModal: ({ customers, ctx }) => [pickModal(customers, 'reply', ctx)],
  listModal: ({ customers, ctx }) => [
    listModal({ title: ctx.words.forms.title.open, mentions: customers, ...page, kind: 'open' }, ctx),
  ],
  incidentListModal: ({ outage, over, ctx }) => [incidentListModal([outage, { ...over, id: 'incident:k2' }], ctx)],
  foundModal: ({ customers, word, ctx }) => [
    foundModal({ query: word.slice(0, 300), mentions: customers, total: 999, ...page }, ctx),
    foundModal({ query: word.slice(0, 300), mentions: [], total: 0, page: 1, pages: 1 }, ctx),
  ],
  lookingModal: ({ word, ctx }) => [lookingModal(word.slice(0, 300), ctx)],
  closeSeveralModal: ({ customers, ctx }) => [closeSeveralModal(customers, ctx)],
  closedSeveralModal: ({ customers, word, ctx }) => [
    closedSeveralModal(
      customers,
      customers.map((one) => ({ mention: one, refusal: refusal(word) })),
      ctx,
    ),
  ],
  keptModal: ({ customer, ctx }) => [keptModal(customer, promise(), ctx)],
  promisesModal: ({ customers, ctx }) => [
    promisesModal({ promises: customers.map((one) => ({ mention: one, promise: promise() })), ...page }, ctx),
  ],
  incidentStartModal: ({ word, ctx }) => [
    incidentStartModal({ ...publicText(word), title: word, severity: 'major', updateMinutes: 30 }, ctx),
  ],
  incidentUpdateModal: ({ outage, word, ctx }) => [
    incidentUpdateModal(
      { ...publicText(word), incident: outage, seen: [], warnings: everyWarning(word), warned: [WAS_STOPPED] },
      ctx,
    ),
  ],
  incidentResolveModal: ({ outage, word, ctx }) => [
    incidentResolveModal({ ...publicText(word), incident: outage, seen: [] }, ctx),
  ],
  incidentRolesModal: ({ outage, ctx }) => [incidentRolesModal(outage, ctx)],
  linkMentionsModal: ({ outage, customers, ctx }) => [linkMentionsModal(outage, customers, ctx)],
  linkIncidentModal: ({ customer, outage, ctx }) => [linkIncidentModal(customer, [outage], ctx)],
  foldedModal: ({ customer, customers, ctx }) => [
    foldedModal({ lead: customer, folded: customers.map(waiting), page: 1 }, ctx),
  ],
  untoldModal: ({ over, customers, ctx }) => [untoldModal({ incident: over, untold: customers, page: 1 }, ctx)],
  skipEndModal: ({ customer, ctx }) => [skipEndModal(customer, ctx)],
  costsModal: ({ word, ctx }) => [
    costsModal([{ spending: { ...NEW_SPENDING, id: word, days: [] }, capMicros: 5_000_000 }], ctx),
  ],

  settingsMenu: ({ desk, ctx }) => [settingsMenu(desk, ctx)],
  settingsHistory: ({ desk, ctx }) => [settingsHistory(desk, ctx)],
  hoursForm: ({ desk, ctx }) => [hoursForm(desk, ctx)],
  holidaysForm: ({ desk, ctx }) => [holidaysForm(desk, ctx)],
  slaForm: ({ desk, ctx }) => [slaForm(desk, ctx)],
  generalForm: ({ desk, ctx }) => [generalForm(desk, ctx)],
  topicsForm: ({ desk, ctx }) => [topicsForm(desk, ctx)],
  reportsForm: ({ desk, ctx }) => [reportsForm(desk, ctx)],
  rightsForm: ({ desk, word, ctx }) => [rightsForm(desk, groups(word), ctx), rightsForm(desk, { unknown: word }, ctx)],
  escalationForm: ({ desk, word, ctx }) => [
    escalationForm(desk, groups(word), ctx),
    escalationForm(desk, { unknown: word }, ctx),
  ],
  signaturesForm: ({ desk, ctx }) => [signaturesForm(desk, ctx)],
  onCallForm: ({ desk, ctx }) => [onCallForm(desk, ctx)],
  channelsForm: ({ desk, ctx }) => [channelsForm(desk, ctx)],
  checksForm: ({ desk, ctx }) => [checksForm(desk, ctx)],
  bellForm: ({ desk, ctx }) => [bellForm(desk, ctx)],
  togetherForm: ({ desk, ctx }) => [togetherForm(desk, ctx)],
  templatesList: ({ desk, ctx }) => [templatesList(desk, ctx)],
  templateForm: ({ template, word, ctx }) => [
    templateForm({ template: { ...template, title: word, text: word }, revision: 1, length: LENGTH }, ctx),
  ],
};

/** Settings whose own words are hostile as well. */
export function hostileContext(word: string, language: 'en' | 'de'): ViewContext {
  const ctx = context(language);
  const [first, ...templates] = settingsSchema.parse({}).templates;
  const mine = first === undefined ? [] : [{ ...first, title: word, text: word }];
  const settings = {
    ...ctx.desk.settings,
    topics: topicsFrom(word)
      .filter(({ length }) => length <= 40)
      .slice(0, 100),
    templates: [...mine, ...templates],
    signatures: { UANNA: word },
    escalation: { group: 'SLEADS', channels: { SNET: 'CNET' }, chain: [] },
    lock: { group: 'SLEGAL', people: ['UANNA'] },
  };
  return { ...ctx, desk: { ...ctx.desk, settings, paused: { by: word, at: AT } } };
}
