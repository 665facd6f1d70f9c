import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { heardBy } from '../../commands/register.ts';
import { FIELD } from '../../views/ids.ts';
import { SETTING } from '../../views/settings/ids.ts';
import { openRights, payload, WHO } from './rights-bench.ts';

const HANDLERS = handlers.flatMap((handler) => {
  const { kind, names } = heardBy(handler);
  return names.map((name) => ({ kind, name }));
});

const IDS = ['x:1001', 'x:9999', 'incident:k1', 'p1', 'p2', 'p99', 'e1', 'c1', 'desk', 'C0CARE', WHO.lead, 'a1'];
const WILD = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '-1',
  '99999999999999999999',
  '0x10',
  '1e309',
  'NaN',
];
const HOSTILE = [
  '<!channel>',
  '\u202E',
  '\uD800',
  '{handle}',
  '|',
  'x'.repeat(5_000),
  '2026-13-40',
  '25:61',
  '08:00-07:00',
];

const word = fc.oneof(fc.constantFrom(...IDS), fc.constantFrom(...WILD, ...HOSTILE), fc.string({ maxLength: 20 }));
const scalar = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const anything = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(word, scalar, { maxKeys: 3 }));

/** What our modals carry, each made up. */
const META = (
  'mention incident escalation seen post draftOf purpose inserted templateId posts picture promise backBy backAt from ' +
  'to tellsOf publication page topic topics query revision __proto__'
).split(' ');
const meta = fc.oneof(
  fc.dictionary(fc.constantFrom(...META), fc.oneof(anything, fc.constantFrom(...IDS)), { maxKeys: 8 }),
  // Right in all but one thing, so that it gets further.
  fc.tuple(fc.constantFrom(...META), anything).map(([name, value]) => ({
    mention: 'x:1001',
    incident: 'incident:k1',
    escalation: 'e1',
    seen: [],
    [name]: value,
  })),
);

const FIELDS: readonly string[] = [
  ...Object.values(FIELD),
  ...Object.values(SETTING).filter((one) => typeof one === 'string'),
];
const element = fc.oneof(
  word.map((value) => ({ type: 'plain_text_input', value })),
  word.map((value) => ({ type: 'static_select', selected_option: { value } })),
  word.map((selected_user) => ({ type: 'users_select', selected_user })),
  fc.array(word, { maxLength: 4 }).map((selected_users) => ({ type: 'multi_users_select', selected_users })),
  fc.array(word, { maxLength: 4 }).map((all) => ({
    type: 'multi_static_select',
    selected_options: all.map((value) => ({ value })),
  })),
  fc
    .oneof(fc.integer(), fc.maxSafeInteger())
    .map((selected_date_time) => ({ type: 'datetimepicker', selected_date_time })),
  fc.constant({ type: 'file_input', files: [{ id: 'F0', size: -1, mimetype: 'text/html' }] }),
  anything.map((value) => ({ type: 'plain_text_input', value })),
);
const values = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.dictionary(fc.constantFrom('a', 'type_text', '__proto__'), element, { minKeys: 1, maxKeys: 1 }),
  { maxKeys: 6 },
);

const value = fc.oneof(
  word,
  fc
    .tuple(fc.constantFrom('mention', 'incident', 'channel', 'desk', 'person', '__proto__'), word, word)
    .map((parts) => JSON.stringify(parts)),
  fc.tuple(word, word).map((parts) => parts.join('|')),
  fc.array(anything, { maxLength: 4 }).map((parts) => JSON.stringify(parts)),
);

const press = fc.record({
  handler: fc.constantFrom(...HANDLERS),
  meta,
  values,
  value,
  text: fc.oneof(
    word,
    fc.tuple(word, word).map((all) => all.join(' ')),
  ),
});
type Press = typeof press extends fc.Arbitrary<infer T> ? T : never;

/** The thread of the bench's question; below any other a message waits, as the question may still be on its way. */
const QUESTION = '1700000000.000900';

const sent = ({ handler: { kind, name }, ...more }: Press, by: string) =>
  payload(kind, name, by, { ...more, ...(more.text.length % 2 === 0 && { threadTs: QUESTION }) });

/** Without what belongs to the presser alone: their own unsent words. */
function withoutDraftsOf(by: string, kept: string): string {
  return JSON.stringify(JSON.parse(kept), (key, inside: unknown) =>
    key === 'drafts' && Array.isArray(inside)
      ? inside.filter((draft: unknown) => !JSON.stringify(draft).includes(`"by":"${by}"`))
      : inside,
  );
}

describe('whatever a press carries back', () => {
  test('an outsider changes nothing but their own unsent words', { timeout: 120_000 }, async () => {
    const { deliver, kept, tools } = await openRights({ isPaused: false });
    const before = withoutDraftsOf(WHO.outsider, await kept());
    await fc.assert(
      fc.asyncProperty(press, async (one) => {
        await deliver(sent(one, WHO.outsider));
        expect(withoutDraftsOf(WHO.outsider, await kept())).toBe(before);
      }),
      { numRuns: 400, endOnFailure: true, timeout: 20_000 },
    );
    await tools.typed.stop();
    expect(withoutDraftsOf(WHO.outsider, await kept())).toBe(before);
  });

  test.each(['publisher', 'lead', 'namedGuest'] as const)(
    'no handler breaks for a %s',
    { timeout: 120_000 },
    async (standing) => {
      const { deliver, troubles } = await openRights({ isPaused: false });
      await fc.assert(
        fc.asyncProperty(press, async (one) => {
          await deliver(sent(one, WHO[standing]));
          expect(troubles()).toEqual([]);
        }),
        { numRuns: 400, endOnFailure: true, timeout: 20_000 },
      );
    },
  );

  test('a guest whose texts wait publishes nothing by it', { timeout: 120_000 }, async () => {
    const { deliver, store } = await openRights({ isPaused: false });
    await fc.assert(
      fc.asyncProperty(press, async (one) => {
        await deliver(sent(one, WHO.namedGuest));
        const all = [...(await store.list('mention')), ...(await store.list('incident'))];
        const theirs = all.flatMap(({ publications }) => publications).filter(({ by }) => by === WHO.namedGuest);
        expect(theirs.filter(({ status, approved }) => status === 'waiting' && approved === null)).toEqual([]);
      }),
      { numRuns: 200, endOnFailure: true, timeout: 20_000 },
    );
  });
});
