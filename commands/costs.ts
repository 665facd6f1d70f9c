import { costsModal } from '../views/costs.ts';
import { show } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** `/mentions costs`: what the networks cost today and this month. */
export async function costs(press: SlackPress, tools: Tools): Promise<Reply> {
  return show(press, tools, costsModal(await tools.accounts(), tools.context()));
}
