import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/desk/decision.ts';
import type { PublicationFaultCode } from '../../src/desk/publication.ts';
import { faultText, refusalText } from '../../views/refusal.ts';
import { context, minutesFromNow } from './sample.ts';

const REFUSALS: Refusal[] = [
  { reason: 'already-done' },
  { reason: 'already-handled' },
  { reason: 'answered-meanwhile', by: 'UBEN', at: minutesFromNow(-2), text: 'On it' },
  { reason: 'claimed-by', by: 'UBEN' },
  { reason: 'not-yours', by: 'UBEN' },
  { reason: 'not-yours', by: null },
  { reason: 'closed' },
  { reason: 'too-long', length: 292, limit: 280 },
  { reason: 'unsuitable-text', why: 'empty', what: '' },
  { reason: 'unsuitable-text', why: 'custom-emoji', what: ':party_parrot:' },
  { reason: 'unsuitable-text', why: 'slack-mention', what: '<@UBEN>' },
  { reason: 'unsuitable-text', why: 'slack-channel', what: '<#CNET>' },
  { reason: 'unsuitable-text', why: 'slack-broadcast', what: '<!channel>' },
  { reason: 'unsuitable-text', why: 'too-many-cashtags', what: '$' },
  { reason: 'undo-too-late', status: 'sending' },
  { reason: 'undo-too-late', status: 'failed' },
  { reason: 'nothing-published' },
  { reason: 'unknown-publication' },
  { reason: 'guest-approval' },
  { reason: 'guest-others' },
  { reason: 'incident-over' },
  { reason: 'no-publishers' },
  { reason: 'not-publisher' },
  { reason: 'not-lead' },
];

const FAULTS: PublicationFaultCode[] = [
  'expired',
  'duplicate',
  'reply-not-allowed',
  'post-gone',
  'too-long',
  'out-of-credits',
  'not-authorised',
  'clock-off',
  'refused',
];

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const ctx = context(language);

  test.each(REFUSALS)('a refusal says what happened and what to do: $reason', (refusal) => {
    const text = refusalText(refusal, ctx);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain('undefined');
    expect(text).not.toMatch(/<!(?!date)/);
  });

  test.each(FAULTS)('a failed send says why and what to do: %s', (code) => {
    expect(faultText(code, ctx).length).toBeGreaterThan(20);
  });

  test('what is about the typed text has no markup, so that it fits under a field', () => {
    for (const refusal of REFUSALS.filter((one) => one.reason === 'too-long' || one.reason === 'unsuitable-text')) {
      expect(refusalText(refusal, ctx)).not.toMatch(/[<>&*]/);
    }
  });
});

test('the second of two is told who answered, when, and with which words', () => {
  const text = refusalText(
    { reason: 'answered-meanwhile', by: 'UBEN', at: minutesFromNow(-2), text: 'On it' },
    context(),
  );
  expect(text).toContain('<@UBEN> answered in the meantime, <!date^');
  expect(text).toContain('> On it');
});

test('too long says by how much', () => {
  expect(refusalText({ reason: 'too-long', length: 292, limit: 280 }, context())).toBe(
    'Too long: 292 of 280. Please take out 12.',
  );
});
