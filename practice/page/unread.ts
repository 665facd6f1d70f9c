import { useEffect, useRef, useState } from 'react';
import type { Shown } from './shown.ts';
import type { Place } from './slack/pane.tsx';

/** How many messages a person has not seen yet, by `person channel`; what was there at the start counts as seen. */
export function useUnread(shown: Shown, me: string, place: Place): ReadonlyMap<string, number> {
  const [seen, setSeen] = useState<Readonly<Record<string, number>>>({});
  const startedAt = useRef<number>(undefined);
  const newest = Number(shown.messages.at(-1)?.ts ?? 0);
  if (shown.channels.length > 0) startedAt.current ??= newest;

  useEffect(() => {
    setSeen((before) => ({ ...before, [`${me} ${place.at}`]: newest }));
  }, [me, place.at, newest]);

  const counts = new Map<string, number>();
  for (const { channel, ts, user, only } of shown.messages) {
    for (const person of shown.channels.find(({ id }) => id === channel)?.members ?? []) {
      const key = `${person} ${channel}`;
      const isNew = Number(ts) > (seen[key] ?? startedAt.current ?? 0);
      const isHere = person === me && channel === place.at;
      if (isNew && !isHere && user !== person && (only === null || only === person)) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}
