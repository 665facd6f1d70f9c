import { expect, test } from 'vitest';
import { closeModal, closeReasonOf, kindModal } from '../../../views/forms/triage.ts';
import { FIELD } from '../../../views/ids.ts';
import { faultsOfView, pressable } from '../limits.ts';
import { context, mention } from '../sample.ts';

const ctx = context();

test('closing offers quick reasons', () => {
  const view = closeModal(mention(), ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(pressable(view).find((one) => one.action === FIELD.quickReason)?.options).toHaveLength(4);
});

test('own words count before a quick reason', () => {
  const quick = { quick_reason: { quick_reason: { selected_option: { value: 'spam' } } } };
  expect(closeReasonOf(quick, ctx)).toBe('Spam or advertising');
  expect(closeReasonOf({ ...quick, reason: { reason: { value: ' a bot ' } } }, ctx)).toBe('a bot');
  expect(closeReasonOf({}, ctx)).toBe('');
});

test('the kind to change starts at what it is', () => {
  const view = kindModal(mention({ kind: 'praise' }), ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(view.blocks.find((block) => block.block_id === FIELD.kind)).toMatchObject({
    element: { initial_option: { value: 'praise' } },
  });
});
