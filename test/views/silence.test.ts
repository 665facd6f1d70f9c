import { expect, test } from 'vitest';
import type { Silence } from '../../src/desk/silence.ts';
import { backlogLine } from '../../views/backlog.ts';
import { silenceLine } from '../../views/silence.ts';
import { faultsOfMessage, shownText } from './limits.ts';
import { context } from './sample.ts';

const silence = (fields: Partial<Silence> = {}): Silence => ({
  id: 's',
  of: { type: 'network', network: 'x' },
  since: '2026-11-24T09:00:00.000Z',
  why: 'X answered <503>',
  isTold: false,
  ended: null,
  ...fields,
});
const OVER = { at: '2026-11-24T09:12:00.000Z', isCut: false };

test('says what can not be read, since when, why, and what to do meanwhile', () => {
  const shown = shownText(silenceLine(silence(), context()));
  expect(shown).toMatch(/X can’t be read, the last time it could was <!date\^1795510800/);
  expect(shown).toContain('please look at X itself');
  expect(shown).toContain('The reason: X answered &lt;503&gt;');
});

test('says that it can be read again and that nothing was lost; or, in one line, from when to when it could not', () => {
  const told = silenceLine(silence({ isTold: true, ended: OVER }), context()).text;
  expect(told).toMatch(/^X has been readable again since <!date\^[^>]+>; nothing was lost\.$/);
  const both = silenceLine(silence({ ended: OVER }), context()).text;
  expect(both).toMatch(/^X could not be read from <!date\^[^>]+> to <!date\^[^>]+>; nothing was lost\.$/);
});

test('does not claim that nothing was lost where the network remembers no more', () => {
  const cut = silenceLine(silence({ isTold: true, ended: { ...OVER, isCut: true } }), context()).text;
  expect(cut).not.toContain('nothing was lost');
  expect(cut).toContain('the oldest may have no card');
});

test('says of the lost connection what works and what does not, and afterwards to press again', () => {
  const socket = { of: { type: 'socket' }, why: null } as const;
  expect(shownText(silenceLine(silence(socket), context()))).toContain('presses and commands do nothing');
  expect(silenceLine(silence({ ...socket, isTold: true, ended: OVER }), context()).text).toContain('press it again');
});

test('says in the backlog line since when cards are late', () => {
  const waiting = { complaint: 2, question: 0, praise: 0, other: 0 };
  const since = '2026-11-24T09:00:00.000Z';
  expect(shownText(backlogLine({ waiting, since }, context()))).toContain('Cards have been late since');
  expect(backlogLine({ waiting: { ...waiting, complaint: 0 }, since }, context()).text).toMatch(
    /^All caught up: .* They had been late since/,
  );
});

test.each(['en', 'de'] as const)('fits into Slack in %s, whatever the network says', (language) => {
  for (const ended of [null, OVER, { ...OVER, isCut: true }]) {
    for (const isTold of [true, false]) {
      const long = silence({ why: '<'.repeat(300), ended, isTold });
      expect(faultsOfMessage(silenceLine(long, context(language)))).toEqual([]);
    }
  }
});
