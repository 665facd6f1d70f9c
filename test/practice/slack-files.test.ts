import { describe, expect, test } from 'vitest';
import { samplePicture } from '../../practice/slack/sample-pictures.ts';
import { listen, trigger, withCard } from './slack-listener.ts';
import { formModal, openOffice, textWith } from './slack-office.ts';

const fileInput = (fields: object = {}) => ({
  type: 'input',
  block_id: 'picture',
  optional: true,
  label: { type: 'plain_text', text: 'Picture' },
  element: { type: 'file_input', action_id: 'picture', filetypes: ['png'], max_files: 1, ...fields },
});

async function opened(blocks: object[] = [fileInput()], scopes?: readonly string[]) {
  const office = await openOffice();
  if (scopes !== undefined) office.slack.setScopes(scopes);
  const app = await listen(office);
  const ts = await withCard(office);
  const person = office.workspace.as(office.anna.id);
  await person.press(office.support.id, ts, 'reply');
  const triggerId = trigger(app.interactive()[0] ?? { type: '' });
  const answered = await office.call('views.open', { trigger_id: triggerId, view: { ...formModal(), blocks } });
  return { office, app, person, answered };
}

describe('a file input', () => {
  test('needs the scope files:read, and takes one to ten files', async () => {
    expect((await opened()).answered).toMatchObject({ ok: true });
    const without = await opened([fileInput()], ['chat:write', 'commands']);
    expect(without.answered).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
    for (const max_files of [0, 11]) {
      expect((await opened([fileInput({ max_files })])).answered).toMatchObject({ error: 'invalid_arguments' });
    }
    const inActions = { type: 'actions', elements: [{ type: 'file_input', action_id: 'picture' }] };
    expect((await opened([inActions])).answered).toMatchObject({ error: 'invalid_arguments' });
  });

  test('offers what it takes, and tells of the file when the form is sent', async () => {
    const { office, app, person } = await opened();
    const modal = person.modal();
    await expect(modal.fill('picture', { name: 'a.txt', bytes: Buffer.from('a') })).rejects.toThrow('of no type');
    await expect(modal.fill('picture', ['router.png', 'coverage-map.png'])).rejects.toThrow('too many');
    await modal.fill('picture', 'router.png');
    await modal.submit();
    const sent = JSON.stringify(app.interactive().at(-1));
    expect(sent).toContain('"mimetype":"image/png"');
    const id = /"files":\[\{"id":"(\w+)"/.exec(sent)?.[1] ?? '';
    const { file } = await office.call('files.info', { file: id });
    expect(file).toMatchObject({ id, name: 'router.png', user: office.anna.id, url_private: textWith('/files-pri/') });
  });

  test('hands its bytes to the app alone', async () => {
    const { office, person } = await opened();
    await person.modal().fill('picture', 'router.png');
    const values = office.workspace.modals(office.anna.id).at(-1)?.values;
    const url = /"url_private":"([^"]+)"/.exec(JSON.stringify(values))?.[1] ?? '';
    const get = (headers: Record<string, string>) => fetch(url, { headers, redirect: 'manual' });
    const ours = { authorization: `Bearer ${office.slack.botToken}` };
    expect(
      Buffer.from(await (await get(ours)).arrayBuffer()).equals(samplePicture('router.png') ?? Buffer.alloc(0)),
    ).toBe(true);
    expect((await get({})).status).toBe(302);
    expect((await get({ authorization: 'Bearer xoxb-somebody' })).status).toBe(302);
    office.slack.setScopes(['chat:write']);
    expect((await get(ours)).status).toBe(302);
  });
});

test('a form that is closed without sending does not tell what it held', async () => {
  const { app, person } = await opened([
    {
      type: 'input',
      block_id: 'text',
      label: { type: 'plain_text', text: 'Text' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ]);
  await person.modal().fill('text', 'half a sentence');
  await person.modal().close();
  const closed = app.interactive().at(-1);
  expect(JSON.stringify(closed)).toContain('"state":{"values":{}}');
  expect(JSON.stringify(closed)).not.toContain('half a sentence');
});
