import type { KnownBlock, ModalView } from '@slack/types';
import type { SpendingNews } from '../src/desk/effect.ts';
import {
  MICROS,
  maySearch,
  SPENDING_ITEMS,
  type Spending,
  type SpentByItem,
  spentSince,
  totalMicros,
  utcDay,
} from '../src/desk/spending.ts';
import { context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { readingModal } from './forms/modal.ts';
import { FORM } from './ids.ts';
import { textTable } from './text-table.ts';

/** A network's account, and what a day of it may cost. */
export interface Account {
  readonly spending: Spending;
  readonly capMicros: number | null;
}

/** `/mentions costs`: today and this month by kind of call, and what the cap does. */
export function costsModal(accounts: readonly Account[], ctx: ViewContext): ModalView {
  const { costs } = ctx.words;
  const blocks = accounts.flatMap((account) => [...accountBlocks(account, ctx), context(capLine(account, ctx))]);
  return readingModal(FORM.reading, costs.title, { seen: [] }, [...blocks, context(costs.whose)], ctx);
}

/** The line in the channel about the cap. */
export function spendingText({ change, network, micros, capMicros }: SpendingNews, ctx: ViewContext): string {
  return ctx.words.costs.told[change](networkName(network), money(micros, ctx), money(capMicros, ctx));
}

function accountBlocks({ spending }: Account, ctx: ViewContext): KnownBlock[] {
  const { costs } = ctx.words;
  const today = utcDay(ctx.now);
  const name = networkName(spending.id);
  const part = (heading: string, items: SpentByItem) => [section(`*${heading}*`), table(items, ctx)];
  return [
    ...part(costs.today(name), spentSince(spending.days, today)),
    ...part(costs.month(name), spentSince(spending.days, `${today.slice(0, 7)}-01`)),
  ];
}

function table(items: SpentByItem, ctx: ViewContext): KnownBlock {
  const { costs } = ctx.words;
  const rows = SPENDING_ITEMS.flatMap((item) => {
    const spent = items[item];
    if (spent === undefined) return [];
    return [[costs.item[item], String(spent.calls), String(spent.units), inColumn(spent.micros, ctx)]];
  });
  if (rows.length === 0) return context(costs.nothing);
  const { what, calls, units, price } = costs.column;
  return textTable([[what, calls, units, price], ...rows, [costs.sum, '', '', inColumn(totalMicros(items), ctx)]]);
}

function capLine({ spending, capMicros }: Account, ctx: ViewContext): string {
  const { costs } = ctx.words;
  if (capMicros === null) return costs.noCap;
  const today = totalMicros(spentSince(spending.days, utcDay(ctx.now)));
  const cap = costs.cap(money(capMicros, ctx));
  return maySearch(today, capMicros) ? cap : `⚠️ *${costs.capped}* ${cap}`;
}

function money(micros: number, ctx: ViewContext): string {
  return ctx.words.costs.money(micros / MICROS, 2);
}

/** In a column: a tenth of a cent is what reading one mention costs. */
function inColumn(micros: number, ctx: ViewContext): string {
  return ctx.words.costs.money(micros / MICROS, 3);
}
