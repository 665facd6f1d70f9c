import { type Json, slackDocument } from './slack-document.ts';

/** Arguments that Slack added after its document was published, as its reference names them today. */
const NEWER_ARGUMENTS: Record<string, string[]> = {
  'chat.postMessage': ['metadata', 'markdown_text'],
  'chat.update': ['metadata', 'reply_broadcast', 'markdown_text', 'unfurl_links', 'unfurl_media'],
  'chat.postEphemeral': ['markdown_text'],
  'conversations.history': ['include_all_metadata'],
  'conversations.replies': ['include_all_metadata'],
  'views.open': ['interactivity_pointer'],
  'views.push': ['interactivity_pointer'],
};

/** Methods that are newer than the document, with the arguments that their reference names. */
const NEWER_METHODS: Record<string, { required: string[]; optional: string[] }> = {
  'apps.connections.open': { required: [], optional: [] },
  'files.getUploadURLExternal': { required: ['filename', 'length'], optional: ['alt_txt', 'snippet_type'] },
  'files.completeUploadExternal': {
    required: ['files'],
    optional: ['channel_id', 'channels', 'initial_comment', 'thread_ts', 'blocks'],
  },
};

/** The document calls `attachments`, `blocks` and `view` strings: a form carries them as JSON. */
function typeFault(name: string, type: unknown, value: unknown): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const wrong = (what: string) => [`${name} should be ${what}, is ${JSON.stringify(value)}`];
  switch (type) {
    case 'boolean':
      return ['true', 'false', '1', '0'].includes(text) ? [] : wrong('true or false');
    case 'integer':
      return /^-?\d+$/.test(text) ? [] : wrong('a whole number');
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? [] : wrong('a number');
    default:
      return [];
  }
}

function namesFault(args: Json, known: string[], required: string[]): string[] {
  return [
    ...Object.keys(args).flatMap((name) => (known.includes(name) ? [] : [`unknown argument ${name}`])),
    ...required.flatMap((name) => (args[name] === undefined ? [`missing argument ${name}`] : [])),
  ];
}

/**
 * Faults of one of our calls, by Slack's document and the lists of what is newer: unknown methods and arguments,
 * missing ones, wrong types. Nothing where `CONTRACTS_DIR` is not set.
 */
export function checkSlackRequest(method: string, args: Json): string[] {
  if (slackDocument === undefined) return [];
  const newer = NEWER_METHODS[method];
  const documented = slackDocument.method(method);
  if (newer) return namesFault(args, [...newer.required, ...newer.optional], newer.required);
  if (!documented) return [`unknown method ${method}`];
  const parameters = documented.parameters.filter(({ name }) => name !== 'token');
  const known = [...parameters.map(({ name }) => String(name)), ...(NEWER_ARGUMENTS[method] ?? [])];
  const required = parameters.flatMap((each) => (each.required === true ? [String(each.name)] : []));
  const types = parameters.flatMap(({ name, type }) => {
    const value = args[String(name)];
    return value === undefined ? [] : typeFault(String(name), type, value);
  });
  return [...namesFault(args, known, required), ...types];
}
