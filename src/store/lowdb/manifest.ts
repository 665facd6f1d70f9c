import { createHash } from 'node:crypto';
import { z } from 'zod';
import { META } from './meta.ts';
import { isPage } from './pages.ts';

/** What a backup says of itself, as the last file in it. */
export const MANIFEST = 'manifest.json';

const count = z.number().int().min(0);

const schema = z.object({
  earshot: z.literal('backup'),
  /** Of this list itself. */
  format: z.literal(1),
  /** The instant at which the store stood as in the backup. */
  at: z.iso.datetime(),
  /** Of the store's files; see schema.ts. */
  version: z.number().int().min(1),
  files: z.array(
    z.object({
      // Nothing else is ever written into a store, whatever an archive names.
      name: z.string().refine((name) => name === META || isPage(name), 'no file of a store'),
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  holds: z.object({ mentions: count, incidents: count, effects: count, unsent: count }),
});
export type Manifest = Readonly<z.infer<typeof schema>>;
export type ManifestFile = Manifest['files'][number];

/** null when it is none that this version knows. */
export function parseManifest(text: string): Manifest | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
