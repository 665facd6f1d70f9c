import { lookup } from '../src/desk/facets.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import { inOrder } from '../src/desk/order.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import type { Store } from '../src/store/index.ts';
import { parseFormMeta } from '../views/form-meta.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import type { SlackPress } from './handler.ts';

/** What a slash command names, and the words behind it: `#42 we are on it`. */
export interface Target {
  readonly number: number;
  readonly rest: string;
}

/** `#42 text` or `42 text`; null when the text does not begin with a number. */
export function parseTarget(text: string): Target | null {
  const match = /^\s*#?(\d{1,9})(?:\s+([\s\S]*))?$/.exec(text);
  return match === null ? null : { number: Number(match[1]), rest: (match[2] ?? '').trim() };
}

export async function mentionByNumber(store: Store, number: number): Promise<Mention | undefined> {
  const ref = await store.find(lookup.number('mention', number));
  return ref?.type === 'mention' ? store.read(mentionRef(ref.id)) : undefined;
}

/** The mention whose card, or whose escalation, stands at this place in Slack or heads the thread there. */
export async function mentionAt(store: Store, channel: string | null, ts: string | null): Promise<Mention | undefined> {
  if (channel === null || ts === null) return undefined;
  const ref = await store.find(lookup.message(channel, ts));
  return ref?.type === 'mention' ? store.read(mentionRef(ref.id)) : undefined;
}

/** The mention that a button carries. */
export async function mentionOfValue(store: Store, value: string | null): Promise<Mention | undefined> {
  const ref = value === null ? undefined : parsePressValue(value)?.ref;
  return ref?.type === 'mention' ? store.read(mentionRef(ref.id)) : undefined;
}

/** The mention that a press is about: its button's, its form's, or the one whose thread it was written in. */
export async function mentionOfPress(press: SlackPress, store: Store): Promise<Mention | undefined> {
  const id = parseFormMeta(press.view?.privateMetadata ?? '')?.mention;
  return (
    (await mentionOfValue(store, press.value)) ??
    (id === undefined ? undefined : await store.read(mentionRef(id))) ??
    (await mentionAt(store, press.channel, press.threadTs ?? press.messageTs))
  );
}

/** The mention that a press is about, also where its number was typed behind a command, or it was picked in a form. */
export async function aboutMention(press: SlackPress, store: Store): Promise<Mention | undefined> {
  const picked = fieldOf(press.values, FIELD.mention);
  if (press.kind === 'form' && picked !== null) return store.read(mentionRef(picked));
  const target = press.kind === 'command' && BY_NUMBER.includes(press.name) ? parseTarget(press.text) : null;
  return target === null ? mentionOfPress(press, store) : mentionByNumber(store, target.number);
}

/** Commands that name a mention by its number. */
const BY_NUMBER: readonly string[] = ['reply', 'apologise', 'apologize'];

/** The incident that a button carries. */
export async function incidentOfValue(store: Store, value: string | null): Promise<Incident | undefined> {
  const ref = value === null ? undefined : parsePressValue(value)?.ref;
  return ref?.type === 'incident' ? store.read(incidentRef(ref.id)) : undefined;
}

/** Open mentions: what is urgent first, then the customer who has really waited longest; nobody's wait last. */
export async function openByWait(store: Store): Promise<readonly Mention[]> {
  const open = await store.list('mention', { open: true });
  return inOrder(open);
}
