import { describe, expect, test } from 'vitest';
import { commandName, parse } from '../../commands/parse.ts';

const said = { type: 'message', user: 'U1', channel: 'C1', ts: '1.2', thread_ts: '1.1', text: 'Oslo has it' };
const event = (fields: object) => ({ event_id: 'Ev1', event: { ...said, ...fields } });

describe('a message', () => {
  test('of a person is an answer, with a file as well', () => {
    expect(parse.event(event({}))).toMatchObject({ by: 'U1', threadTs: '1.1', text: 'Oslo has it' });
    expect(parse.event(event({ subtype: 'file_share' }))).toMatchObject({ by: 'U1' });
  });

  test('is none when a bot wrote it, or Slack itself', () => {
    expect(parse.event(event({ bot_id: 'B1' }))).toBeNull();
    expect(parse.event(event({ subtype: 'channel_join' }))).toBeNull();
    expect(parse.event(event({ subtype: 'message_changed', user: undefined }))).toBeNull();
  });

  test('has one key, however often it is delivered', () => {
    const again = { ...event({}), event_id: 'Ev2' };
    expect(parse.event(event({}))?.key).toBe(parse.event(again)?.key);
    expect(parse.event(event({ ts: '1.3' }))?.key).not.toBe(parse.event(event({}))?.key);
  });
});

test('what is not as Slack documents it is nothing', () => {
  for (const body of [undefined, 'text', {}, { user: { id: 1 } }, { actions: [] }]) {
    expect([parse.command(body), parse.action(body), parse.form(body)]).toEqual([null, null, null]);
    expect([parse.closed(body), parse.shortcut(body), parse.event(body)]).toEqual([null, null, null]);
  }
});

test('a command keeps its name behind any prefix', () => {
  const known = ['reply', 'mentions'];
  expect(['/reply', '/es-reply', '/my-team-reply'].map((typed) => commandName(typed, known))).toEqual(
    Array.from({ length: 3 }, () => 'reply'),
  );
  expect(commandName('/xreply', known)).toBe('xreply');
});
