import fc from 'fast-check';
import type { Incident } from '../../src/desk/incident.ts';
import { topicsFrom } from '../../src/desk/labels.ts';
import { type Asked, KINDS, type Mention, NEW_ASKED } from '../../src/desk/mention.ts';
import type { Publication, PublicationStatus } from '../../src/desk/publication.ts';
import { escalation, incident, mention, minutesFromNow, post, publication, slaClock } from './sample.ts';

const TRICKS = [
  '<!channel> <!here> <@U999999> <#C999999> <!subteam^S999999>',
  '<https://evil.example|Your bank>',
  '&lt;!channel&gt; &amp;amp; <!date^0^{date}|now>',
  '*bold* _sly_ ~gone~ `code` ```block```',
  '>>> everything below is a quote\n> and this\n\n\n',
  '\u202Etfel ot thgir\u202C \u200B\u2066hidden\u2069',
  '\uD800 lone \uDC00 surrogates \u0000\u0007',
  '👩‍👩‍👧‍👦👨🏽‍💻🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  `Z${'\u0301'.repeat(3_000)}algo`,
  '&'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(1_000),
  '\n'.repeat(4_000),
  'https://t.co/abc|def ":fire: | "quoted" \\"',
  '',
  '   ',
];

/** What a customer, or a network, may send. */
export const hostileText = fc.oneof(
  fc.constantFrom(...TRICKS),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...TRICKS), { minLength: 2, maxLength: 6 }).map((parts) => parts.join('\n')),
);

const hostileUrl = fc.oneof(
  fc.constantFrom(
    'https://x.com/jane/status/1',
    'javascript:alert(1)',
    'https://x.com/a|b>c<d"e f',
    'not a url',
    'http://x.com/?a=1&b=<2>',
    `https://x.com/${'a'.repeat(2_900)}`,
    '',
  ),
  fc.webUrl(),
);

const picture = fc.record({
  url: fc.option(hostileUrl, { nil: null }),
  alt: hostileText,
  type: fc.constantFrom('photo' as const, 'video' as const, 'gif' as const),
});

const instant = fc.integer({ min: -2_000, max: 60 }).map(minutesFromNow);

/** Ready-made: of 200 posts each, more would cost more than it finds. */
const FATES = [
  {},
  { via: 'search' as const },
  { deletedAt: minutesFromNow(-3) },
  { versions: TRICKS.slice(0, 5).map((text, index) => ({ id: `70${index}`, text })) },
  { versions: [{ id: '71', text: '&'.repeat(5_000) }], deletedAt: minutesFromNow(-3) },
];

const customersPost = fc
  .record({
    text: hostileText,
    at: instant,
    url: hostileUrl,
    pictures: fc.array(picture, { maxLength: 6 }),
    fate: fc.constantFrom(...FATES),
  })
  .map(({ fate, ...fields }) => post({ ...fields, ...fate }));

const STATUSES: PublicationStatus[] = [
  'approval',
  'waiting',
  'sending',
  'published',
  'unclear',
  'failed',
  'undone',
  'deleting',
  'deleted',
];

const oursPost = fc.record({ id: fc.constant('9'), url: hostileUrl, at: instant });

const anyPublication = fc
  .record({
    text: hostileText,
    by: fc.constantFrom('UANNA', 'elsewhere'),
    status: fc.constantFrom(...STATUSES),
    looks: fc.nat(4),
    pressedAt: instant,
    goesOutAt: fc.option(instant, { nil: null }),
    post: fc.option(oursPost, { nil: null }),
    fault: fc.option(
      fc.record({ code: fc.constantFrom('expired' as const, 'refused' as const), detail: hostileText }),
      {
        nil: null,
      },
    ),
  })
  .map((fields): Publication => publication(fields));

function numbered(list: readonly Publication[]): Publication[] {
  return list.map((one, index) => ({ ...one, id: `p${index + 1}` }));
}

