import { expect, test } from 'vitest';
import type { Warning } from '../../../src/desk/checks/warning.ts';
import { parseFormMeta } from '../../../views/form-meta.ts';
import { apologyModal } from '../../../views/forms/apology.ts';
import { WAS_STOPPED } from '../../../views/forms/warnings.ts';
import { ACTION, FIELD } from '../../../views/ids.ts';
import { faultsOfView, shownText } from '../limits.ts';
import { context, incident, mention, NOW } from '../sample.ts';

const ctx = context();
const form = {
  about: mention(),
  user: 'UANNA',
  wrong: 'We are sorry: we kept you waiting',
  doing: 'A technician comes',
  byWhen: 'Friday noon',
  seen: [],
  length: { length: 80, limit: 280 },
};

test('the apology form asks three questions and shows the text that becomes public, with its length', () => {
  const view = apologyModal(form, ctx);
  expect(faultsOfView(view)).toEqual([]);
  const ids = view.blocks.map((block) => block.block_id).filter((id) => id !== undefined);
  expect(ids).toEqual([FIELD.wrongTemplate, FIELD.wrong, FIELD.doingTemplate, FIELD.doing, FIELD.byWhen, FIELD.backBy]);
  expect(shownText(view)).toContain(
    'We are sorry: we kept you waiting. A technician comes. You will hear from us by Friday noon.',
  );
  expect(shownText(view)).toContain('80 / 280');
});

test('the public text is in the customer’s language, whatever the team speaks', () => {
  const german = apologyModal({ ...form, about: mention({ lang: 'de' }) }, ctx);
  expect(shownText(german)).toContain('Sie hören von uns bis Friday noon.');
});

test('parts that a template put in get new blocks', () => {
  const view = apologyModal({ ...form, inserted: 1 }, ctx);
  expect(view.blocks.map((block) => block.block_id)).toEqual(
    expect.arrayContaining(['wrong:1', 'doing:1', 'by_when:1']),
  );
});

test('says what Send does: Undo, or that a second person is waited for', () => {
  expect(shownText(apologyModal(form, ctx))).toContain('Undo is on the card');
  const strict = apologyModal(form, context('en', { approval: { apologies: true } }));
  expect(shownText(strict)).toContain('waits for a second person');
  expect(shownText(strict)).not.toContain('Undo');
  expect(shownText(apologyModal({ ...form, about: incident() }, ctx))).toContain('waits for a second person');
});

test('for an incident it shows what the public has read, and speaks the team’s language', () => {
  const view = apologyModal({ ...form, about: incident() }, context('de'));
  expect(faultsOfView(view)).toEqual([]);
  expect(view.title.text).toBe('Entschuldigung an alle');
  expect(shownText(view)).toContain('We know and are on it.');
  expect(shownText(view)).toContain('Sie hören von uns bis Friday noon.');
  expect(parseFormMeta(view.private_metadata ?? '')).toMatchObject({ incident: 'incident:k1', purpose: 'apology' });
});

test('offers to change the text only where it is for one customer: to all, nothing is pressed in vain', () => {
  const worn = { check: 'wornPhrase', why: 'all', same: false, words: 'We are sorry', at: NOW.toISOString() } as const;
  const warnings: readonly Warning[] = [
    { check: 'privateData', why: 'phone', words: '0171 2345678' },
    { ...worn, variant: null },
    { ...worn, variant: 'look-en' },
  ];
  const drawn = (about: typeof form.about | ReturnType<typeof incident>) =>
    JSON.stringify(apologyModal({ ...form, about, warnings, warned: [WAS_STOPPED] }, ctx).blocks);
  for (const action of [ACTION.askPrivately, ACTION.takeBlank, ACTION.takeVariant]) {
    expect(drawn(form.about)).toContain(`"${action}"`);
    expect(drawn(incident())).not.toContain(`"${action}"`);
  }
});
