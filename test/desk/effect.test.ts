import { describe, expect, it } from 'vitest';
import { type Effect, PRIORITY, plan } from '../../src/desk/effect.ts';
import { instant } from './examples.ts';

describe('the key of an effect', () => {
  const news = { type: 'mention-settled', mention: 'x:1' } as const;
  const to = { type: 'channel', id: 'C0CARE' } as const;

  it.each<[string, Effect]>([
    ['draw-card', { type: 'draw-card' }],
    ['draw-incident', { type: 'draw-incident' }],
    ['draw-backlog', { type: 'draw-backlog' }],
    ['post-again', { type: 'post-again' }],
    ['draw-round:r1', { type: 'draw-round', round: 'r1' }],
    ['post-note:n1', { type: 'post-note', id: 'n1', note: { type: 'escalation-failed', escalation: 'e1' } }],
    [
      'post-channel-note:n1',
      { type: 'post-channel-note', id: 'n1', note: { type: 'set-aside', network: 'x', post: null, why: '' } },
    ],
    ['post-escalation:e1', { type: 'post-escalation', escalation: 'e1' }],
    ['post-update-due:2026-11-24T09:00:00.000Z', { type: 'post-update-due', dueAt: instant('2026-11-24T10:00') }],
    ['send-notice:n1', { type: 'send-notice', id: 'n1', to: 'U0ANNA', notice: { type: 'due-soon', clock: 'c1' } }],
    ['publish:p1', { type: 'publish', publication: 'p1' }],
    ['look-for:p1', { type: 'look-for', publication: 'p1' }],
    ['unpublish:p1', { type: 'unpublish', publication: 'p1' }],
    ['tell:t1', { type: 'tell', id: 't1', to, news }],
  ])('%s names what it changes, so that a second one replaces the first', (key, effect) => {
    expect(plan(effect, PRIORITY.press)).toEqual({ key, effect, priority: 0, notBefore: null });
  });
});

describe('priorities', () => {
  it('put a press before lines of the channel, then what is urgent, complaints, questions and the rest', () => {
    const { press, channel, urgent, complaint, question, rest } = PRIORITY;
    expect([press, channel, urgent, complaint, question, rest]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('stand beside the instant before which nothing happens', () => {
    const notBefore = instant('2026-11-24T10:00');
    expect(plan({ type: 'draw-card' }, PRIORITY.rest, notBefore)).toMatchObject({ priority: 5, notBefore });
  });
});
