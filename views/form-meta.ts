import type { OutgoingPicture } from '../src/desk/publication.ts';
import { isRecord, isTexts, parseJson } from './json.ts';
import { LIMIT } from './limit.ts';

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
  /** Past answers that the form shows, each as its publication's id and its mention's with a space between. */
  readonly recalled?: readonly string[];
  /** Templates that fit best. */
  readonly ranked?: readonly string[];
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
  /** The text of ours that the offered one corrects. */
  readonly corrects?: string;
  /** The surge that the incident is to explain. */
  readonly surge?: string;
  /** … with so many complaints. */
  readonly linked?: number;
  /** The publication that the form decides about. */
  readonly publication?: string;
  /** The text with which a correction began, as a button carries it. */
  readonly source?: string;
  /** Of a list: the page that is shown, from 1. */
  readonly page?: number;
  /** Of the settings: which part the form changes, and how often they had been changed when it was opened. */
  readonly topic?: string;
  /** The topics that the mention had when the form was opened. */
  readonly topics?: readonly string[];
  /** What is looked for in `/mentions find`. */
  readonly query?: string;
  /** Keys of the warnings about its text that the form shows, and had shown before; see checks/warning.ts. */
  readonly warned?: readonly string[];
  readonly revision?: number;
}

/** `private_metadata`; of very many publications seen, the oldest are left out to stay within Slack's limit. */
export function encodeFormMeta(meta: FormMeta): string {
  let seen = meta.seen;
  let encoded = JSON.stringify({ ...meta, seen });
  // Found again by looking again.
  if (encoded.length > LIMIT.privateMetadata && (meta.ranked ?? meta.recalled) !== undefined) {
    const { ranked: _, recalled: __, ...rest } = meta;
    return encodeFormMeta(rest);
  }
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
  'corrects',
  'surge',
  'publication',
  'source',
  'topic',
  'query',
] as const satisfies readonly (keyof FormMeta)[];
const LISTS = ['warned', 'topics', 'recalled', 'ranked'] as const satisfies readonly (keyof FormMeta)[];
const NUMBERS = ['inserted', 'linked', 'page', 'posts', 'revision'] as const satisfies readonly (keyof FormMeta)[];

/** null for anything that `encodeFormMeta` did not write. */
export function parseFormMeta(text: string): FormMeta | null {
  const meta = parseJson(text);
  if (!isRecord(meta) || !isTexts(meta.seen)) return null;
  const { seen, purpose, picture } = meta;
  return {
    seen,
    ...picked(meta, TEXTS, (value) => typeof value === 'string'),
    ...picked(meta, NUMBERS, (value) => typeof value === 'number'),
    ...((purpose === 'reply' || purpose === 'apology' || purpose === 'escalate') && { purpose }),
    ...picked(meta, LISTS, isTexts),
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
