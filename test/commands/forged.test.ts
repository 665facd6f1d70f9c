import { describe, expect, test } from 'vitest';
import { mentionRef } from '../../src/desk/ref.ts';
import { ACTION, FORM } from '../../views/ids.ts';
import { openRights, payload, WHO } from './rights-bench.ts';

const MENTION = mentionRef('x:1001');
const typed = (field: string, value: string) => ({ [field]: { [field]: { value } } });
const chosen = (field: string, value: string) => ({ [field]: { [field]: { selected_option: { value } } } });

/** What a modal or button carried back, made up by whoever pressed; each time by somebody who may press as such. */
const FORGED = [
  ['a mention that there is not', 'form', FORM.reply, { meta: { mention: 'x:9999' }, values: typed('text', 'Hi!') }],
  ['a mention by another aggregate’s id', 'form', FORM.close, { meta: { mention: 'incident:k1' } }],
  [
    'an incident that there is not',
    'form',
    FORM.incidentUpdate,
    { meta: { incident: 'incident:no' }, values: { ...typed('text', 'Hi!'), ...typed('next_update', '30') } },
  ],
  [
    'an incident by a mention’s id',
    'form',
    FORM.incidentResolve,
    { meta: { incident: 'x:1001' }, values: typed('text', 'Over.') },
  ],
  ['a publication of another aggregate', 'action', ACTION.deleteReply, { value: '["incident","incident:k1","p1"]' }],
  ['a publication that there is not', 'action', ACTION.undo, { value: '["mention","x:1001","p99"]' }],
  ['a publication of the channel', 'action', ACTION.approve, { value: '["channel","C0CARE","p1"]' }],
  ['a publication that waits for nobody, to approve', 'action', ACTION.approve, { value: '["mention","x:1001","p2"]' }],
  ['a publication that waits for nobody, to send back', 'form', FORM.giveBack, { meta: { publication: 'p2' } }],
  ['a kind that there is not', 'form', FORM.kind, { values: chosen('kind', 'ransom') }],
  ['a status in place of a choice', 'action', ACTION.more, { value: 'answered|x:1001' }],
  [
    'a number out of range',
    'form',
    FORM.incidentUpdate,
    { values: { ...typed('text', 'Hi!'), ...typed('next_update', '99999') } },
  ],
  ['a page that there is not', 'action', ACTION.pageList, { value: 'open|-7' }],
  ['a list that there is not', 'action', ACTION.openList, { value: 'secret|1' }],
  ['metadata that is no JSON', 'form', FORM.snooze, { meta: { seen: 'all' } }],
  ['a button’s value that is no JSON', 'action', ACTION.claim, { value: '{"type":"mention"' }],
  ['an effect that is not parked', 'action', ACTION.tryAgain, { value: '["mention","x:1001","publish:p2"]' }],
  ['a lead’s settings topic that there is not', 'form', FORM.settings, { meta: { topic: 'passwords' } }],
] as const;

describe('what a press carries back is never trusted', () => {
  test.each(FORGED)('%s changes nothing', async (_what, kind, name, forged) => {
    const { deliver, kept } = await openRights({ isPaused: false });
    const before = await kept();
    await deliver(payload(kind, name, WHO.lead, forged));
    expect(await kept()).toBe(before);
  });

  test('a button that does a press once more does no more than that press by whoever presses it', async () => {
    const { deliver, kept } = await openRights({ isPaused: false });
    const undo = { kind: 'action', name: ACTION.undo, value: '["mention","x:1001","p2"]' };
    const more = { text: '', channel: null, messageTs: null, threadTs: null };
    const value = JSON.stringify({ ...undo, ...more });
    const before = await kept();
    await deliver(payload('action', ACTION.pressAgain, WHO.stranger, { value }));
    await deliver(payload('action', ACTION.pressAgain, WHO.lead, { value: JSON.stringify({ ...undo, kind: 'form' }) }));
    expect(await kept()).toBe(before);
    await deliver(payload('action', ACTION.pressAgain, WHO.lead, { value }));
    expect(await kept()).not.toBe(before);
  });

  test('a flag that says “approved” or “no guest” lets no guest’s text out', async () => {
    const { deliver, store } = await openRights({ isPaused: false, publishers: [WHO.guest] });
    const meta = {
      approved: true,
      approval: null,
      standing: { guest: null },
      seen: ['p1', 'p2'],
      trustedGuests: [WHO.guest],
    };
    await deliver(payload('form', FORM.reply, WHO.guest, { meta, values: typed('text', 'Hi Mia!') }));
    const sent = (await store.read(MENTION))?.publications.at(-1);
    expect(sent).toMatchObject({
      by: WHO.guest,
      text: 'Hi Mia!',
      status: 'approval',
      approved: null,
      approval: { why: 'guest' },
    });
  });

  test('a name in the metadata sends nothing in a colleague’s place', async () => {
    const { deliver, store } = await openRights({ isPaused: false });
    const meta = { by: WHO.lead, user: WHO.lead, draftOf: 'p1', seen: ['p1', 'p2'] };
    await deliver(payload('form', FORM.reply, WHO.publisher, { meta, values: typed('text', 'Hi Mia!') }));
    const mention = await store.read(MENTION);
    expect(mention?.publications.at(-1)).toMatchObject({ by: WHO.publisher, text: 'Hi Mia!' });
    expect(mention?.history.at(-1)?.by).toBe(WHO.publisher);
  });

  test('somebody else’s draft is neither shown nor taken over', async () => {
    const { deliver, store } = await openRights({ isPaused: false });
    const draft = {
      by: WHO.lead,
      purpose: 'reply',
      text: 'Not ready yet.',
      why: 'typed',
      at: '2026-11-24T09:00:00.000Z',
    } as const;
    await store.change(MENTION, (state) => ({ state: { ...state, drafts: [draft] }, effects: [] }));
    const meta = { draftOf: 'p1', seen: ['p1', 'p2'] };
    const told = await deliver(payload('form', FORM.reply, WHO.publisher, { meta, values: typed('text', 'Hi Mia!') }));
    expect(told).not.toContain('Not ready yet.');
    expect((await store.read(MENTION))?.drafts).toEqual([draft]);
  });
});
