import type { Incident } from '../src/desk/incident.ts';
import { incidentOfValue } from './find.ts';
import type { Handler, Reply, Right, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** A button that carries an incident. */
export function onIncident(
  action: string,
  who: Right,
  go: (press: SlackPress, tools: Tools, incident: Incident) => Promise<Reply>,
): Handler {
  return {
    on: { action },
    who,
    async run(press, tools) {
      const one = await incidentOfValue(tools.store, press.value);
      return one === undefined ? { say: tools.context().words.commands.unknownIncident } : go(press, tools, one);
    },
  };
}
