import { expect, test } from 'vitest';
import type { Placed } from './check.ts';
import { checkCards } from './check-cards.ts';
import type { Mention } from './on-disk.ts';

const NOBODY = { publications: [], drafts: [], clocks: [], promises: [], escalations: [], posts: [], owner: null };

function mention(number: number, as: string, status = 'open'): Mention {
  const card = as === 'folded' ? null : { channel: 'C1', ts: `${number}.1` };
  return { ...NOBODY, type: 'mention', id: `x:${number}`, number, status, card, group: { id: 'x:1', as } };
}

const claim = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'claim', text: { type: 'plain_text' as const, text: 'Claim' } }],
};

/** The card of the first, which says so. */
function shown(words: string): Placed {
  const blocks = [claim, { type: 'section' as const, text: { type: 'mrkdwn' as const, text: words } }];
  const message = { ts: '1.1', user: 'UBOT', text: '', byBot: true, blocks, files: [], reactions: new Map() };
  return { channel: 'C1', name: 'mention:x:1 draw-card', message };
}

function found(words: string, ...others: readonly Mention[]): readonly string[] {
  const disk = { mentions: [mention(1, 'lead'), ...others], incidents: [], channels: [], effects: [], damaged: [] };
  return checkCards({ disk, messages: [shown(words)] }).map(({ what }) => what);
}

test('a card that does not count whoever shares it is found out', () => {
  const two = [mention(2, 'folded'), mention(3, 'folded'), mention(4, 'folded', 'closed')] as const;
  expect(found('👥 *and 2 more say the same*', ...two)).toEqual([]);
  expect(found('👥 *and 1 more says the same*', ...two)).toEqual([
    'mention:x:1 draw-card counts 1 that say the same instead of 2',
  ]);
  expect(found('nothing', ...two)).toHaveLength(1);
  expect(found('nothing')).toEqual([]);
  expect(found('👥 *and 1 more says the same*')).toHaveLength(1);
});
