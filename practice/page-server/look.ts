import type { Message } from '../slack/index.ts';
import type { Stage } from '../stage.ts';
import type { Post } from '../x/types.ts';
import { REGULARS } from './customers.ts';
import type { Switches } from './switches.ts';
import type { Things } from './things.ts';
import type { Time } from './time.ts';
import type { ChannelItem, CommandItem, Item, MessageItem, PersonItem, PostItem } from './wire.ts';

/** The newest of a conversation; a page that shows more is read by nobody. */
const MESSAGES_SHOWN = 150;
const POSTS_SHOWN = 150;

interface Shown {
  readonly stage: Stage;
  readonly commands: readonly CommandItem[];
  readonly switches: Switches;
  readonly things: Things;
  readonly time: Time;
}

/** Everything that the page shows, as JSON by key. */
export function createLook({ stage, commands, switches, things, time }: Shown): () => ReadonlyMap<string, string> {
  const { people, channels, groups } = stage;
  const { workspace } = stage.slack;
  const { world } = stage.x;
  const removed = new Map<string, Post>();
  world.on(({ kind, post }) => {
    if (kind === 'removed') removed.set(post.id, post);
  });

  const staff: readonly PersonItem[] = [
    { is: 'person', id: people.anna, name: 'anna', realName: 'Anna Albers', role: 'Support' },
    { is: 'person', id: people.ben, name: 'ben', realName: 'Ben Okafor', role: 'Support' },
    { is: 'person', id: people.carla, name: 'carla', realName: 'Carla Winter', role: 'Team lead' },
    { is: 'person', id: people.dmitri, name: 'dmitri', realName: 'Dmitri Voss', role: 'Network engineer' },
    { is: 'person', id: workspace.botUserId, name: 'earshot', realName: 'Earshot', role: '' },
  ];
  const rooms: readonly ChannelItem[] = [
    { is: 'channel', id: channels.support, name: 'support', members: [people.anna, people.ben, people.carla] },
    { is: 'channel', id: channels.praise, name: 'praise', members: [people.anna, people.ben, people.carla] },
    { is: 'channel', id: channels.network, name: 'network', members: [people.carla, people.dmitri] },
  ];

  // A message is never changed in place, so what was written once stays right.
  const written = new WeakMap<Message, string>();
  function jsonOf(channel: string, message: Message, only: string | null): string {
    const known = written.get(message);
    if (known !== undefined) return known;
    const json = JSON.stringify(messageItem(channel, message, only));
    written.set(message, json);
    return json;
  }

  type Items = Map<string, string>;
  const put = (items: Items, key: string, item: Item) => items.set(key, JSON.stringify(item));

  function putMessages(items: Items, channel: string, messages: readonly Message[]): void {
    for (const message of messages) items.set(`message ${channel} ${message.ts}`, jsonOf(channel, message, null));
  }

  /** What is there from the start, and what a visitor can switch. */
  function putFrame(items: Items): void {
    put(items, 'clock', time.item());
    for (const item of staff) put(items, `person ${item.id}`, item);
    for (const item of rooms) put(items, `channel ${item.id}`, item);
    put(items, `group ${groups.network}`, { is: 'group', id: groups.network, handle: 'network-team' });
    for (const item of commands) put(items, `command ${item.command}`, item);
    for (const item of switches.items()) put(items, `switch ${item.id}`, item);
    for (const item of things.items()) put(items, `thing ${item.number}`, item);
    for (const customer of REGULARS) put(items, `customer ${customer.username}`, { is: 'customer', ...customer });
  }

  function putRoom(items: Items, channel: string): void {
    const shown = workspace.messages(channel).slice(-MESSAGES_SHOWN);
    putMessages(items, channel, shown);
    for (const { ts, threadTs } of shown)
      if (threadTs === ts) putMessages(items, channel, workspace.thread(channel, ts));
  }

  /** What only this person sees. */
  function putPerson(items: Items, id: string): void {
    const dm = workspace.as(id).dm();
    put(items, `channel ${dm}`, { is: 'channel', id: dm, name: '', members: [id] });
    putMessages(items, dm, workspace.dms(id).slice(-MESSAGES_SHOWN));
    for (const each of workspace.ephemerals(id).slice(-MESSAGES_SHOWN)) {
      items.set(`message ${each.channel} ${each.ts} ${id}`, jsonOf(each.channel, each, id));
    }
    for (const [depth, { id: view, source, values }] of workspace.modals(id).entries()) {
      put(items, `modal ${id} ${depth}`, { is: 'modal', user: id, depth, id: view, source, values });
    }
    const home = workspace.home(id);
    if (home !== undefined) put(items, `home ${id}`, { is: 'home', user: id, blocks: home.source.blocks });
  }

  function putPosts(items: Items): void {
    for (const post of world.timeline().slice(-POSTS_SHOWN)) put(items, `post ${post.id}`, postItem(post, false));
    for (const post of removed.values()) put(items, `post ${post.id}`, postItem(post, true));
  }

  return () => {
    const items: Items = new Map();
    putFrame(items);
    for (const { id } of rooms) putRoom(items, id);
    for (const { id, role } of staff) if (role !== '') putPerson(items, id);
    putPosts(items);
    return items;
  };

  function postItem(post: Post, isRemoved: boolean): PostItem {
    return {
      is: 'post',
      id: post.id,
      username: post.author.username,
      name: post.author.name,
      text: post.written,
      at: post.at.toISOString(),
      ours: post.author === world.us,
      pictures: post.media.map(({ altText = '' }) => altText),
      inReplyTo: post.inReplyTo === undefined ? null : (world.newest(post.inReplyTo.id)?.id ?? post.inReplyTo.id),
      edited: post.versions.length > 1,
      removed: isRemoved,
      hidden: post.hidden,
    };
  }
}

function messageItem(channel: string, message: Message, only: string | null): MessageItem {
  const { ts, user, text, blocks = [], threadTs = null, editedTs, files } = message;
  return {
    is: 'message',
    channel,
    ts,
    user,
    text,
    blocks,
    threadTs: threadTs === ts ? null : threadTs,
    edited: editedTs !== undefined,
    only,
    files: files.map(({ id, name }) => ({ id, name })),
  };
}
