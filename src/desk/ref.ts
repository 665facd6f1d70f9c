import type { Channel } from './channel.ts';
import type { DeskState } from './desk-state.ts';
import type { Incident } from './incident.ts';
import type { Mention } from './mention.ts';
import type { Person } from './person.ts';
import type { Spending } from './spending.ts';

/** Every kind of aggregate with its state. Each is saved whole, with its pending effects, in one write. */
export interface States {
  mention: Mention;
  incident: Incident;
  channel: Channel;
  person: Person;
  desk: DeskState;
  spending: Spending;
}

export type AggregateType = keyof States;
export type Aggregate = States[AggregateType];

/**
 * Names one aggregate. The id of a mention is `network:postId`, of a channel and a person Slack's id, of the desk `desk`, of
 * spending the network's name.
 */
export interface Ref<T extends AggregateType = AggregateType> {
  readonly type: T;
  readonly id: string;
}

export const DESK: Ref<'desk'> = { type: 'desk', id: 'desk' };

export function mentionRef(id: string): Ref<'mention'> {
  return { type: 'mention', id };
}

export function incidentRef(id: string): Ref<'incident'> {
  return { type: 'incident', id };
}

export function channelRef(id: string): Ref<'channel'> {
  return { type: 'channel', id };
}

export function personRef(id: string): Ref<'person'> {
  return { type: 'person', id };
}

/** Where a message of ours stands in Slack. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
}
