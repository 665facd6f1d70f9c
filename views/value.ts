import { KINDS, type Kind } from '../src/desk/mention.ts';
import { type Period, periodOf } from '../src/desk/period.ts';
import type { OutgoingPicture } from '../src/desk/publication.ts';
import type { AggregateType, Ref } from '../src/desk/ref.ts';
import { LIMIT } from './ids.ts';
import { isList, isRecord, isTexts, parseJson } from './json.ts';

/** What a button carries: the aggregate that it belongs to, and a part of it (`p1`, `e1`, `e1|ts`). */
export interface PressValue {
  readonly ref: Ref;
  readonly id?: string;
}

/** What a modal carries from its opening to its submission. */
export interface FormMeta {
  readonly mention?: string;
  readonly incident?: string;
  readonly escalation?: string;
  /** The publications that the person could see when the form was opened. */
  readonly seen: readonly string[];
  /** The post that an answer would go to, in the version that the person read. */
  readonly post?: string;
  /** The publication or escalation whose text was offered as a draft. */
  readonly draftOf?: string;
  /** What the form is for, where one form serves several purposes. */
  readonly purpose?: 'reply' | 'apology' | 'escalate';
  /** How often a template was put in; it is part of the text's `block_id`. */
  readonly inserted?: number;
  readonly templateId?: string;
  /** The text is to go out as numbered posts, of which the form shows so many. */
  readonly posts?: number;
  /** The picture of a text that is not sent yet. */
  readonly picture?: OutgoingPicture;
  /** The promise that somebody says was kept. */
  readonly promise?: string;
  /** In a form that names a time: the choice, and the time that it stood for when the form was drawn. */
  readonly backBy?: string;
  readonly backAt?: string;
  /** Who gives all that they carry, and to whom. */
  readonly from?: string;
  readonly to?: string;
  /** The incident whose end the offered text tells. */
  readonly tellsOf?: string;
  /** The publication that the form decides about. */
  readonly publication?: string;
  /** Of a list: the page that is shown, from 1. */
  readonly page?: number;
  /** Of the settings: which part the form changes, and how often they had been changed when it was opened. */
  readonly topic?: string;
  /** The topics that the mention had when the form was opened. */
  readonly topics?: readonly string[];
  /** What is looked for in `/mentions find`. */
  readonly query?: string;
  readonly revision?: number;
}

const TYPES: Readonly<Record<AggregateType, true>> = {
  mention: true,
  incident: true,
  channel: true,
  person: true,
  desk: true,
  spending: true,
};

export function pressValue({ ref, id }: PressValue): string {
  return JSON.stringify(id === undefined ? [ref.type, ref.id] : [ref.type, ref.id, id]);
}

/** null for anything that `pressValue` did not write. */
export function parsePressValue(value: string): PressValue | null {
  const parts = parseJson(value);
  if (!isList(parts) || parts.length > 3) return null;
  const [type, ref, id] = parts;
  if (!isAggregateType(type) || typeof ref !== 'string') return null;
  if (parts.length === 2) return { ref: { type, id: ref } };
  return typeof id === 'string' ? { ref: { type, id: ref }, id } : null;
}

/** The value of one option of an overflow menu: `CHOICE|id`, where the id is a mention's or an incident's. */
export function choiceValue(choice: string, id: string): string {
  return `${choice}|${id}`;
}

/** Splits at the first `|`; null when there is none. */
export function parseChoiceValue(value: string): { readonly choice: string; readonly id: string } | null {
  const bar = value.indexOf('|');
  return bar < 1 ? null : { choice: value.slice(0, bar), id: value.slice(bar + 1) };
}

/** The value of a paging button: `KIND|page`, pages counted from 1. */
export function pageValue(kind: ListKind, page: number): string {
  return `${kind}|${page}`;
}