const anybody = fc.constantFrom({ type: 'user', id: 'UBEN' } as const, { type: 'group', id: 'SNET' } as const);
const someone = fc.record({ by: fc.constant('UBEN'), at: instant });

function asAsked(fields: Pick<Asked, 'to' | 'at' | 'fault'>): Asked {
  return { ...NEW_ASKED, ...fields };
}

const anyEscalation = fc
  .record({
    reason: hostileText,
    fault: fc.option(hostileText, { nil: null }),
    to: anybody,
    answers: fc.array(fc.record({ by: fc.constant('UBEN'), text: hostileText, ts: fc.constant('1.2') }), {
      maxLength: 3,
    }),
    taken: fc.option(someone, { nil: null }),
    ended: fc.option(
      fc.record({
        how: fc.constantFrom('answered' as const, 'sent-back' as const),
        by: fc.constant('UBEN'),
        at: instant,
        reason: fc.option(hostileText, { nil: null }),
      }),
      { nil: null },
    ),
    told: fc.array(fc.record({ to: anybody, at: instant, fault: fc.option(hostileText, { nil: null }) }).map(asAsked), {
      maxLength: 10,
    }),
  })
  .map((fields) => escalation(fields));

const author = fc.record({
  id: fc.constant('77'),
  handle: hostileText,
  name: hostileText,
  followers: fc.option(fc.nat(), { nil: null }),
});

/** As a form makes them of whatever somebody typed. */
const anyTopics = hostileText.map((text) =>
  topicsFrom(text)
    .filter((topic) => topic.length <= 40)
    .slice(0, 20),
);

/** Any mention, up to a talk of 200 posts with 30 answers and 10 escalations, with hostile words everywhere. */
export const anyMention: fc.Arbitrary<Mention> = fc
  .record({
    author,
    posts: fc.tuple(customersPost, fc.array(customersPost, { maxLength: 200, size: 'max' })),
    publications: fc.array(anyPublication, { maxLength: 30, size: 'max' }),
    escalations: fc.array(anyEscalation, { maxLength: 10, size: 'max' }),
    kind: fc.constantFrom(...KINDS),
    status: fc.constantFrom(
      'open' as const,
      'claimed' as const,
      'escalated' as const,
      'answered' as const,
      'closed' as const,
    ),
    owner: fc.constantFrom(null, 'UANNA'),
    drafts: fc.array(
      fc.record({
        by: fc.constant('UANNA'),
        purpose: fc.constant('reply' as const),
        text: hostileText,
        why: fc.constant('prepared' as const),
        at: instant,
      }),
      { maxLength: 2 },
    ),
    closed: fc.option(fc.record({ by: fc.constantFrom('UANNA', 'customer'), at: instant, reason: hostileText }), {
      nil: null,
    }),
    dueAt: fc.option(instant, { nil: null }),
    hasCard: fc.boolean(),
    topics: anyTopics,
    ticket: fc.option(hostileUrl, { nil: null }),
    held: fc.option(fc.record({ by: fc.constant('UCARLA'), at: instant, reason: hostileText }), { nil: null }),
    history: fc.array(
      fc.record({
        at: instant,
        by: fc.constantFrom('customer', 'UANNA'),
        did: fc.constant('arrived' as const),
        text: hostileText,
      }),
      {
        maxLength: 100,
      },
    ),
  })
  .map(({ posts: [first, later], dueAt, hasCard, publications, ...fields }) =>
    mention({
      ...fields,
      posts: [first, ...later],
      publications: numbered(publications),
      clocks: [slaClock({ dueAt })],
      ...(hasCard ? {} : { card: null }),
    }),
  );

export const anyIncident: fc.Arbitrary<Incident> = fc
  .record({
    title: hostileText,
    publications: fc.array(anyPublication, { maxLength: 30, size: 'max' }),
    status: fc.constantFrom('running' as const, 'resolved' as const),
    updateDueAt: fc.option(instant, { nil: null }),
  })
  .map(({ publications, ...fields }) => incident({ ...fields, publications: numbered(publications) }));
