import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const project = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(project(path), 'utf8'));

/** What asks for nothing but its notice; CC-BY and CC0 are for data. */
const FREE = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense'];
const ALSO_FREE = ['Python-2.0', 'PSF-2.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0'];
/** Asks for the source of its own files where they are passed on: for tools that we do not pass on. */
const FOR_TOOLS = ['MPL-2.0'];

/** Whose package.json names none, and where it is said instead. */
const UNNAMED: Readonly<Record<string, string>> = {
  // Its LICENSE is the Apache License 2.0.
  'twitter-text': 'Apache-2.0',
};

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        license: z.string().optional(),
        dev: z.boolean().default(false),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().default(false),
      }),
    ),
  })
  .parse(await json('package-lock.json'));

const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, one]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { ...one, name, license: one.license ?? UNNAMED[name] ?? 'none' };
  });

const manifest = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(await json('package.json'));

/** Whether an SPDX expression, such as `(ISC AND CC-BY-3.0)`, may be lived with. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));
}

/** What the app brings along when it is installed to run, without versions. */
function thirdParty(): string {
  const byName = new Map(installed.filter(({ dev }) => !dev).map(({ name, license }) => [name, license]));
  const rows = [...byName].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    '# Packages that run with Earshot',
    '',
    'From package-lock.json; `npx vitest run test/dependencies.test.ts -u` writes it anew. Each package has its notice in',
    '`node_modules`. The holidays are data of date-holidays, by its contributors and from Wikipedia (CC BY 3.0). The table',
    'of emoji names is from iamcal/emoji-data (MIT).',
    '',
    '| package | licence |',
    '|---|---|',
    ...rows.map(([name, license]) => `| ${name} | ${license.replace(/[()]/g, '')} |`),
    '',
  ].join('\n');
}

describe('the packages', () => {
  test('that run with the app have licences that ask for no more than their notice', () => {
    const others = installed.filter(({ dev, license }) => !dev && !isAllowed(license, [...FREE, ...ALSO_FREE]));
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  test('for development have licences that allow it', () => {
    const allowed = [...FREE, ...ALSO_FREE, ...FOR_TOOLS];
    const others = installed.filter(({ dev, license }) => dev && !isAllowed(license, allowed));
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  test('are those of the list, with their licences', async () => {
    await expect(thirdParty()).toMatchFileSnapshot('../THIRD-PARTY.md');
  });

  test('without a named licence are the known ones, and theirs reads as we say', async () => {
    const unnamed = Object.entries(lock.packages).filter(([path, { license }]) => path !== '' && license === undefined);
    expect(unnamed.map(([path]) => path.replace('node_modules/', ''))).toEqual(Object.keys(UNNAMED));
    expect(await readFile(project('node_modules/twitter-text/LICENSE'), 'utf8')).toContain(
      'Licensed under the Apache License, Version 2.0',
    );
  });

  test('that we ask for are exact versions, each with a purpose in the README', async () => {
    const readme = await readFile(project('README.md'), 'utf8');
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(Object.keys(manifest.dependencies).filter((name) => !readme.includes(`**${name}**`))).toEqual([]);
  });

  test('are each held to their content, and come from no address but the registry that npm is set to', () => {
    expect(installed.filter(({ integrity }) => integrity === undefined).map(({ name }) => name)).toEqual([]);
    expect(installed.filter(({ resolved }) => resolved !== undefined).map(({ name }) => name)).toEqual([]);
  });

  test('that run with the app run nothing while they are installed, but for one that only prints a line', () => {
    const scripts = installed.filter(({ dev, hasInstallScript }) => !dev && hasInstallScript).map(({ name }) => name);
    // It comes with twitter-text; its postinstall asks for donations.
    expect(scripts).toEqual(['core-js']);
  });
});