const LIST_KINDS = ['open', 'mine', 'overdue', 'promises'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export function parsePageValue(value: string): { readonly kind: ListKind; readonly page: number } | null {
  const match = /^([a-z]+)\|([1-9]\d{0,5})$/.exec(value);
  const kind = LIST_KINDS.find((one) => one === match?.[1]);
  return kind === undefined ? null : { kind, page: Number(match?.[2]) };
}

/** The period that a report's button carries. */
export function periodValue({ from, to }: Period): string {
  return `${from}|${to}`;
}

/** null for anything that `periodValue` did not write. */
export function parsePeriodValue(value: string): Period | null {
  const [from = '', to = '', ...more] = value.split('|');
  return more.length > 0 ? null : periodOf(from, to);
}

/** Names one kind of mention in a bell's message: the bell's id, then the kind. */
export function bellValue(bell: string, kind: Kind): string {
  return `${kind}|${bell}`;
}

export function parseBellValue(value: string): { readonly bell: string; readonly kind: Kind } | null {
  const bar = value.indexOf('|');
  const kind = KINDS.find((one) => one === value.slice(0, bar));
  return kind === undefined ? null : { bell: value.slice(bar + 1), kind };
}

/** Names one answer in an escalation's thread, as the id of a press value: `e1|1700000000.000100`. */
export function answerId(escalation: string, ts: string): string {
  return `${escalation}|${ts}`;
}

export function parseAnswerId(id: string): { readonly escalation: string; readonly ts: string } | null {
  const bar = id.indexOf('|');
  return bar < 1 ? null : { escalation: id.slice(0, bar), ts: id.slice(bar + 1) };
}

/** `private_metadata`; of very many publications seen, the oldest are left out to stay within Slack's limit. */
export function encodeFormMeta(meta: FormMeta): string {
  let seen = meta.seen;
  let encoded = JSON.stringify({ ...meta, seen });
  while (encoded.length > LIMIT.privateMetadata && seen.length > 0) {
    seen = seen.slice(Math.ceil(seen.length / 10));
    encoded = JSON.stringify({ ...meta, seen });
  }
  return encoded;
}

const TEXTS = [
  'mention',
  'incident',
  'post',
  'escalation',
  'draftOf',
  'templateId',
  'promise',
  'backBy',
  'backAt',
  'from',
  'to',
  'tellsOf',
  'publication',
  'topic',
  'query',
] as const satisfies readonly (keyof FormMeta)[];
const NUMBERS = ['inserted', 'page', 'posts', 'revision'] as const satisfies readonly (keyof FormMeta)[];

/** null for anything that `encodeFormMeta` did not write. */
export function parseFormMeta(text: string): FormMeta | null {
  const meta = parseJson(text);
  if (!isRecord(meta) || !isTexts(meta.seen)) return null;
  const { seen, purpose, topics, picture } = meta;
  return {
    seen,
    ...picked(meta, TEXTS, (value) => typeof value === 'string'),
    ...picked(meta, NUMBERS, (value) => typeof value === 'number'),
    ...((purpose === 'reply' || purpose === 'apology' || purpose === 'escalate') && { purpose }),
    ...(isTexts(topics) && { topics }),
    ...(isPicture(picture) && { picture }),
  };
}

function picked<K extends string, T>(
  meta: Readonly<Record<string, unknown>>,
  names: readonly K[],
  is: (value: unknown) => value is T,
): Partial<Record<K, T>> {
  const found: Partial<Record<K, T>> = {};
  for (const name of names) {
    const value = meta[name];
    if (is(value)) found[name] = value;
  }
  return found;
}

function isPicture(value: unknown): value is OutgoingPicture {
  return isRecord(value) && typeof value.file === 'string' && typeof value.alt === 'string';
}

interface FormFile {
  readonly id: string;
  readonly size?: number | undefined;
  readonly mimetype?: string | undefined;
}

/** One input's state in a view's `state.values`, as far as our forms use it. */
export interface FieldState {
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_user?: string | null;
  readonly selected_conversation?: string | null;
  readonly selected_users?: readonly string[] | null;
  readonly selected_options?: readonly { readonly value: string }[] | null;
  readonly files?: readonly FormFile[] | null;
  /** Seconds since the epoch. */
  readonly selected_date_time?: number | null;
}

export type FormValues = Readonly<Record<string, Readonly<Record<string, FieldState>>>>;

/**
 * What a person put into a field; null when nothing. Finds `text:2` by `text`: Slack takes a changed initial value
 * only in a block with a new id, so a text that a template replaced sits in a block with a suffix.
 */
export function fieldOf(values: FormValues, field: string): string | null {
  for (const [block, elements] of Object.entries(values)) {
    if (block !== field && !block.startsWith(`${field}:`)) continue;
    for (const element of Object.values(elements)) {
      const { value: typed, selected_option, selected_user, selected_conversation, selected_date_time } = element;
      const chosen = selected_option?.value ?? selected_user ?? selected_conversation;
      const value = typed ?? chosen ?? selected_date_time?.toString();
      if (value !== undefined && value !== null && value !== '') return value;
    }
  }
  return null;
}

/** What a person chose in a field that takes several; null where the form has no such field. */
export function listOf(values: FormValues, field: string): readonly string[] | null {
  const [element] = Object.values(values[field] ?? {});
  if (element === undefined) return null;
  return element.selected_users ?? element.selected_options?.map((one) => one.value) ?? [];
}

function isAggregateType(value: unknown): value is AggregateType {
  return typeof value === 'string' && Object.hasOwn(TYPES, value);
}
