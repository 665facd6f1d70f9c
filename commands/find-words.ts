import { wait } from '../src/clock.ts';
import { isFound, QUERY_LENGTH, type Search, searchFrom } from '../src/desk/find.ts';
import type { Mention } from '../src/desk/mention.ts';
import { asTyped } from '../src/desk/typed-text.ts';
import { foundModal, lookingModal } from '../views/forms/found.ts';
import { PAGE_SIZE } from '../views/forms/lists.ts';
import { ACTION } from '../views/ids.ts';
import { metaOf } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** Mentions looked through at one go: a search in some hundred thousand must not keep a colleague's press waiting. */
const BATCH = 1_000;

/** The pages of what `/mentions find` found. */
export const findWords: readonly Handler[] = [
  {
    on: { action: ACTION.pageFound },
    who: 'staff',
    async run(press, tools) {
      const { query = '' } = metaOf(press);
      const search = searchFrom(query);
      const id = press.view?.id;
      if (id === undefined || search === null) return DONE;
      return { afterwards: () => showFound(id, query, search, Number(press.value ?? '1'), tools) };
    },
  },
];

/** `/mentions find words`: the place on the screen is taken at once, what was found comes into it. */
export async function findMentions(press: SlackPress, words: string, tools: Tools): Promise<Reply> {
  const { finding } = tools.context().words;
  const query = asTyped(words).trim();
  const search = searchFrom(query);
  if (search === null) return { say: finding.usage };
  if (query.length > QUERY_LENGTH) return { say: finding.queryTooLong(QUERY_LENGTH) };
  const { id } = await tools.open(press, lookingModal(query, tools.context()));
  return { afterwards: () => showFound(id, query, search, 1, tools) };
}

async function showFound(view: string, query: string, search: Search, wished: number, tools: Tools): Promise<void> {
  const found = await lookThrough(search, tools);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(wished) || 1), pages);
  const mentions = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  await tools.update({ id: view }, foundModal({ query, mentions, total: found.length, page, pages }, tools.context()));
}

/** Newest first. */
async function lookThrough(search: Search, { store, clock }: Tools): Promise<readonly Mention[]> {
  const all = await store.list('mention');
  const found: Mention[] = [];
  for (let end = all.length; end > 0; end -= BATCH) {
    const batch = all.slice(Math.max(0, end - BATCH), end).reverse();
    found.push(...batch.filter((mention) => isFound(mention, search)));
    if (end > BATCH) await wait(clock, 0);
  }
  return found;
}
