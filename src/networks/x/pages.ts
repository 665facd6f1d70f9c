import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { Query, XClient } from './client.ts';
import { idOf } from './ids.ts';
import { detailOf } from './refusal.ts';

const page = z.looseObject({
  data: z.array(z.unknown()).optional(),
  includes: z
    .looseObject({ users: z.array(z.unknown()).optional(), media: z.array(z.unknown()).optional() })
    .optional()
    .catch(undefined),
  meta: z.looseObject({ newest_id: z.string().optional(), next_token: z.string().optional() }).optional(),
  errors: z.array(z.unknown()).optional(),
});
export type Page = z.infer<typeof page>;

/** X may hand out an empty page in the middle, but also fresh tokens for ever: so many without a new post are the end. */
const PAGES_WITHOUT_NEWS = 3;
/** Ten times what any listing of X can hold. */
const MOST_PAGES = 320;
const UNREADABLE_AFTER_MS = 60_000;

/** Every page of a listing, newest first, to its end. */
export async function* readPages(client: XClient, call: string, path: string, query: Query): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let withoutNews = 0;
  let token: string | undefined;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const answer = await client.get(call, path, token === undefined ? query : { ...query, pagination_token: token });
    const parsed = page.safeParse(answer);
    if (!parsed.success) throw later(`X answered in a form that can not be read (${call})`, parsed.error);
    const { data = [], meta, errors } = parsed.data;
    // Errors beside data are of lost references; alone they say why there is no listing.
    if (parsed.data.data === undefined && meta === undefined && errors !== undefined) throw later(detailOf(answer));
    yield parsed.data;
    const before = seen.size;
    for (const one of data) seen.add(idOf(one) ?? JSON.stringify(one));
    withoutNews = seen.size > before ? 0 : withoutNews + 1;
    token = meta?.next_token;
    if (token === undefined || withoutNews >= PAGES_WITHOUT_NEWS) return;
  }
  // Newest come first: to stop here as if it were the end would lose the oldest.
  throw later(`X’s listing does not end (${call})`);
}

function later(why: string, cause?: unknown): CallFault {
  return new CallFault({ act: 'retry', afterMs: UNREADABLE_AFTER_MS, limited: false, why }, cause);
}
