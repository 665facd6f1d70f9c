import { type Reader, renderMessage, renderView } from './render-text.ts';
import { repliesTo, type State } from './state.ts';
import type { Channel, Message } from './types.ts';

const RECENT = 8;

/** The names of this workspace, for rendering. */
export function readerOf(state: State, timeZone = 'Europe/Berlin'): Reader {
  return {
    timeZone,
    now: state.clock.now(),
    names: {
      user: (id) => state.users.get(id)?.name ?? id,
      channel: (id) => state.channels.get(id)?.name ?? id,
      userGroup: (id) => state.userGroups.get(id)?.handle ?? id,
    },
  };
}

function indent(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}

function describeChannel(channel: Channel, reader: Reader): string[] {
  const line = (message: Message, by: string) =>
    `${by}${message.ts} ${reader.names.user(message.user)}: ${indent(renderMessage(message, reader), `${by}  `)}`;
  const top = [...channel.messages.values()].filter(({ ts, threadTs }) => threadTs === undefined || threadTs === ts);
  const name =
    channel.kind === 'im'
      ? `direct message ${[...channel.members].map((id) => reader.names.user(id)).join(' ')}`
      : channel.name;
  return [
    `#${name} (${channel.id}), ${top.length} messages${top.length > RECENT ? `, the last ${RECENT}` : ''}`,
    ...top
      .slice(-RECENT)
      .flatMap((message) => [
        line(message, '  '),
        ...repliesTo(channel, message.ts).map((reply) => line(reply, '    ↳ ')),
      ]),
  ];
}

/** The whole workspace in plain text. */
export function describeState(state: State, timeZone?: string): string {
  const reader = readerOf(state, timeZone);
  return [
    `now ${state.clock.now().toISOString()}`,
    ...[...state.channels.values()].flatMap((channel) => describeChannel(channel, reader)),
    ...state.ephemerals
      .slice(-RECENT)
      .map((each) => `only ${reader.names.user(each.to)} sees: ${renderMessage(each, reader)}`),
    ...[...state.modals.values()]
      .flat()
      .map((view) => `modal of ${reader.names.user(view.user)}:\n${renderView(view, reader)}`),
    ...state.rejections.slice(-RECENT).map(({ method, error, detail }) => `refused: ${method} ${error} ${detail}`),
  ].join('\n');
}
