import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Paths from the project's root, with `/`, and what the files say. */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The file that a relative one names, from the project's root; null for a package or a builtin. */
  readonly file: string | null;
  /** `import type …`: nothing is loaded. */
  readonly isType: boolean;
}

const ROOT = join(import.meta.dirname, '../..');

/** Every .ts and .tsx file under these folders. */
export function readSources(folders: readonly string[]): Sources {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(
    paths.toSorted().map((path) => [path.slice(ROOT.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** The names of the packages that the built app has at hand. */
export function readDependencies(): readonly string[] {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('dependencies' in parsed)) return [];
  return Object.keys(parsed.dependencies ?? {});
}

const COMMENT = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const QUOTED = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"`;
const TEMPLATE = '`(?:\\\\[\\s\\S]|[^`\\\\])*`';
// A slash begins a regular expression where a value is expected: after an operator, a bracket or `return`.
const REGEX = String.raw`(?<=(?:[(,=:[!&|?{};>]|\breturn)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`;
const TOKEN = new RegExp([COMMENT, QUOTED, TEMPLATE, REGEX].join('|'), 'g');

/** The code alone: without comments, and without the words in quotes; templates stay, for what they compute. */
export function codeOf(source: string): string {
  return source.replace(TOKEN, (token) => {
    if (token.startsWith('`')) return token;
    return token.startsWith("'") || token.startsWith('"') ? "''" : ' ';
  });
}

const STATIC =
  /(?:^|[;\n])\s*(?:import|export)\s+(?<type>type\s+)?(?:[\w$*{}\s,]*?\bfrom\s*)?(?<quote>['"])(?<name>[^'"\n]+)\k<quote>/g;
const DYNAMIC = /(?<type>\btypeof\s+)?\bimport\s*\(\s*(?:(?<quote>['"])(?<name>[^'"\n]+)\k<quote>\s*[,)])?/g;

/** What a file imports, statically, by `import()`, or again by `export … from`. */
export function importsOf(path: string, source: string): readonly Import[] {
  const code = source.replace(TOKEN, (token) => (/^['"`]/.test(token) ? token : ' '));
  return [STATIC, DYNAMIC].flatMap((form) =>
    [...code.matchAll(form)].map(({ groups }) => {
      // `import(name)`: nobody can tell what it loads.
      const specifier = groups?.name ?? '(computed)';
      const file = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
      return { specifier, file, isType: groups?.type !== undefined };
    }),
  );
}
