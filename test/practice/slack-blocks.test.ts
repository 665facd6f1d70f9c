import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessageBlocks } from '../../practice/slack/blocks/check.ts';
import { checkView } from '../../practice/slack/blocks/view.ts';
import { SlackError } from '../../practice/slack/errors.ts';
import { LIMITS } from '../../practice/slack/limits.ts';
import { actions, button, formModal, section } from './slack-office.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));

function refusal(run: () => unknown): { code: string; messages: string[] } | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof SlackError) return { code: error.code, messages: error.messages };
    throw error;
  }
}

const message = (...blocks: unknown[]) => refusal(() => checkMessageBlocks(blocks, () => 'id'));
const modal = (view: unknown) => refusal(() => checkView(view, 'modal', () => 'id'));

describe('a message', () => {
  test('may hold every kind of block that the app uses', () => {
    const select = { type: 'static_select', action_id: 's', options: options(100), initial_option: option('o3') };
    const refused = message(
      section('*hello*'),
      { type: 'section', fields: [plain('a'), { type: 'mrkdwn', text: 'b' }], accessory: select },
      { type: 'header', text: plain('x'.repeat(150)) },
      { type: 'divider' },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'x' },
          { type: 'image', image_url: 'https://a.b/c', alt_text: 'c' },
        ],
      },
      { type: 'image', image_url: 'https://a.b/c.png', alt_text: 'A broken router', title: plain('Router') },
      actions(
        button('a', 'x'.repeat(75), { style: 'primary', value: 'v'.repeat(2000) }),
        { type: 'overflow', action_id: 'more', options: options(5) },
        { type: 'users_select', action_id: 'u', placeholder: plain('Who?') },
        { type: 'datepicker', action_id: 'd', initial_date: '2026-03-03' },
        { type: 'timepicker', action_id: 't', initial_time: '23:59' },
      ),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hi', style: { bold: true } }] }],
      },
      { type: 'data_visualization', title: 'Load', chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] } },
      {
        type: 'data_table',
        caption: 'Load',
        rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_text', text: '1' }]],
      },
    );
    expect(refused).toBeUndefined();
  });

  const tooMuch: [string, unknown[], string][] = [
    [
      '51 blocks',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      '3001 characters in a section',
      [section('x'.repeat(3001))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    ['a header of 151', [{ type: 'header', text: plain('x'.repeat(151)) }], 'must be less than 151 characters'],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], '/blocks/0/text/type'],
    [
      'a button text of 76',
      [actions(button('a', 'x'.repeat(76)))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a button value of 2001',
      [actions(button('a', 'x', { value: 'v'.repeat(2001) }))],
      'must be less than 2001 characters',
    ],
    ['an action_id of 256', [actions(button('a'.repeat(256), 'x'))], 'must be less than 256 characters'],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, i) => button(`b${i}`, 'x')))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '11 context elements',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }],
      'no more than 10 items',
    ],
    [
      'an overflow with one option',
      [actions({ type: 'overflow', action_id: 'o', options: options(1) })],
      'no less than 2 items',
    ],
    [
      'an overflow with six',
      [actions({ type: 'overflow', action_id: 'o', options: options(6) })],
      'no more than 5 items',
    ],
    [
      '101 options',
      [actions({ type: 'static_select', action_id: 's', options: options(101) })],
      'no more than 100 items',
    ],
    ['an unknown block', [{ type: 'marquee', text: plain('x') }], 'unsupported type'],
    ['an unknown element', [actions({ type: 'slider', action_id: 'x' })], 'unsupported type'],
    [
      'an unknown property',
      [{ ...section('x'), colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a missing field',
      [actions({ type: 'button', action_id: 'a' })],
      'missing required field: text [json-pointer:/blocks/0/elements/0]',
    ],
    ['a section without text', [{ type: 'section' }], 'must have text or fields'],
    ['a text input among buttons', [actions({ type: 'plain_text_input', action_id: 'x' })], 'unsupported type'],
    ['two same action_ids in one block', [actions(button('a', 'x'), button('a', 'y'))], 'action_id `a` already exists'],
    [
      'two same block_ids',
      [
        { ...section('x'), block_id: 'b' },
        { ...section('y'), block_id: 'b' },
      ],
      'block_id `b` already exists',
    ],
    [
      'an initial option that is not offered',
      [actions({ type: 'static_select', action_id: 's', options: options(2), initial_option: option('x') })],
      'must match one of the options',
    ],
    ['a relative link', [actions(button('a', 'x', { url: '/path' }))], 'must be a valid URL'],
    ['an image without alt_text', [{ type: 'image', image_url: 'https://a.b/c' }], 'missing required field: alt_text'],
    [
      'three charts',
      Array.from({ length: 3 }, () => ({
        type: 'data_visualization',
        title: 'x',
        chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
      })),
      'no more than 2 data_visualization',
    ],
    [
      'a confirm text of 301',
      [
        actions(
          button('a', 'x', {
            confirm: { title: plain('t'), text: plain('x'.repeat(301)), confirm: plain('y'), deny: plain('n') },
          }),
        ),
      ],
      'must be less than 301 characters',
    ],
  ];
  test.each(tooMuch)('is refused with %s', (_what, blocks, reason) => {
    const refused = message(...blocks);
    expect(refused?.code).toBe('invalid_blocks');
    expect(refused?.messages.join('\n')).toContain(reason);
  });

  test('is refused when its blocks together are too long', () => {
    expect(message(...Array.from({ length: 5 }, () => section('x'.repeat(2900))))?.code).toBe('msg_blocks_too_long');
  });

  test('gets the ids that it left out', () => {
    const blocks = checkMessageBlocks([section('x'), actions({ type: 'button', text: plain('x') })], () => 'made');
    expect(blocks[0]?.block_id).toBe('made');
    expect(blocks[1]).toMatchObject({ block_id: 'actions', elements: [{ action_id: 'made' }] });
  });

  test('passes or fails a section by its length alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), (length) => {
        expect(message(section('x'.repeat(length))) === undefined).toBe(length <= LIMITS.textObject);
      }),
    );
  });
});

