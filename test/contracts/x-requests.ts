import { isObject, xContract } from './x-contract.ts';

export interface XCallMade {
  method: string;
  path: string;
  query?: URLSearchParams | Record<string, string>;
  body?: unknown;
}

/**
 * Accepted by X beside what its document (2.167) says of these paths: the older dialect, in which `tweet.fields` is
 * answered in `…tweet…` names. The document still lists `tweet.fields` and its values, for the streams.
 */
const OLDER_DIALECT = {
  parameter: 'tweet.fields',
  expansions: ['referenced_tweets.id', 'referenced_tweets.id.author_id'],
} as const;

/** What is wrong with a call of ours by X's own document; nothing without the document. */
export function checkXRequest({ method, path, query = {}, body }: XCallMade): string[] {
  if (xContract === undefined) return [];
  const operation = xContract.operation(method, path);
  if (operation === undefined) return [`${method} ${path} is not in the document`];
  const given = [...(query instanceof URLSearchParams ? query : new URLSearchParams(query))];
  const wrong = given.flatMap(([name, value]) => checkParameter(operation.parameters, name, value));
  const missing = operation.parameters
    .filter((one) => one.in === 'query' && one.required === true)
    .filter((one) => !given.some(([name]) => name === one.name))
    .map((one) => `${String(one.name)} is required`);
  const bodyFaults = operation.requestBody === undefined ? [] : xContract.faultsOf(body, operation.requestBody);
  return [...wrong, ...missing, ...bodyFaults].map((fault) => `${method} ${path}: ${fault}`);
}

function checkParameter(parameters: Record<string, unknown>[], name: string, value: string): string[] {
  if (xContract === undefined) return [];
  if (name === OLDER_DIALECT.parameter) {
    const allowed = xContract.valuesAnywhere(name);
    return value.split(',').flatMap((one) => (allowed.has(one) ? [] : [`${name}: ${one} is not a field`]));
  }
  const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
  if (parameter === undefined || !isObject(parameter.schema)) return [`${name} is not a parameter`];
  const type = parameter.schema.type;
  if (type === 'integer')
    return xContract.faultsOf(Number(value), parameter.schema).map((fault) => `${name}: ${fault}`);
  if (type !== 'array') return xContract.faultsOf(value, parameter.schema).map((fault) => `${name}: ${fault}`);
  const older: readonly string[] = name === 'expansions' ? OLDER_DIALECT.expansions : [];
  const items = value.split(',').filter((one) => !older.includes(one));
  return items.length === 0 ? [] : xContract.faultsOf(items, parameter.schema).map((fault) => `${name}: ${fault}`);
}
