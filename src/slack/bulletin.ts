import type { ViewContext } from '../../views/context.ts';
import { METADATA_EVENT } from '../../views/ids.ts';
import { cantSaveLine, savesAgainLine } from '../../views/outage.ts';
import type { Bulletin } from './index.ts';
import type { Postbox } from './postbox.ts';

interface BulletinDeps {
  readonly postbox: Postbox;
  /** The team's own channel. */
  readonly channel: string;
  readonly context: () => ViewContext;
}

export function createBulletin({ postbox, channel, context }: BulletinDeps): Bulletin {
  const place = { channel, threadTs: null };
  const metadata = (key: string) => ({ event_type: METADATA_EVENT, event_payload: { ref: `channel:${channel}`, key } });
  return {
    cantSave: (since, code) =>
      postbox.post(place, cantSaveLine(since, code, context()), null, metadata(`outage:${since}`)),
    savesAgain(at, since, until) {
      const message = savesAgainLine(since, until, context());
      if (at !== null) return postbox.update(at, message, null);
      return postbox.post(place, message, null, metadata(`outage-over:${since}`));
    },
  };
}
