import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { handlers } from '../../commands/index.ts';
import { commandName } from '../../commands/parse.ts';
import { heardBy } from '../../commands/register.ts';
import { checkPrefix, prefixedManifest, readScopes } from '../../src/manifest/manifest.ts';
import { manifestFaults } from './slack-schema.ts';

const MANIFEST = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
/** As `npm run manifest` runs it; `npm test` builds before it tests. */
const MAIN = fileURLToPath(new URL('../../dist/src/manifest/main.js', import.meta.url));

const manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
});

function commandsIn(text: string): readonly string[] {
  return manifest.parse(parse(text)).features.slash_commands.map(({ command }) => command);
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-manifest-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const runMain = (...options: string[]) => promisify(execFile)(process.execPath, [MAIN, ...options]);

const failure = z.object({ code: z.number(), stderr: z.string() });

/** How a run failed; one that succeeds fails the test. */
async function failureOf(run: Promise<unknown>): Promise<z.infer<typeof failure>> {
  return failure.parse(await run.catch((error: unknown) => error));
}

describe('a manifest with prefixed commands', () => {
  it('has every command behind the prefix, and all else as it was', async () => {
    const [plain, prefixed] = [await readFile(MANIFEST, 'utf8'), await prefixedManifest(MANIFEST, 'es-')];
    expect(commandsIn(prefixed)).toEqual(commandsIn(plain).map((command) => command.replace('/', '/es-')));
    expect(parse(prefixed.replaceAll('/es-', '/'))).toEqual(parse(plain));
  });

  it('keeps the comments, which say what to do with it', async () => {
    expect(await prefixedManifest(MANIFEST, 'es-')).toContain('# Creates the Slack app: https://api.slack.com/apps');
  });

  it('says what else the prefix needs', async () => {
    expect(await prefixedManifest(MANIFEST, 'es-')).toMatch(/^# Put SLACK_COMMAND_PREFIX=es- into \.env/);
  });

  it('names commands that the app answers to', async () => {
    const heard = handlers.map(heardBy).flatMap(({ kind, names }) => (kind === 'command' ? names : []));
    const prefixed = commandsIn(await prefixedManifest(MANIFEST, 'a-b_2-'));
    expect(prefixed.map((command) => commandName(command, heard)).sort()).toEqual([...new Set(heard)].sort());
  });

  it('is the same manifest without a prefix', async () => {
    expect(parse(await prefixedManifest(MANIFEST, ''))).toEqual(parse(await readFile(MANIFEST, 'utf8')));
  });

  const check = manifestFaults();
  it.skipIf(check === null)('is valid by Slack’s own schema, with the longest prefix too', async () => {
    for (const prefix of ['es-', `${'x'.repeat(21)}-`]) {
      expect(check?.(parse(await prefixedManifest(MANIFEST, prefix)))).toEqual([]);
    }
  });
});

describe('a prefix that Slack or Earshot can not take is named with the remedy', () => {
  it.each([
    ['ES-', '"ES-" is no beginning of a Slack command: only lower-case letters'],
    ['e s-', '"e s-" is no beginning'],
    ['es.', '"es." is no beginning'],
    ['ünï-', '"ünï-" is no beginning'],
    ['/es-', '"/es-" begins with a slash: leave it out, as in --prefix es-'],
    ['es', '"es" must end with a hyphen, by which Earshot knows its commands: --prefix es-'],
    ['es_', '"es_" must end with a hyphen'],
    ['-', '"-" needs a letter or a digit'],
    [`${'x'.repeat(22)}-`, 'is too long: Slack takes 32 characters'],
  ])('%s', (prefix, fault) => {
    expect(() => checkPrefix(prefix, ['reply', 'apologise'])).toThrow(fault);
  });

  it.each(['es-', 'e2-', 'a_b-', `${'x'.repeat(21)}-`])('but not %s', (prefix) => {
    expect(() => checkPrefix(prefix, ['reply', 'apologise'])).not.toThrow();
  });
});

describe('the file manifest.yml', () => {
  it('that is not there is named', async () => {
    await expect(readScopes('/nowhere/manifest.yml')).rejects.toThrow(/\/nowhere\/manifest\.yml can't be read/);
  });

  it('that is no manifest is named', async () => {
    const path = join(await emptyFolder(), 'manifest.yml');
    for (const text of ['{', 'features: 3']) {
      await writeFile(path, text);
      await expect(readScopes(path)).rejects.toThrow(`${path} is no manifest of Earshot`);
    }
  });
});

describe('npm run manifest', () => {
  it('prints it, and nothing else, so that it can be piped', async () => {
    const { stdout, stderr } = await runMain('--prefix', 'es-');
    expect(commandsIn(stdout)).toContain('/es-incident');
    expect(stderr).toBe('');
  });

  it('writes it to a file', async () => {
    const out = join(await emptyFolder(), 'es.yml');
    const { stdout } = await runMain('--prefix', 'es-', '--out', out);
    expect(stdout).toContain(`${out} is written`);
    expect(commandsIn(await readFile(out, 'utf8'))).toContain('/es-incident');
  });

  it('ends with 2 and writes nothing for a bad prefix', async () => {
    const out = join(await emptyFolder(), 'es.yml');
    const failed = await failureOf(runMain('--prefix', 'ES', '--out', out));
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain('--prefix "ES" is no beginning of a Slack command');
    expect(existsSync(out)).toBe(false);
  });

  it('ends with 2 and names a file that can not be written', async () => {
    const out = join(await emptyFolder(), 'gone', 'es.yml');
    const failed = await failureOf(runMain('--prefix', 'es-', '--out', out));
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain(out);
  });
});
