import { z } from 'zod';
import type { PublicationFaultCode } from '../../desk/publication.ts';

export interface Refusal {
  code: PublicationFaultCode;
  /** X's own words. */
  detail: string;
}

const problem = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ message: z.string().optional(), detail: z.string().optional() })).optional(),
});

/** X has no codes for most of these, only sentences, which it rewords now and then ("Tweet", "Post"). */
const SENTENCES: [RegExp, PublicationFaultCode][] = [
  [/duplicate content|status is a duplicate/i, 'duplicate'],
  [/deleted or not visible|could not find (tweet|post)|no longer available/i, 'post-gone'],
  [/reply to this conversation is not allowed|not allowed to reply|restricted who can reply/i, 'reply-not-allowed'],
  [/text is too long|exceeds? the (character|length) limit/i, 'too-long'],
  [/does not have any credits|credits ?depleted|usage cap/i, 'out-of-credits'],
  [/oauth1 app permissions|is (suspended|locked)|temporarily locked/i, 'not-authorised'],
];

/** What a 4xx of X means to the desk. */
export function readRefusal(status: number, body: unknown): Refusal {
  const said = detailOf(body);
  const detail = said || `X refused with ${status} and no reason`;
  if (status === 401) return { code: 'not-authorised', detail };
  if (status === 402) return { code: 'out-of-credits', detail };
  const known = SENTENCES.find(([sentence]) => sentence.test(detail));
  // Without words, a 404 may come from something that is not X at all.
  const fallback = status === 404 && said !== '' ? 'post-gone' : 'refused';
  return { code: known?.[1] ?? fallback, detail };
}

/** X's words out of any of the shapes in which it refuses. */
export function detailOf(body: unknown): string {
  const parsed = problem.safeParse(body);
  if (!parsed.success) return '';
  const { title, detail, errors = [] } = parsed.data;
  const said = errors.map((error) => error.message ?? error.detail).filter((one) => one !== undefined);
  return said.length > 0 ? said.join(' ') : (detail ?? title ?? '');
}
