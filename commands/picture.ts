import { withoutHidden } from '../src/desk/hidden-characters.ts';
import { PICTURE_BYTES, PICTURE_TYPES } from '../src/desk/picture.ts';
import type { OutgoingPicture } from '../src/desk/publication.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** The picture in a form, none, or what is wrong with it, by field. */
export type FormsPicture =
  | { readonly picture: OutgoingPicture | null }
  | { readonly errors: Readonly<Record<string, string>> };

/** Checked at once as far as Slack tells; its bytes are looked at when it goes out. */
export function pictureIn(press: SlackPress, tools: Tools): FormsPicture {
  const words = tools.context().words.picture;
  const [input] = Object.values(press.values[FIELD.picture] ?? {});
  const [file] = input?.files ?? [];
  const alt = withoutHidden(fieldOf(press.values, FIELD.alt) ?? '').trim();
  if (file === undefined) return alt === '' ? { picture: null } : { errors: { [FIELD.alt]: words.needsPicture } };
  const { id, size = 0, mimetype } = file;
  if (size > PICTURE_BYTES) {
    return { errors: { [FIELD.picture]: words.tooLarge((size / 1024 / 1024).toFixed(1)) } };
  }
  if (mimetype !== undefined && !PICTURE_TYPES.some((type) => type === mimetype)) {
    return { errors: { [FIELD.picture]: words.wrongType } };
  }
  return alt === '' ? { errors: { [FIELD.alt]: words.needsAlt } } : { picture: { file: id, alt } };
}
