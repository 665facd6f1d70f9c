import type { SpendingNews } from '../../../src/desk/effect.ts';
import type { SpendingItem } from '../../../src/desk/spending.ts';

const item: Record<SpendingItem, string> = {
  'mention-read': 'Mentions read',
  'own-read': 'Own posts read',
  'other-read': 'Other posts read',
  'user-read': 'Accounts read',
  reply: 'Replies',
  post: 'Posts',
  'post-with-link': 'Posts with a link',
  delete: 'Deletions',
};

const told: Record<SpendingNews['change'], (network: string, spent: string, cap: string) => string> = {
  warned: (network, spent, cap) =>
    `${network} has cost ${spent} today, of at most ${cap}. At ${cap} searches and looks for edited or deleted posts pause until midnight UTC; mentions and publishing never do.`,
  paused: (network, spent, cap) =>
    `${network} has cost ${spent} today; the cap is ${cap}. Searches and looks for edited or deleted posts pause until midnight UTC; mentions, own posts and publishing go on.`,
  resumed: (network) => `Searches on ${network} go on.`,
};

/** What the networks cost. */
export const costs = {
  /** At most 24 characters. */
  title: 'Costs',
  item,
  told,
  money: (dollars: number, least: number) =>
    `$${dollars.toLocaleString('en-US', { minimumFractionDigits: least, maximumFractionDigits: 3 })}`,
  today: (network: string) => `${network} today (UTC)`,
  month: (network: string) => `${network} this month (UTC)`,
  column: { what: 'What', calls: 'Calls', units: 'Billed', price: 'Price' },
  sum: 'All',
  nothing: 'Nothing so far.',
  noCap: 'No daily cap is set: whoever runs Earshot sets one with X_DAILY_CAP_USD.',
  cap: (cap: string) =>
    `Daily cap: ${cap}. At four fifths of it the channel is warned; at the cap searches, and looks for edited or deleted posts, pause until midnight UTC. Mentions, own posts and publishing never pause.`,
  capped: 'The cap is reached: searches pause until midnight UTC.',
  whose: 'As Earshot counted it, by the price list of August 2026; the bill is the network’s own.',
};
