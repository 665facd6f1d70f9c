import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { z } from 'zod';

const NAME = 'slack_manifest.schema.json';

/** What Slack's own schema finds wrong with a manifest; null without CONTRACTS_DIR, where the schema is not at hand. */
export function manifestFaults(): ((manifest: unknown) => readonly unknown[]) | null {
  const folder = process.env.CONTRACTS_DIR;
  if (folder === undefined || !existsSync(join(folder, NAME))) {
    console.info('CONTRACTS_DIR is not set: the manifest is not checked against Slack’s own schema');
    return null;
  }
  const read = (file: string): object =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  // The schema points to the web for its parts, which lie beside it under other names.
  for (const version of ['1.0.0', '2.0.0']) {
    const address = `https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas/manifest.schema.${version}.json`;
    ajv.addSchema(read(`slack_manifest.schema.${version}.json`), address);
  }
  const isValid = ajv.compile(read(NAME));
  return (manifest) => {
    isValid(manifest);
    return isValid.errors ?? [];
  };
}
