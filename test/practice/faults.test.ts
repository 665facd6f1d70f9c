import { expect, test } from 'vitest';
import { createFaults } from '../../practice/faults.ts';

test('hits the call that it names, as often as asked', () => {
  const faults = createFaults();
  faults.add({ when: 'chat.postMessage', kind: '500', times: 2 });
  expect(faults.take('chat.update')).toBeUndefined();
  expect(faults.take('chat.postMessage')?.kind).toBe('500');
  expect(faults.take('chat.postMessage')?.kind).toBe('500');
  expect(faults.take('chat.postMessage')).toBeUndefined();
});

test('finds calls by a pattern until it is switched off', () => {
  const faults = createFaults();
  const off = faults.add({ when: /^chat\./, kind: 'cut-after' });
  expect(faults.take('chat.update')?.kind).toBe('cut-after');
  expect(faults.take('chat.delete')?.kind).toBe('cut-after');
  off();
  expect(faults.take('chat.update')).toBeUndefined();
});

test('takes the oldest of several first, and none after clear', () => {
  const faults = createFaults();
  faults.add({ when: 'POST /2/tweets', kind: '429', times: 1 });
  faults.add({ when: 'POST /2/tweets', kind: 'cut-before' });
  expect(faults.take('POST /2/tweets')?.kind).toBe('429');
  expect(faults.take('POST /2/tweets')?.kind).toBe('cut-before');
  faults.clear();
  expect(faults.take('POST /2/tweets')).toBeUndefined();
});
