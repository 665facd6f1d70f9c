import type { Channel } from '../src/desk/channel.ts';
import { isRefused } from '../src/desk/decision.ts';
import { channelRef, incidentRef } from '../src/desk/ref.ts';
import type { Surge } from '../src/desk/surge.ts';
import { dismissSurge, linkSurge } from '../src/desk/surge-press.ts';
import { ACTION } from '../views/ids.ts';
import { linkedLine, surgeTitle } from '../views/surge.ts';
import { parsePressValue } from '../views/value.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import { openStart } from './incident-start.ts';
import { explainedMentions, surgeOf } from './surge-links.ts';
import type { Tools } from './tools.ts';

interface Pressed {
  readonly channel: Channel;
  readonly surge: Surge;
}

/** On a surge's message: start the incident that explains it, link what it brought to one that runs, or call it none. */
export const surge: readonly Handler[] = [
  handler(ACTION.surgeStart, 'publisher', async (press, tools, { surge: one }) =>
    openStart(press, tools, surgeTitle(one), await surgeOf(one.id, tools)),
  ),
  handler(ACTION.surgeLink, 'staff', async (press, tools, { channel, surge: one }) => {
    const incident = one.suggested === null ? undefined : await tools.store.read(incidentRef(one.suggested));
    if (incident === undefined) return { say: tools.context().words.commands.unknownIncident };
    const mentions = (await explainedMentions(tools, one)).map(({ id }) => id);
    const outcome = await tools.store.change(channelRef(channel.id), (state) =>
      linkSurge(state, press, one.id, incident, mentions, tools.clock.now()),
    );
    return isRefused(outcome)
      ? { refused: outcome.refused }
      : { say: linkedLine(incident, mentions.length, tools.context()) };
  }),
  handler(ACTION.surgeDismiss, 'staff', async (press, tools, { channel, surge: one }) => {
    const outcome = await tools.store.change(channelRef(channel.id), (state) =>
      dismissSurge(state, press, one.id, tools.clock.now()),
    );
    return isRefused(outcome) ? { refused: outcome.refused } : DONE;
  }),
];

function handler(
  action: string,
  who: 'publisher' | 'staff',
  go: (press: SlackPress, tools: Tools, pressed: Pressed) => Promise<Reply>,
): Handler {
  return {
    on: { action },
    who,
    async run(press, tools) {
      const value = parsePressValue(press.value ?? '');
      const channel = value?.ref.type === 'channel' ? await tools.store.read(channelRef(value.ref.id)) : undefined;
      const one = channel?.surges.find(({ id }) => id === value?.id);
      return channel === undefined || one === undefined ? DONE : go(press, tools, { channel, surge: one });
    },
  };
}
