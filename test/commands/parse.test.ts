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

describe('a form', () => {
  const values = (text: string) => ({ text: { text: { type: 'plain_text_input', value: text } } });
  const sent = (trigger_id: string, text: string, callback_id = 'reply_form') =>
    parse.form({
      user: { id: 'U1' },
      trigger_id,
      view: { id: 'V1', hash: 'h', type: 'modal', callback_id, state: { values: values(text) } },
    });

  test('that is sent again as it was is the same deed, in a delivery of its own', () => {
    const [first, again] = [sent('1.1', 'On its way'), sent('1.2', 'On its way')];
    expect(again?.key).toBe(first?.key);
    expect(again?.delivery).not.toBe(first?.delivery);
    expect(sent('1.1', 'On its way')?.delivery).toBe(first?.delivery);
  });

  test('with other words, or one that asks something else, is another deed', () => {
    const first = sent('1.1', 'On its way');
    expect(sent('1.2', 'It is on its way')?.key).not.toBe(first?.key);
    expect(sent('1.2', 'On its way', 'reply_anyway_form')?.key).not.toBe(first?.key);
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
