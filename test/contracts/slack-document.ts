import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): Json {
  if (isObject(value)) return value;
  throw new TypeError(`not an object: ${JSON.stringify(value)?.slice(0, 100)}`);
}

/** The part of Slack's document that describes one method. */
export interface SlackMethod {
  parameters: Json[];
  success: Json;
  failure: Json;
}

export interface SlackDocument {
  definitions: Json;
  method(name: string): SlackMethod | undefined;
}

const directory = process.env.CONTRACTS_DIR;

/** Slack's own OpenAPI document of its Web API; nothing where `CONTRACTS_DIR` does not name it. */
export const slackDocument = directory === undefined ? undefined : load(join(directory, 'slack_web_openapi_v2.json'));

if (slackDocument === undefined) {
  console.warn('CONTRACTS_DIR is not set: the contract tests for Slack are skipped.');
}

function load(file: string): SlackDocument {
  const document = asObject(JSON.parse(readFileSync(file, 'utf8')));
  const paths = asObject(document.paths);
  return {
    definitions: asObject(document.definitions),
    method(name) {
      const path = paths[`/${name}`];
      if (path === undefined) return undefined;
      const operation = asObject(Object.values(asObject(path))[0]);
      const responses = asObject(operation.responses);
      const parameters = Array.isArray(operation.parameters) ? operation.parameters.map(asObject) : [];
      return {
        parameters,
        success: asObject(asObject(responses['200']).schema),
        failure: asObject(asObject(responses.default).schema),
      };
    },
  };
}
