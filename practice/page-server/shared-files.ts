import type { Stage } from '../stage.ts';

/** A file that somebody shared in Slack; undefined for one that nobody did. */
export function findFile({ slack, channels, people }: Stage, id: string): { name: string; bytes: Buffer } | undefined {
  const { workspace } = slack;
  const inChannels = Object.values(channels).flatMap((channel) =>
    workspace.messages(channel).flatMap((message) => [message, ...workspace.thread(channel, message.ts)]),
  );
  const inPrivate = Object.values(people).flatMap((person) => workspace.dms(person));
  const found = [...inChannels, ...inPrivate].flatMap(({ files }) => files).find((file) => file.id === id);
  return found?.bytes === undefined ? undefined : { name: found.name, bytes: found.bytes };
}
