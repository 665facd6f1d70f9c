/** How a press ended: as pressed, with a "no" that says why, or with a fault. */
export type PressEnd = 'done' | 'refused' | 'failed';
/** What a network said to a text of ours. */
export type PublishEnd = 'published' | 'refused' | 'unclear' | 'retry';

/**
 * Hears what the app does, for its health and its figures. Nothing that it is told is anybody's words or name; it
 * answers at once and never throws.
 */
export interface Observer {
  /** @param isCut there were as many as the network remembers */
  mentionsRead(network: string, isCut: boolean): void;
  /**
   * @param why for people; null for a fault of our own
   * @param isToldApart the network does not let us, or the disk: the channel is told of each in its own line
   */
  mentionsUnread(network: string, why: string | null, isToldApart: boolean): void;
  /** The connection by which Slack's presses come is there, or was lost. */
  linked(isUp: boolean): void;
  /** @param ackMs until Slack was answered */
  pressed(kind: string, end: PressEnd, ackMs: number): void;
  published(network: string, end: PublishEnd): void;
  /** @param ms until it was on disk, or failed */
  saved(ms: number, isSaved: boolean): void;
}

/** Where nobody listens. */
export const UNOBSERVED: Observer = {
  mentionsRead() {},
  mentionsUnread() {},
  linked() {},
  pressed() {},
  published() {},
  saved() {},
};

/** One observer that tells all of them. */
export function observers(all: readonly Observer[]): Observer {
  const tell = (one: (observer: Observer) => void) => all.forEach(one);
  return {
    mentionsRead: (...what) => tell((one) => one.mentionsRead(...what)),
    mentionsUnread: (...what) => tell((one) => one.mentionsUnread(...what)),
    linked: (...what) => tell((one) => one.linked(...what)),
    pressed: (...what) => tell((one) => one.pressed(...what)),
    published: (...what) => tell((one) => one.published(...what)),
    saved: (...what) => tell((one) => one.saved(...what)),
  };
}
