import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { type Change, type Message, renderMessage } from '../slack/index.ts';
import type { Stage } from '../stage.ts';

const ZONE = 'Europe/Berlin';

interface Look {
  readonly mark: string;
  readonly colour: number;
}

const SCENE: Look = { mark: '━━', colour: 1 };
const CHANNEL: Look = { mark: '#', colour: 36 };
const PRIVATE: Look = { mark: '✉', colour: 35 };
const PUBLIC: Look = { mark: 'X', colour: 33 };
const HAND: Look = { mark: '☞', colour: 32 };

export interface DayLog {
  /** A headline between two scenes. */
  scene(title: string): void;
  /** What a person does. */
  hand(text: string): void;
}

/** Writes what appears in Slack and in public, as it appears, one readable paragraph each. */
export function createDayLog(stage: Stage, write: (line: string) => void, isColoured: boolean): DayLog {
  const reader = stage.slack.reader(ZONE);
  const shown = new Map<string, readonly string[]>();

  function tell(look: Look, head: string, lines: readonly string[] = []): void {
    const time = format(stage.clock.now(), 'HH:mm:ss', { in: tz(ZONE) });
    const paint = (text: string) => (isColoured ? `\u001b[${look.colour}m${text}\u001b[0m` : text);
    write(`${time} ${paint(`${look.mark} ${head}`)}`);
    for (const line of lines) write(`           ${line}`);
  }

  /** Of a message that was updated in place only what is new; otherwise a card would fill the screen each time. */
  function newLines(channel: string, message: Message): readonly string[] {
    const key = `${channel}:${message.ts}`;
    const lines = renderMessage(message, reader)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const before = shown.get(key) ?? [];
    shown.set(key, lines);
    return lines.filter((line) => !before.includes(line));
  }

  function onSlack(change: Change): void {
    switch (change.kind) {
      case 'message_posted':
      case 'message_updated': {
        const { message } = change;
        const lines = newLines(change.channel, message);
        if (lines.length > 0) tell(...headOf(change.channel, message, change.kind === 'message_updated'), lines);
        break;
      }
      case 'ephemeral_posted':
        tell(PRIVATE, `only ${reader.names.user(change.message.to)} sees`, [renderMessage(change.message, reader)]);
        break;
      case 'rejected':
        tell(PRIVATE, `Slack refused ${change.rejection.method}: ${change.rejection.error} ${change.rejection.detail}`);
        break;
      default:
        break;
    }
  }

  function headOf(channel: string, message: Message, isUpdate: boolean): [Look, string] {
    const who = message.byBot ? 'Earshot' : reader.names.user(message.user);
    const where = reader.names.channel(channel);
    const thread = message.threadTs === undefined || message.threadTs === message.ts ? '' : ', in the thread';
    const isDirect = channel.startsWith('D');
    const verb = isUpdate ? 'updates' : 'posts';
    return [isDirect ? PRIVATE : CHANNEL, isDirect ? `${who}, direct message` : `${where}: ${who} ${verb}${thread}`];
  }

  stage.slack.workspace.on(onSlack);
  stage.x.world.on(({ kind, post }) => {
    const ours = post.author === stage.x.world.us;
    const head = `@${post.author.username}${ours ? ' (us)' : ''}${kind === 'posted' ? '' : ` ${kind}`}`;
    tell(PUBLIC, head, [post.written]);
  });

  return {
    scene: (title) => {
      write('');
      tell(SCENE, title);
    },
    hand: (text) => tell(HAND, text),
  };
}
