import type { Mention } from './mention.ts';
import type { Publication } from './publication.ts';
import { seriesOf, wordsOf } from './series.ts';
import { type Customer, takenOver } from './taken-over.ts';

/** Stands for whomever a text was said to, so that the same words to two customers are the same text. */
const ANYBODY: Customer = { author: { id: '', handle: 'customer', name: 'Customer', followers: null }, posts: [] };

/** What a reply says, whoever it was said to and whoever signed it; two with the same are the same text. */
export function wordsToAnybody(mention: Mention, one: Publication): string {
  const text = wordsOf(mention.publications, seriesOf(mention.publications, one));
  return plain(takenOver(text, mention, ANYBODY));
}

/** The same of a text that was said to nobody in particular. */
export function wordsToAll(text: string): string {
  return plain(takenOver(text.replaceAll('{name}', ANYBODY.author.name), ANYBODY, ANYBODY));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Names take little room: texts whose lengths differ by more are not the same. */
const NAMES_TAKE = 120;

/** Cheap, and never wrong about two that are the same. */
export function mayBeSame(text: string, other: string): boolean {
  return Math.abs(text.length - other.length) <= NAMES_TAKE;
}

const OWN_WORDS = 0.7;

/** Whether a reply was made from a text: it holds most of its words, in any order. */
export function isMadeFrom(reply: string, text: string): boolean {
  const words = new Set(text.split(' '));
  const said = new Set(reply.split(' '));
  return [...words].filter((word) => said.has(word)).length >= OWN_WORDS * words.size;
}
