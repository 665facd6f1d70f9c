import { withoutHidden } from './hidden-characters.ts';
import { hasLink } from './length.ts';

/** Nobody is called so, and a post has little room. */
const LONGEST = 50;

/**
 * A customer's name as we say it in public: whatever they call themselves, our text names nobody else, tags and links
 * nothing, and holds nothing that only Slack would understand. Where nothing is left of it, they are called by their handle.
 */
export function spokenName(name: string, handle: string): string {
  const plain = withoutHidden(name)
    .replace(/[@＠#＃$]/gu, '')
    .replace(/<(?=[<!])/g, '')
    .replace(/:([\w+-]+):/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const isName =
    /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(plain) &&
    plain.length <= LONGEST &&
    !hasLink(plain) &&
    !plain.includes('://');
  return isName || handle === '' ? plain : `@${handle}`;
}
