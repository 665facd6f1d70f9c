import { KINDS, type Kind } from '../src/desk/mention.ts';
import { type Period, periodOf } from '../src/desk/period.ts';
import type { AggregateType, Ref } from '../src/desk/ref.ts';
import { isList, parseJson } from './json.ts';

/** What a button carries: the aggregate that it belongs to, and a part of it (`p1`, `e1`, `e1|ts`). */
export interface PressValue {
  readonly ref: Ref;
  readonly id?: string;
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

const LIST_KINDS = ['open', 'mine', 'overdue', 'promises', 'muted'] as const;
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

function isAggregateType(value: unknown): value is AggregateType {
  return typeof value === 'string' && Object.hasOwn(TYPES, value);
}