describe('a modal', () => {
  test('may hold inputs of every kind', () => {
    const input = (element: object) => ({ type: 'input', label: plain('x'), element });
    const elements = [
      {
        type: 'plain_text_input',
        multiline: true,
        max_length: 3000,
        dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      },
      { type: 'multi_static_select', options: options(3), initial_options: [option('o1')], max_selected_items: 2 },
      { type: 'users_select' },
      { type: 'multi_users_select', initial_users: ['U1'] },
      { type: 'conversations_select', default_to_current_conversation: true, filter: { include: ['public'] } },
      { type: 'datetimepicker', initial_date_time: 1_772_524_800 },
      { type: 'radio_buttons', options: [{ text: { type: 'mrkdwn', text: '*a*' }, value: 'a' }] },
      { type: 'checkboxes', options: options(10) },
    ];
    expect(modal(formModal({ blocks: elements.map(input) }))).toBeUndefined();
  });

  const refused: [string, object, string][] = [
    [
      'a title of 25',
      { title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['a submit of 25', { submit: plain('x'.repeat(25)) }, '/view/submit/text'],
    ['3001 characters of private_metadata', { private_metadata: 'x'.repeat(3001) }, '/view/private_metadata'],
    [
      '101 blocks',
      { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    ['no blocks', { blocks: undefined }, 'missing required field: blocks'],
    ['an unknown property', { colour: 'red' }, 'invalid additional property: colour [json-pointer:/view]'],
    ['inputs but no submit', { submit: undefined }, 'missing required field: submit'],
    ['a home tab', { type: 'home', title: undefined, submit: undefined }, 'must be of type modal'],
  ];
  test.each(refused)('is refused with %s', (_what, more, reason) => {
    const view: unknown = JSON.parse(JSON.stringify(formModal(more)));
    expect(modal(view)?.code).toBe('invalid_arguments');
    expect(modal(view)?.messages.join('\n')).toContain(reason);
  });
});
