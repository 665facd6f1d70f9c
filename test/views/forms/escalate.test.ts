import { expect, test } from 'vitest';
import { escalateModal } from '../../../views/forms/escalate.ts';
import { FIELD } from '../../../views/ids.ts';
import { faultsOfView, pressable, shownText } from '../limits.ts';
import { context, mention } from '../sample.ts';

const ctx = context('en', { escalation: { group: 'SLEADS', channels: { SNET: 'CNET' } } });
const groups = (view: ReturnType<typeof escalateModal>) =>
  pressable(view)
    .find((one) => one.action === FIELD.group)
    ?.options.map((one) => one.value);

test('the escalation form asks whom and what', () => {
  const view = escalateModal({ mention: mention(), person: 'UBEN', reason: 'Is it down?' }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(JSON.stringify(view)).toContain('"initial_user":"UBEN"');
  expect(shownText(view)).toContain('Is it down?');
  expect(groups(view)).toEqual(['SLEADS', 'SNET']);
});

test('a group that a command named is offered, though the settings do not know it', () => {
  const view = escalateModal({ mention: mention(), group: 'SOTHER', groupNames: { SOTHER: 'Billing' } }, ctx);
  expect(groups(view)).toEqual(['SOTHER', 'SLEADS', 'SNET']);
  expect(shownText(view)).toContain('Billing');
});

test('without groups a person must be named', () => {
  const view = escalateModal({ mention: mention() }, context());
  expect(groups(view)).toBeUndefined();
  expect(view.blocks.find((block) => block.block_id === FIELD.person)).toMatchObject({ optional: false });
});
