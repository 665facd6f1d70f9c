import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CommandItem } from './wire.ts';

const manifest = z.object({
  features: z.object({
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
  }),
});

/** What Slack offers when somebody types a slash: the commands of the app's manifest. */
export async function readCommands(file: string): Promise<readonly CommandItem[]> {
  const { features } = manifest.parse(parse(await readFile(file, 'utf8')));
  return features.slash_commands.map(({ command, description, usage_hint }) => ({
    is: 'command',
    command,
    description,
    usage: usage_hint,
  }));
}
