import { readFile } from 'node:fs/promises';
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { z } from 'zod';

const manifestSchema = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string().startsWith('/') })).min(1) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** Slack's own limits for a slash command, the slash included: https://docs.slack.dev/reference/app-manifest */
const MOST_COMMAND_CHARACTERS = 32;

/** What can't be done with a manifest or a prefix; the message names the value and the remedy. */
export class ManifestFault extends Error {
  override readonly name = 'ManifestFault';
}

/** The scopes that the app is created with. @throws ManifestFault */
export async function readScopes(path: string): Promise<readonly string[]> {
  return (await readManifest(path)).values.oauth_config.scopes.bot;
}

/** The manifest's text with every command behind the prefix; comments stay. @throws ManifestFault */
export async function prefixedManifest(path: string, prefix: string): Promise<string> {
  const { document, values } = await readManifest(path);
  const names = values.features.slash_commands.map(({ command }) => command.slice(1));
  checkPrefix(prefix, names);
  if (prefix === '') return document.toString({ lineWidth: 0 });
  const commands = document.getIn(['features', 'slash_commands']);
  if (!isSeq(commands)) throw new ManifestFault(`${path} has no list of slash commands: use the one that came along.`);
  for (const item of commands.items) {
    const command = isMap(item) ? item.get('command', true) : undefined;
    if (isScalar(command)) command.value = `/${prefix}${String(command.value).slice(1)}`;
  }
  document.commentBefore = ` Put SLACK_COMMAND_PREFIX=${prefix} into .env, so that Earshot's own texts name these commands.\n${document.commentBefore ?? ''}`;
  return document.toString({ lineWidth: 0 });
}

/**
 * Slack takes lower-case letters, digits, `-` and `_`; the app knows its commands behind a prefix by the `-` between.
 * @throws ManifestFault
 */
export function checkPrefix(prefix: string, names: readonly string[]): void {
  if (prefix === '') return;
  const said = `--prefix ${JSON.stringify(prefix)}`;
  if (prefix.startsWith('/')) {
    throw new ManifestFault(`${said} begins with a slash: leave it out, as in --prefix es-`);
  }
  if (!/^[a-z0-9_-]+$/.test(prefix)) {
    throw new ManifestFault(
      `${said} is no beginning of a Slack command: only lower-case letters a to z, digits, - and _, no spaces, as in --prefix es-`,
    );
  }
  if (!prefix.endsWith('-')) {
    throw new ManifestFault(`${said} must end with a hyphen, by which Earshot knows its commands: --prefix ${prefix}-`);
  }
  if (!/[a-z0-9]/.test(prefix)) {
    throw new ManifestFault(`${said} needs a letter or a digit before its hyphen, as in --prefix es-`);
  }
  const longest = names.toSorted((one, other) => other.length - one.length)[0] ?? '';
  const most = MOST_COMMAND_CHARACTERS - 1 - longest.length;
  if (prefix.length <= most) return;
  throw new ManifestFault(
    `${said} is too long: Slack takes ${MOST_COMMAND_CHARACTERS} characters for /${prefix}${longest}; use at most ${most} for the prefix.`,
  );
}

async function readManifest(path: string): Promise<{ document: Document; values: z.infer<typeof manifestSchema> }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ManifestFault(`${path} can't be read: it comes with Earshot, put it back.`, { cause });
  }
  const document = parseDocument(text);
  const values = manifestSchema.safeParse(document.errors.length > 0 ? undefined : document.toJS());
  if (values.success) return { document, values: values.data };
  const why = document.errors[0]?.message ?? z.prettifyError(values.error);
  throw new ManifestFault(`${path} is no manifest of Earshot: ${why}`);
}
