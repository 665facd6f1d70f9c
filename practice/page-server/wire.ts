import type { Block } from '../slack/blocks/layout.ts';
import type { ViewSource } from '../slack/blocks/view.ts';
import type { Values } from '../slack/types.ts';

/** One thing that the page shows, under a key of its own. The page holds them all and is told what changed. */
export type Item =
  | PersonItem
  | GroupItem
  | ChannelItem
  | MessageItem
  | ModalItem
  | HomeItem
  | PostItem
  | CustomerItem
  | ThingItem
  | SwitchItem
  | CommandItem
  | ClockItem;

export interface PersonItem {
  readonly is: 'person';
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** Empty for the app itself. */
  readonly role: string;
}

export interface GroupItem {
  readonly is: 'group';
  readonly id: string;
  readonly handle: string;
}

export interface ChannelItem {
  readonly is: 'channel';
  readonly id: string;
  /** Of a direct message: empty. */
  readonly name: string;
  readonly members: readonly string[];
}

export interface MessageItem {
  readonly is: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The message that it answers; null for one of the channel itself. */
  readonly threadTs: string | null;
  readonly edited: boolean;
  /** The one person who sees it; null for everybody. */
  readonly only: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

export interface ModalItem {
  readonly is: 'modal';
  readonly user: string;
  /** 0 is the lowest of a stack. */
  readonly depth: number;
  readonly id: string;
  readonly source: ViewSource;
  readonly values: Values;
}

export interface HomeItem {
  readonly is: 'home';
  readonly user: string;
  readonly blocks: readonly Block[];
}

export interface PostItem {
  readonly is: 'post';
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly text: string;
  /** ISO. */
  readonly at: string;
  readonly ours: boolean;
  readonly inReplyTo: string | null;
  /** What the attached pictures show, as their descriptions say. */
  readonly pictures: readonly string[];
  readonly edited: boolean;
  readonly removed: boolean;
  /** By whoever wrote the post that began the conversation; read with one more click. */
  readonly hidden: boolean;
}

export interface CustomerItem {
  readonly is: 'customer';
  readonly username: string;
  readonly name: string;
}

/** One of the numbered things to try. */
export interface ThingItem {
  readonly is: 'thing';
  readonly number: number;
  readonly title: string;
  readonly steps: readonly { readonly text: string; readonly done: boolean }[];
  /** Who begins, and the message to begin at; null where there is none. */
  readonly who: string;
  readonly channel: string;
  readonly ts: string | null;
}

/** A fault to switch on and off, or a single blow. */
export interface SwitchItem {
  readonly is: 'switch';
  readonly id: string;
  readonly label: string;
  /** Null for a single blow. */
  readonly on: boolean | null;
}

export interface CommandItem {
  readonly is: 'command';
  readonly command: string;
  readonly description: string;
  readonly usage: string;
}

export interface ClockItem {
  readonly is: 'clock';
  /** How far practice time is ahead of the machine's. */
  readonly aheadMs: number;
  readonly jumping: boolean;
}

/** What is new since the last one; the first of a connection begins anew. */
export interface Delta {
  readonly reset: boolean;
  readonly set: Readonly<Record<string, Item>>;
  readonly gone: readonly string[];
}

/** What came of something that a person did on the page. */
export type Done =
  | { readonly ok: true; readonly errors?: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };

/** Slack's form of a press: which element, and what was chosen in it. */
export interface Aimed {
  readonly action_id: string;
  readonly block_id: string;
  readonly value?: string | undefined;
  readonly option?: string | readonly string[] | undefined;
}

export type Jump = '10s' | '1m' | '15m' | '1h' | 'morning';

/** Everything that a visitor can do: as one of the staff, as a customer, or as fate. */
export type Act =
  | ({ readonly do: 'press'; readonly as: string; readonly channel: string; readonly ts: string } & Aimed)
  | ({ readonly do: 'press-home'; readonly as: string } & Aimed)
  | ({ readonly do: 'press-modal'; readonly as: string; readonly view: string } & Aimed)
  | { readonly do: 'open-home'; readonly as: string }
  | {
      readonly do: 'fill';
      readonly as: string;
      readonly view: string;
      readonly block: string;
      readonly value: string | readonly string[];
    }
  | { readonly do: 'submit'; readonly as: string; readonly view: string }
  | { readonly do: 'close'; readonly as: string; readonly view: string }
  | {
      readonly do: 'command';
      readonly as: string;
      readonly channel: string;
      readonly command: string;
      readonly text: string;
    }
  | {
      readonly do: 'say';
      readonly as: string;
      readonly channel: string;
      readonly text: string;
      readonly threadTs: string | null;
    }
  | {
      readonly do: 'shortcut';
      readonly as: string;
      readonly channel: string;
      readonly ts: string;
      readonly shortcut: string;
    }
  | {
      readonly do: 'post';
      readonly username: string;
      readonly text: string;
      readonly inReplyTo: string | null;
      /** Whether our account is named with @; it is unless said otherwise. */
      readonly named?: boolean | undefined;
    }
  | { readonly do: 'edit-post'; readonly id: string; readonly text: string }
  /** As the company, in X's own app: the desk does not know of it. */
  | { readonly do: 'answer-directly'; readonly id: string; readonly text: string }
  | { readonly do: 'delete-post'; readonly id: string }
  | { readonly do: 'outage' }
  | { readonly do: 'jump'; readonly by: Jump }
  | { readonly do: 'switch'; readonly id: string; readonly on: boolean };
