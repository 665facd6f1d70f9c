import { describe, expect, test } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { heardBy } from '../../commands/register.ts';
import { mentionRef } from '../../src/desk/ref.ts';
import { ACTION, FORM } from '../../views/ids.ts';
import { casesOf, RIGHTS } from './all-handlers.ts';
import { openRights, payload, WHO } from './rights-bench.ts';

const LOCKED = {
  urgency: { level: 'urgent', reasons: [{ type: 'law', words: ['anwalt'] }] },
} as const;
const LOCK = { people: [WHO.asked] };

/** What may be done about a locked mention with a right to publish: taking back, looking, keeping. */
const FREE: readonly string[] = [
  ACTION.undo,
  ACTION.deleteReply,
  ACTION.isThere,
  ACTION.giveBack,
  FORM.giveBack,
  ACTION.hold,
  FORM.hold,
  FORM.liftHold,
  ACTION.tellList,
  ACTION.tellPage,
  ACTION.tellSkip,
  FORM.skipEnd,
  // A report's command, an incident's, or the kill switch: not about one mention.
  'mentions',
  'incident',
  ACTION.incidentMore,
  ACTION.incidentStart,
  ACTION.incidentUpdate,
  ACTION.incidentResolve,
  ACTION.tellNext,
];

const outward = handlers.flatMap((handler) => {
  const { kind, names } = heardBy(handler);
  return names.flatMap((name) =>
    casesOf(RIGHTS[`${kind} ${name}`] ?? [])
      .filter(({ who }) => ['publisher', 'own', 'trusted', 'lead'].includes(who))
      .map((one) => ({ kind, name, one })),
  );
});
const speaking = outward.filter(({ kind, name }) => !FREE.includes(name) && !(kind === 'form' && isIncidents(name)));

function isIncidents(form: string): boolean {
  return [FORM.incidentStart, FORM.incidentUpdate, FORM.incidentResolve, FORM.incidentRoles, FORM.handOverAll].some(
    (one) => one === form,
  );
}

describe('a mention that is locked', () => {
  test('has presses that would answer it', () => {
    expect(speaking.map(({ name }) => name)).toEqual(
      expect.arrayContaining([ACTION.reply, FORM.reply, ACTION.approve]),
    );
  });

  test.each(speaking)('lets no publisher and no lead answer it: $kind $name', async ({ kind, name, one }) => {
    const bench = await openRights({ isPaused: false, lock: LOCK, mention: LOCKED });
    const before = await bench.kept();
    for (const by of [WHO.publisher, WHO.lead]) {
      const said = await bench.deliver(payload(kind, name, by, one));
      expect(said, `${name} by ${by}`).toMatch(/#42 is locked \(law\): only <@U0ASKED>|Only leads may do this/);
    }
    expect(await bench.kept()).toBe(before);
    expect(bench.troubles()).toEqual([]);
  });

  test('tells whoever may not publish at all just that', async () => {
    const bench = await openRights({ isPaused: false, lock: LOCK, mention: LOCKED });
    expect(await bench.deliver(payload('action', ACTION.reply, WHO.staff))).toContain(
      'not among those who may publish',
    );
  });

  test('lets whom the settings name answer it, and nothing else', async () => {
    const text = { text: { text: { value: 'We call you at once.' } } };
    const locked = await openRights({ isPaused: false, lock: LOCK, mention: { ...LOCKED, publications: [] } });
    await locked.deliver(payload('form', FORM.reply, WHO.asked, { values: text }));
    expect((await locked.store.read(mentionRef('x:1001')))?.publications).toMatchObject([
      { by: WHO.asked, status: 'waiting' },
    ]);
    const open = await openRights({ isPaused: false, lock: LOCK, mention: { publications: [] } });
    expect(await open.deliver(payload('form', FORM.reply, WHO.asked, { values: text }))).toContain(
      'not among those who may publish',
    );
  });

  test.each([
    ['nobody is named for such', {}, LOCKED],
    [
      'its lock was lifted',
      { lock: LOCK },
      { ...LOCKED, unlocked: { by: WHO.lead, at: '2026-11-24T09:00:00.000Z', reason: 'A joke' } },
    ],
    ['nothing in it locks', { lock: LOCK }, {}],
  ])('is none where %s', async (_, settings, mention) => {
    const bench = await openRights({ isPaused: false, ...settings, mention: { ...mention, publications: [] } });
    const values = { text: { text: { value: 'Hello!' } } };
    await bench.deliver(payload('form', FORM.reply, WHO.publisher, { values }));
    expect((await bench.store.read(mentionRef('x:1001')))?.publications).toHaveLength(1);
  });

  test('is opened by its keyholders and by leads, with a reason, and by nobody else', async () => {
    const bench = await openRights({ isPaused: false, lock: LOCK, mention: LOCKED });
    const lift = (by: string) => bench.deliver(payload('form', FORM.liftLock, by));
    const lifted = async () => (await bench.store.read(mentionRef('x:1001')))?.unlocked ?? null;
    expect(await lift(WHO.publisher)).toContain('Only leads and those who may answer here');
    expect(await lifted()).toBeNull();
    await lift(WHO.asked);
    expect(await lifted()).toMatchObject({ by: WHO.asked, reason: 'because' });
    await bench.deliver(payload('action', ACTION.lockAgain, WHO.lead));
    expect(await lifted()).toBeNull();
    await lift(WHO.lead);
    expect(await lifted()).toMatchObject({ by: WHO.lead });
    const deeds = (await bench.store.read(mentionRef('x:1001')))?.history.map(({ did }) => did);
    expect(deeds?.slice(-3)).toEqual(['unlocked', 'locked-again', 'unlocked']);
  });
});
