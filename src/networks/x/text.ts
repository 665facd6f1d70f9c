import { z } from 'zod';

/** What X says about the links in a text; indices are not used, as short links are unique within it. */
export const entities = z.looseObject({
  urls: z
    .array(
      z.looseObject({
        url: z.string(),
        expanded_url: z.string().nullish(),
        media_key: z.string().nullish(),
      }),
    )
    .nullish(),
});
export type Entities = z.infer<typeof entities>;

const OWN_MEDIA = /^https:\/\/(twitter|x)\.com\/\w+\/status\/\d+\/(photo|video)\/\d+$/;

/** A text as its author wrote it: `&amp;` decoded, short links expanded, the links to its own pictures taken off. */
export function plainText(served: string, found: Entities | undefined): string {
  let text = decode(served);
  for (const { url, expanded_url: expanded, media_key: media } of found?.urls ?? []) {
    const isMedia = media != null || OWN_MEDIA.test(expanded ?? '');
    text = text.replaceAll(url, () => (isMedia ? '' : (expanded ?? url)));
  }
  return text.trim();
}

/** A reply without the handles that X puts in front of it, as nobody types them. */
export function withoutHandles(text: string): string {
  return text.replace(HANDLES_IN_FRONT, '').trim();
}

const HANDLES_IN_FRONT = /^(?:\s*@\w+)+/;

/**
 * Whether a text of ours on X is the text that we sent: X puts the answered handle in front, adds `http://` to bare
 * domains and may change spaces and Unicode's form. Only for posts that also share author, time and answered post.
 */
export function sameText(a: string, b: string): boolean {
  return reduced(a) === reduced(b);
}

function reduced(text: string): string {
  return text
    .normalize('NFC')
    .replace(HANDLES_IN_FRONT, '')
    .replaceAll(/https?:\/\/(www\.)?/gi, '')
    .replaceAll(/\/(?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** X escapes these three and nothing else; `&amp;` last, or `&amp;lt;` would become `<`. */
function decode(served: string): string {
  return served.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
