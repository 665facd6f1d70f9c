import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/desk/mention.ts';
import { NEW_PUBLICATION, type Publication } from '../../src/desk/publication.ts';
import { fromBackup } from '../../src/desk/restored.ts';
import { aMention } from './examples.ts';

const NOW = new Date('2026-11-24T11:00:00Z');

const publication = (id: string, more: Partial<Publication> = {}): Publication => ({
  ...NEW_PUBLICATION,
  id,
  purpose: 'reply',
  text: `text of ${id}`,
  by: 'U1',
  pressedAt: '2026-11-24T09:00:00.000Z',
  expiresAt: '2026-11-24T09:15:00.000Z',
  inReplyTo: '1',
  ...more,
});

function restored(publications: readonly Publication[], more: Partial<Mention> = {}) {
  const { state, effects } = fromBackup({ ...aMention(), ...more, publications }, NOW);
  return { state, keys: effects.map(({ key }) => key), statuses: state.publications.map(({ status }) => status) };
}

describe('a state from a backup', () => {
  it('lets nothing out that waited or was being sent: it is looked for, however old it is', () => {
    const { statuses, keys } = restored([publication('p1'), publication('p2', { status: 'sending' })]);
    expect(statuses).toEqual(['unclear', 'unclear']);
    expect(keys).toContain('look-for:p1');
    expect(keys).toContain('look-for:p2');
    expect(keys.filter((key) => key.startsWith('publish'))).toEqual([]);
  });

  it('gives the rest of numbered posts back as one text, with one notice', () => {
    const { state, statuses, keys } = restored([
      publication('p1', { text: 'one' }),
      publication('p2', { text: 'two', after: 'p1', inReplyTo: null }),
      publication('p3', { text: 'three', after: 'p2', inReplyTo: null }),
    ]);
    expect(statuses).toEqual(['unclear', 'failed', 'failed']);
    expect(state.drafts.map(({ text }) => text)).toEqual(['two three']);
    expect(keys.filter((key) => key.startsWith('send-notice'))).toEqual(['send-notice:not-sent:p2']);
  });

  it('gives what waited for a second person back to its writer, as somebody may have approved it', () => {
    const { state, statuses } = restored([publication('p1', { status: 'approval' })]);
    expect(statuses).toEqual(['failed']);
    expect(state.publications[0]?.fault).toEqual({ code: 'restored', detail: '' });
    expect(state.drafts).toHaveLength(1);
  });

  it('leaves what is over as it is, and draws only what is open', () => {
    const over = [publication('p1', { status: 'published' }), publication('p2', { status: 'undone' })];
    expect(restored(over, { status: 'answered' })).toMatchObject({ statuses: ['published', 'undone'], keys: [] });
    expect(restored([], { status: 'claimed' }).keys).toEqual(['draw-card']);
  });

  it('is the same when it is seen to twice', () => {
    const once = restored([publication('p1'), publication('p2', { status: 'approval' })]).state;
    expect(fromBackup(once, NOW).state).toEqual(once);
  });

  it('looks for a card that one without any may have got since: folded then, it may have led later', () => {
    const folded = restored([], { card: null, group: { id: 'x:1', as: 'folded' } }).state;
    expect(folded.seekFrom).toBe(folded.history[0]?.at);
    expect(restored([]).state.seekFrom).toBeNull();
  });
});
