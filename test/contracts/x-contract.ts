import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

type Json = Record<string, unknown>;

const directory = process.env.CONTRACTS_DIR;

/** X's own OpenAPI document; nothing where `CONTRACTS_DIR` does not name it. */
export const xContract = directory === undefined ? undefined : load(join(directory, 'x_api_v2_openapi.json'));

if (xContract === undefined) {
  console.warn('CONTRACTS_DIR is not set: the contract tests for X are skipped.');
}

export interface XContract {
  operation(method: string, path: string): Operation | undefined;
  /** Faults of a value against a schema of the document, unknown keys among them. */
  faultsOf(value: unknown, schema: Json): string[];
  resolve(schema: Json): Json;
  /** Every value that the document allows for a query parameter of this name, on any path. */
  valuesAnywhere(parameter: string): Set<string>;
}

export interface Operation {
  parameters: Json[];
  requestBody: Json | undefined;
  /** The schema of the 2xx answer. */
  success: Json | undefined;
}

function load(file: string): XContract {
  const document = asObject(JSON.parse(readFileSync(file, 'utf8')));
  const paths = asObject(document.paths);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, 'x');
  const compiled = new Map<string, ValidateFunction>();
  const valuesByParameter = new Map<string, Set<string>>();

  const resolve = (schema: Json): Json => {
    const ref = schema.$ref;
    if (typeof ref !== 'string') return schema;
    return resolve(
      asObject(
        ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, key) => asObject(at)[key], document),
      ),
    );
  };

  function unknownKeys(value: unknown, schema: Json, path: string): string[] {
    const known = resolve(schema);
    if (Array.isArray(value)) {
      const items = isObject(known.items) ? known.items : {};
      return value.flatMap((one, index) => unknownKeys(one, items, `${path}/${index}`));
    }
    if (!isObject(value) || !isObject(known.properties)) return [];
    const properties = known.properties;
    return Object.entries(value).flatMap(([key, inner]) => {
      const property = properties[key];
      return isObject(property) ? unknownKeys(inner, property, `${path}/${key}`) : [`${path}/${key} is not documented`];
    });
  }

  return {
    resolve,
    operation(method, path) {
      for (const [template, methods] of Object.entries(paths)) {
        if (!new RegExp(`^${template.replaceAll(/\{\w+\}/g, '\\d{1,19}')}$`).test(path)) continue;
        const found = asObject(methods)[method.toLowerCase()];
        if (isObject(found)) return toOperation(found, resolve);
      }
      return undefined;
    },
    faultsOf(value, schema) {
      const key = JSON.stringify(schema);
      const validate = compiled.get(key) ?? ajv.compile(rooted(schema));
      compiled.set(key, validate);
      validate(value);
      const broken = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`.trim());
      return [...broken, ...unknownKeys(value, schema, '')];
    },
    valuesAnywhere(parameter) {
      const values = valuesByParameter.get(parameter) ?? new Set<string>();
      if (valuesByParameter.has(parameter)) return values;
      valuesByParameter.set(parameter, values);
      for (const methods of Object.values(paths)) {
        for (const one of toOperation(asObject(asObject(methods).get ?? {}), resolve).parameters) {
          if (one.name !== parameter) continue;
          for (const value of asArray(asObject(asObject(one.schema).items).enum)) values.add(String(value));
        }
      }
      return values;
    },
  };
}

function toOperation(found: Json, resolve: (schema: Json) => Json): Operation {
  const responses = isObject(found.responses) ? found.responses : {};
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  return {
    parameters: asArray(found.parameters ?? []).map((one) => resolve(asObject(one))),
    requestBody: isObject(found.requestBody) ? schemaOf(found.requestBody) : undefined,
    success: isObject(success) ? schemaOf(success) : undefined,
  };
}

function schemaOf(holder: Json): Json | undefined {
  const content = isObject(holder.content) ? holder.content['application/json'] : undefined;
  return isObject(content) ? asObject(content.schema) : undefined;
}

/** The document's `#/…` references, as seen from outside of it. */
function rooted(schema: Json): Json {
  return asObject(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"x#/')));
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): Json {
  if (!isObject(value))
    throw new Error(`the document has something else where an object is expected: ${String(value)}`);
  return value;
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
