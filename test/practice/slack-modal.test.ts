import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listen, type Received, trigger, withCard } from './slack-listener.ts';
import { actions, button, formModal, openOffice, textWith } from './slack-office.ts';

describe('a modal', () => {
  async function opened(view: object, answer?: (received: Received) => unknown) {
    const office = await openOffice();
    const app = await listen(office, answer);
    const ts = await withCard(office);
    const person = office.workspace.as(office.anna.id);
    await person.press(office.support.id, ts, 'reply');
    const triggerId = trigger(app.interactive()[0] ?? { type: '' });
    const answered = await office.call('views.open', { trigger_id: triggerId, view });
    return { office, app, person, triggerId, answered, call: office.call };
  }

  test('opens once for a trigger, and not after three real seconds, whatever the practice clock says', {
    timeout: 10_000,
  }, async () => {
    const { office, app, person, triggerId, answered, call } = await opened(formModal());
    expect(answered).toMatchObject({
      ok: true,
      view: { callback_id: 'form', state: { values: { text: { value: { value: null } } } } },
    });
    expect(await call('views.open', { trigger_id: triggerId, view: formModal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    await person.modal().close();
    await person.command('/reply', '#42', office.support.id);
    const next = trigger(app.received.find(({ type }) => type === 'slash_commands') ?? { type: '' });
    await office.clock.jump(60_000);
    expect(await call('views.open', { trigger_id: next, view: formModal() })).toMatchObject({ ok: true });
    await person.command('/reply', '#42', office.support.id);
    const old = trigger(app.received.findLast(({ type }) => type === 'slash_commands') ?? { type: '' });
    await sleep(3050);
    expect(await call('views.open', { trigger_id: old, view: formModal() })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  test('is updated by hash, and is not found once closed', async () => {
    const { answered, call, person } = await opened(formModal());
    const { id, hash } = z.object({ id: z.string(), hash: z.string() }).parse(answered.view);
    const update = (args: object) => call('views.update', { view_id: id, view: formModal(), ...args });
    expect(await update({ hash })).toMatchObject({ ok: true });
    expect(await update({ hash })).toMatchObject({ error: 'hash_conflict' });
    await person.modal().close();
    expect(await update({})).toMatchObject({ error: 'not_found' });
  });

  test('is pushed on from a press inside it, three at most', async () => {
    const more = { blocks: [actions(button('more', 'More'))] };
    const { app, call, person } = await opened(formModal(more));
    for (const expected of [{ ok: true }, { ok: true }, { error: 'push_limit_reached' }]) {
      await person.modal().press('more');
      const inside = trigger(app.interactive().at(-1) ?? { type: '' });
      expect(await call('views.push', { trigger_id: inside, view: formModal(more) })).toMatchObject(expected);
    }
    await person.modal().close({ all: true });
    expect(() => person.modal()).toThrow('no modal is open for anna');
  });

  test('tells the app that it was closed, if the app asked for that', async () => {
    const { app, person } = await opened(formModal({ notify_on_close: true }));
    await person.modal().close();
    expect(app.interactive().at(-1)?.payload).toMatchObject({ type: 'view_closed', is_cleared: false });
  });

  test('follows what the app answers to a submission', async () => {
    const answers = [
      { response_action: 'update', view: formModal({ callback_id: 'second' }) },
      { response_action: 'push', view: formModal({ callback_id: 'third' }) },
      { response_action: 'errors', errors: { nowhere: 'x' } },
      { response_action: 'update', view: formModal({ title: { type: 'plain_text', text: 'x'.repeat(25) } }) },
      { response_action: 'clear' },
    ];
    const isSubmission = ({ payload }: Received) => payload?.type === 'view_submission';
    const { office, person } = await opened(formModal(), (each) => (isSubmission(each) ? answers.shift() : {}));
    const submit = async () => {
      await person.modal().fill('text', 'x');
      return person.modal().submit();
    };
    expect(await submit()).toMatchObject({ outcome: 'updated', view: { source: { callback_id: 'second' } } });
    expect(await submit()).toMatchObject({ outcome: 'pushed', view: { source: { callback_id: 'third' } } });
    expect(await submit()).toMatchObject({ outcome: 'failed', reason: textWith('no inputs: nowhere') });
    expect(await submit()).toMatchObject({ outcome: 'failed', reason: textWith('less than 25') });
    expect(await submit()).toEqual({ outcome: 'closed' });
    expect(office.workspace.modals(office.anna.id)).toEqual([]);
    expect(office.workspace.rejections.map(({ method }) => method)).toEqual(['view_submission', 'view_submission']);
  });

  test('is not sent while a text is too long for its input', async () => {
    const { app, person } = await opened(formModal({}, { max_length: 5 }));
    await person.modal().fill('text', 'too long');
    expect(await person.modal().submit()).toMatchObject({
      outcome: 'errors',
      errors: { text: textWith('5 characters') },
    });
    expect(app.interactive()).toHaveLength(1);
  });
});
