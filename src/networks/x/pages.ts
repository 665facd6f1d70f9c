import { z } from 'zod';
import { CallFault } from '../../desk/fault.ts';
import type { Query, XClient } from './client.ts';
import { idOf } from './ids.ts';
import { detailOf } from './refusal.ts';

const page = z.looseObject({
  data: z.array(z.unknown()).nullish(),
  includes: z
    .looseObject({ users: z.array(z.unknown()).optional(), media: z.array(z.unknown()).optional() })
    .optional()
    .catch(undefined),
  meta: z.looseObject({ newest_id: z.string().nullish(), next_token: z.string().nullish() }).nullish(),
  errors: z.array(z.unknown()).nullish(),
});
type Answer = z.infer<typeof page>;

/** One page of a listing. */
export interface Page {
  readonly data: readonly unknown[];
  readonly includes: Answer['includes'];
  readonly newestId: string | null;
  readonly isLast: boolean;
}

/** X may hand out an empty page in the middle, but also fresh tokens for ever: so many without a new post are the end. */
const PAGES_WITHOUT_NEWS = 3;
/** Ten times what any listing of X can hold. */
const MOST_PAGES = 320;
const UNREADABLE_AFTER_MS = 60_000;

/** Every page of a listing, newest first, to its end. */
export async function* readPages(
  client: Pick<XClient, 'get'>,
  call: string,
  path: string,
  query: Query,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let withoutNews = 0;
  let token: string | undefined;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const answer = await pageAt(token);
    const parsed = page.safeParse(answer);
    if (!parsed.success) throw later(`X answered in a form that can not be read (${call})`, parsed.error);
    const { data, meta, errors, includes } = parsed.data;
    // Errors beside data are of lost references; alone they say why there is no listing.
    if (!data && !meta && errors) throw later(detailOf(answer), undefined, `X gave no listing (${call})`);
    token = meta?.next_token ?? undefined;
    yield { data: data ?? [], includes, newestId: meta?.newest_id ?? null, isLast: token === undefined };
    const before = seen.size;
    for (const one of data ?? []) seen.add(idOf(one) ?? JSON.stringify(one));
    withoutNews = seen.size > before ? 0 : withoutNews + 1;
    if (token === undefined || withoutNews >= PAGES_WITHOUT_NEWS) return;
  }
  // Newest come first: to stop here as if it were the end would lose the oldest.
  throw later(`X’s listing does not end (${call})`);

  async function pageAt(next: string | undefined): Promise<unknown> {
    if (next === undefined) return client.get(call, path, query);
    try {
      return await client.get(call, path, { ...query, pagination_token: next });
    } catch (error) {
      // What X gave us and takes no more is no fault of the query: the listing is read anew.
      const isRefused = error instanceof CallFault && error.fault.act === 'give-up' && error.fault.code === 'refused';
      const said = `X no longer takes its own page token (${call})`;
      throw isRefused ? later(`${said}: ${error.fault.why}`, error, said) : error;
    }
  }
}

function later(why: string, cause?: unknown, logged = why): CallFault {
  return new CallFault({ act: 'retry', afterMs: UNREADABLE_AFTER_MS, limited: false, why, logged }, cause);
}
