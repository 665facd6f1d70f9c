import { describe, expect, it } from 'vitest';
import { threadHead, waitsForHead } from '../../src/desk/incident-thread.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { anIncident, aPublication } from './examples.ts';

const at = (id: string) => ({ id, url: `https://x.com/us/status/${id}`, at: '2026-11-24T09:00:00.000Z' });
const word = (id: string, status: Publication['status'], post: string | null = null) =>
  aPublication({ id, status, purpose: 'incident-update', post: post === null ? null : at(post) });

describe('the thread of an incident', () => {
  it.each<[string, Publication[], string | null]>([
    ['hangs under the announcement', [word('p1', 'published', '11'), word('p2', 'published', '12')], '11'],
    [
      'under the word that followed a refused announcement',
      [word('p1', 'failed'), word('p2', 'published', '12')],
      '12',
    ],
    [
      'under what is left when the announcement was deleted',
      [word('p1', 'deleted', '11'), word('p2', 'published', '12')],
      '12',
    ],
    ['nowhere while nothing is public', [word('p1', 'failed'), word('p2', 'waiting')], null],
    ['nowhere while nobody knows where the first word is', [word('p1', 'published')], null],
  ])('%s', (_what, publications, head) => {
    expect(threadHead(anIncident({ publications }))).toBe(head);
  });

  it.each<[string, Publication[], boolean]>([
    ['waits for an announcement that is on its way', [word('p1', 'sending'), word('p9', 'waiting')], true],
    ['waits for one that nobody knows of', [word('p1', 'unclear'), word('p9', 'waiting')], true],
    [
      'waits for the word that follows a refused one',
      [word('p1', 'failed'), word('p2', 'waiting'), word('p9', 'waiting')],
      true,
    ],
    [
      'waits no longer once there is a head',
      [word('p1', 'published', '11'), word('p2', 'sending'), word('p9', 'waiting')],
      false,
    ],
    ['does not wait for later words', [word('p9', 'waiting'), word('p10', 'waiting')], false],
    [
      'does not wait for what will never be public',
      [word('p1', 'undone'), word('p2', 'failed'), word('p9', 'waiting')],
      false,
    ],
  ])('a word %s', (_what, publications, waits) => {
    expect(waitsForHead(anIncident({ publications }), 'p9')).toBe(waits);
  });
});
