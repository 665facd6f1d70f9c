import { expect, test } from 'vitest';
import { channelNote } from '../../views/channel-note.ts';
import { ACTION } from '../../views/ids.ts';
import { parsePressValue } from '../../views/value.ts';
import { faultsOfMessage, pressable } from './limits.ts';
import { context } from './sample.ts';

const ctx = context();

test('what was set aside after a refusal can be tried again', () => {
  const ref = { type: 'mention', id: 'x:1' } as const;
  const shown = channelNote({ type: 'parked', ref, key: 'draw-card', why: 'invalid <blocks>' }, ctx);
  expect(faultsOfMessage(shown)).toEqual([]);
  expect(shown.text).toContain('invalid &lt;blocks&gt;');
  const [again] = pressable(shown);
  expect(again).toMatchObject({ action: ACTION.tryAgain });
  expect(parsePressValue(again?.value ?? '')).toEqual({ ref, id: 'draw-card' });
});

test('a post that could not be read is named', () => {
  const shown = channelNote({ type: 'set-aside', network: 'x', post: '<!here>', why: 'no author' }, ctx);
  expect(faultsOfMessage(shown)).toEqual([]);
  expect(shown.text).toContain('A post on X could not be read and has no card (post &lt;!here&gt;: no author).');
});

test('a channel that Earshot was not invited to is named, with the remedy', () => {
  const shown = channelNote({ type: 'not-in-channel', channel: 'CPRAISE' }, ctx);
  expect(faultsOfMessage(shown)).toEqual([]);
  expect(shown.text).toMatch(/not in <#CPRAISE>.*`\/invite @Earshot` there/);
});

test('a change about staff names says who wants or made it, and how it ends', () => {
  const news = { type: 'staff-names', by: 'UBEN', first: 'UANNA' } as const;
  const said = (change: 'asked' | 'on' | 'off') => channelNote({ ...news, change }, ctx).text;
  expect(said('asked')).toMatch(/^<@UBEN> wants reports .* a second lead/);
  expect(said('on')).toMatch(/switched on by <@UANNA> and <@UBEN>\. Any lead can end it/);
  expect(said('off')).toMatch(/switched off by <@UBEN>/);
});
