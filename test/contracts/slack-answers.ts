import { Ajv, type ValidateFunction } from 'ajv';
import { asObject, isObject, type Json, type SlackDocument } from './slack-document.ts';

/** Fields of objects that are newer than the document, as Slack's reference shows them today. */
const NEWER_FIELDS: Record<string, string[]> = {
  objs_message: ['app_id', 'metadata', 'edited', 'is_locked'],
};

/** Error codes that are newer than the document's lists, or missing from some of them. */
const NEWER_ERRORS = [
  'cannot_dm_bot',
  'cannot_reply_to_message',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'is_archived',
  'metadata_too_large',
  'missing_scope',
  'msg_blocks_too_long',
  'no_such_subteam',
  'not_allowed_token_type',
  'not_in_channel',
  'thread_not_found',
  'token_revoked',
];

/** Where the document is plainly wrong about today's answers: the place in a method's success schema, and what is right. */
const CORRECTIONS: { method: string; place: string[]; right: unknown }[] = [
  // `blocks` is a list here as everywhere.
  {
    method: 'chat.update',
    place: ['properties', 'message', 'properties', 'blocks'],
    right: { $ref: '#/definitions/blocks' },
  },
  // An empty channel has no messages, not at least one.
  { method: 'conversations.history', place: ['properties', 'messages', 'minItems'], right: 0 },
  // The document knows neither bots nor blocks in a thread; they are messages like any other.
  {
    method: 'conversations.replies',
    place: ['properties', 'messages', 'items'],
    right: { $ref: '#/definitions/objs_message' },
  },
];

/** The document writes alternatives as a list under `items` without a type; JSON schema calls that `anyOf`. */
function readable(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(readable);
  if (!isObject(schema)) return schema;
  const { items, ...rest } = schema;
  const others = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, readable(value)]));
  if (Array.isArray(items)) {
    const anyOf = { anyOf: items.map(readable) };
    return schema.type === 'array' ? { ...others, items: anyOf } : { ...others, ...anyOf };
  }
  return items === undefined ? others : { ...others, items: readable(items) };
}

function corrected(method: string, success: Json): Json {
  const schema = structuredClone(success);
  for (const { place, right } of CORRECTIONS.filter((each) => each.method === method)) {
    const parent = place.slice(0, -1).reduce((at, key) => asObject(at[key]), schema);
    parent[place.at(-1) ?? ''] = right;
  }
  return schema;
}

function withNewerFields(definition: Json, fields: string[]): Json {
  const added = Object.fromEntries(fields.map((field) => [field, {}]));
  if (Array.isArray(definition.anyOf)) {
    return { ...definition, anyOf: definition.anyOf.map((each) => withNewerFields(asObject(each), fields)) };
  }
  return { ...definition, properties: { ...asObject(definition.properties ?? {}), ...added } };
}

/** Checks answers against the document's schemas. */
export function createSlackAnswerCheck(document: SlackDocument) {
  const definitions = asObject(readable(document.definitions));
  for (const [name, fields] of Object.entries(NEWER_FIELDS)) {
    definitions[name] = withNewerFields(asObject(definitions[name]), fields);
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const compiled = new Map<string, ValidateFunction>();

  function validator(method: string, success: Json): ValidateFunction {
    const schema = asObject(readable(corrected(method, success)));
    const validate = compiled.get(method) ?? ajv.compile({ ...schema, definitions });
    compiled.set(method, validate);
    return validate;
  }

  function refusalFaults(method: string, failure: Json, answer: Json): string[] {
    const listed = asObject(asObject(failure.properties).error ?? {}).enum;
    if (typeof answer.error !== 'string') return [`${method} gives no error code`];
    const known = !Array.isArray(listed) || listed.includes(answer.error) || NEWER_ERRORS.includes(answer.error);
    return known ? [] : [`${method} never answers ${answer.error}`];
  }

  /** Faults of an answer; nothing for a method that the document does not have. */
  return function checkSlackAnswer(method: string, answer: Json): string[] {
    const known = document.method(method);
    if (!known) return [];
    if (answer.ok !== true) return refusalFaults(method, known.failure, answer);
    const validate = validator(method, known.success);
    if (validate(answer)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${method}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
