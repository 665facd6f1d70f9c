import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evidence } from './check.ts';
import type { MortalProcess } from './mortal-process.ts';

/** Puts all that a finding can be studied with into a folder: the store's pages, both servers, the app's log and lives. */
export async function keepEvidence(folder: string, { stage, ledger, messages }: Evidence, app: MortalProcess) {
  await mkdir(folder, { recursive: true });
  await cp(app.folder, join(folder, 'data'), { recursive: true });
  const { world } = stage.x;
  const files = {
    'slack.json': messages,
    'x.json': { timeline: world.timeline(), requests: world.requests },
    'ledger.json': ledger,
    'lives.json': app.lives,
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), JSON.stringify(content, null, 1));
  }
  await writeFile(join(folder, 'app.log'), app.log.join('\n'));
}
