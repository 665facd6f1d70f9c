import type { InteractiveElement } from './blocks/elements.ts';
import { fileJson } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Context } from './method.ts';
import { samplePicture } from './sample-pictures.ts';
import type { ElementValue, StoredFile, User } from './types.ts';

/** A file on a person's own disk. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Buffer;
}

type FileInput = Extract<InteractiveElement, { type: 'file_input' }>;

const MIME_TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
};

/**
 * What a person's choice of files makes of a file input: Slack's client uploads them at once.
 * @param choice names of samples, or files; nothing takes back what was chosen
 * @throws Error as the client refuses them: too many, too large, of a type that is not offered
 */
export function attached(
  context: Context,
  user: User,
  element: FileInput,
  choice: readonly (string | Attachment)[],
): ElementValue {
  const files = choice.filter((one) => one !== '').map((one) => (typeof one === 'string' ? sample(one) : one));
  if (files.length > (element.max_files ?? LIMITS.filesInInput)) throw new Error(`too many files: ${files.length}`);
  return {
    type: element.type,
    files: files.map((file) => fileJson(context.state, uploaded(context, user, element, file), context.origin())),
  };
}

function uploaded({ state }: Context, user: User, element: FileInput, { name, bytes }: Attachment): StoredFile {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (element.filetypes !== undefined && !element.filetypes.includes(ending)) {
    throw new Error(`${name} is of no type that this input takes: ${element.filetypes.join(', ')}`);
  }
  if (bytes.length > LIMITS.fileInInputBytes) throw new Error(`${name} is larger than 10 MB`);
  const file: StoredFile = {
    id: state.newId('F'),
    name,
    title: name,
    altText: '',
    size: bytes.length,
    bytes,
    shared: false,
    created: Math.floor(state.clock.now().getTime() / 1000),
    user: user.id,
    mimetype: MIME_TYPES[ending] ?? 'application/octet-stream',
  };
  state.files.set(file.id, file);
  return file;
}

function sample(name: string): Attachment {
  const bytes = samplePicture(name);
  if (bytes === undefined) throw new Error(`there is no sample picture ${name}`);
  return { name, bytes };
}
