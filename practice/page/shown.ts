import type {
  ChannelItem,
  ClockItem,
  CommandItem,
  CustomerItem,
  GroupItem,
  HomeItem,
  Item,
  MessageItem,
  ModalItem,
  PersonItem,
  PostItem,
  SwitchItem,
  ThingItem,
} from '../page-server/wire.ts';

/** The items sorted by what they are. */
export interface Shown {
  readonly people: ReadonlyMap<string, PersonItem>;
  readonly staff: readonly PersonItem[];
  readonly groups: readonly GroupItem[];
  readonly channels: readonly ChannelItem[];
  /** By ts, whoever sees them. */
  readonly messages: readonly MessageItem[];
  readonly modals: readonly ModalItem[];
  readonly homes: readonly HomeItem[];
  readonly posts: readonly PostItem[];
  readonly customers: readonly CustomerItem[];
  readonly things: readonly ThingItem[];
  readonly switches: readonly SwitchItem[];
  readonly commands: readonly CommandItem[];
  readonly clock: ClockItem;
}

const NO_CLOCK: ClockItem = { is: 'clock', aheadMs: 0, jumping: false };

export function sortOut(items: ReadonlyMap<string, Item>): Shown {
  const all = [...items.values()];
  const of = <K extends Item['is']>(is: K) =>
    all.filter((item): item is Extract<Item, { readonly is: K }> => item.is === is);
  const people = of('person');
  return {
    people: new Map(people.map((one) => [one.id, one])),
    staff: people.filter(({ role }) => role !== ''),
    groups: of('group'),
    channels: of('channel'),
    messages: of('message').sort((a, b) => Number(a.ts) - Number(b.ts)),
    modals: of('modal').sort((a, b) => a.depth - b.depth),
    homes: of('home'),
    posts: of('post'),
    customers: of('customer'),
    things: of('thing').sort((a, b) => a.number - b.number),
    switches: of('switch'),
    commands: of('command').sort((a, b) => a.command.localeCompare(b.command)),
    clock: of('clock')[0] ?? NO_CLOCK,
  };
}

/** What this person sees in a conversation: of the channel itself, or of one thread with its first message. */
export function visibleTo(
  me: string,
  { messages }: Shown,
  channel: string,
  thread: string | null,
): readonly MessageItem[] {
  return messages.filter(
    (one) =>
      one.channel === channel &&
      (one.only === null || one.only === me) &&
      (thread === null ? one.threadTs === null : one.threadTs === thread || one.ts === thread),
  );
}
