import { parseArgs } from 'node:util';
import { createSystemClock } from '../clock.ts';
import { readConfigParts } from '../config.ts';
import type { Refusal } from '../desk/decision.ts';
import { handlesOf } from '../desk/forget.ts';
import { type NamedIn, namedIn } from '../desk/forget-names.ts';
import type { Mention } from '../desk/mention.ts';
import { DESK } from '../desk/ref.ts';
import type { Settings } from '../desk/settings.ts';
import { loadDotEnv } from '../dot-env.ts';
import { type Store, StoreFault } from '../store/index.ts';
import { openStore } from '../store/open.ts';
import { forgetByCommand, mentionsOf, tellerFor, type Wish } from './by-command.ts';

const USAGE = `npm run forget -- --author NAME             deletes a customer and all that they wrote; Earshot must not be running
npm run forget -- --author NAME --dry-run   says what that would delete, and deletes nothing
  --author NAME    the handle on the network, with or without @, or the account's id there
  --network x      only on this network
  --replies        our public replies to them are deleted as well
  --tell U012AB3CD who gets the list of what only people can delete; default: the first lead of the settings
While Earshot runs: "More …" on a card, "Forget this person", or /mentions forget @NAME in Slack.
Exit code 0: done. 1: nothing was deleted. 2: not understood, or Earshot is running.`;

const EXIT_NOTHING = 1;
const EXIT_USAGE = 2;

interface Options extends Omit<Wish, 'channel'> {
  readonly dryRun: boolean;
}

const options = readOptions();
if (options !== null) await run(options);

function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        author: { type: 'string' },
        network: { type: 'string' },
        tell: { type: 'string' },
        replies: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { author, network = null, tell: teller = null, replies, 'dry-run': dryRun } = values;
    if (values.help) {
      console.log(USAGE);
      return null;
    }
    if (author === undefined || author.trim() === '') throw new Error('--author is missing: who is to be forgotten?');
    if (teller !== null && !/^[UW][A-Z0-9]+$/.test(teller)) {
      throw new Error(`--tell ${teller} is no Slack user id: it looks like U012AB3CD (profile, "Copy member ID").`);
    }
    return { author, network, teller, replies, dryRun };
  } catch (error) {
    end(EXIT_USAGE, `${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

async function run({ dryRun, ...wish }: Options): Promise<void> {
  const unreadable = loadDotEnv('.env');
  const { storeUrl, channel } = readConfigParts(process.env);
  if (unreadable !== null || storeUrl === null) return end(EXIT_USAGE, unreadable ?? 'STORE_URL is not right.');
  if (channel === null) return end(EXIT_USAGE, 'SLACK_CHANNEL is missing or not right: see npm run doctor.');
  try {
    const store = await openStore(storeUrl, { clock: createSystemClock() });
    try {
      await forget(store, { ...wish, channel }, dryRun);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const remedy =
      error.code === 'locked'
        ? `\nWhile Earshot runs, it does this itself: "Forget this person" under "More …" of a card, or /mentions forget @${wish.author.replace(/^@/, '')} in Slack. Or stop Earshot first.`
        : '';
    end(EXIT_USAGE, `${error.message}${remedy}`);
  }
}

async function forget(store: Store, wish: Wish, dryRun: boolean): Promise<void> {
  const mentions = await mentionsOf(store, wish);
  if (mentions.length === 0) return end(EXIT_NOTHING, `Earshot keeps nothing of ${wish.author}.`);
  const settings = (await store.read(DESK))?.settings;
  console.log(planned(mentions, wish, settings));
  if (dryRun) return console.log('Nothing was deleted: --dry-run.');
  const teller = await tellerFor(store, wish);
  if (teller === null) {
    return end(EXIT_USAGE, 'The settings name no lead by id: say who is told, with --tell U012AB3CD.');
  }
  const refused = await forgetByCommand(store, wish, teller, mentions, createSystemClock());
  if (refused !== null) return end(EXIT_NOTHING, refusalText(refused));
  console.log(
    `Deleted from the store. The next start of Earshot deletes the copies in Slack and tells ${teller} by direct message when that is done, with the list of what only people can delete.`,
  );
  console.log('Backups, and files that were set aside as damaged, keep what they have until you delete them.');
}

function planned(mentions: readonly Mention[], { replies: isTaken }: Wish, settings: Settings | undefined): string {
  const free = mentions.filter(({ held }) => held === null);
  const held = mentions.filter(({ held: hold }) => hold !== null);
  const cards = free.filter(({ card }) => card !== null).length;
  const replies = free.flatMap(({ publications }) => publications.filter(({ status }) => status === 'published'));
  const named = settings && namedIn(settings, handlesOf(free));
  const numbers = (list: readonly Mention[]) => list.map(({ number }) => `#${number}`).join(' ');
  return [
    `Mentions to forget: ${free.length}${free.length === 0 ? '' : ` (${numbers(free)})`}, with ${cards} cards in Slack, what Earshot wrote in their threads and in direct messages about them, and the files of exports since.`,
    `Public replies of ours: ${replies.length}, ${isTaken ? 'to be deleted as well' : 'which stay public (--replies deletes them)'}.`,
    ...(named ? [`The name also goes from the settings and their history: ${listsOf(named)}.`] : []),
    ...(held.length === 0 ? [] : [`On legal hold, and kept: ${numbers(held)}.`]),
    'What it takes to count them stays.',
  ].join('\n');
}

function listsOf({ vip, mute, rules, wholeRules }: NamedIn): string {
  return [
    ...(vip ? ['the VIP list'] : []),
    ...(mute ? ['the mute list'] : []),
    ...(rules > 0 ? [`${rules} rules (${wholeRules} of them about nobody else, which go whole)`] : []),
  ].join(', ');
}

function refusalText(refusal: Refusal): string {
  if (refusal.reason !== 'held') return `Nothing was deleted: ${refusal.reason}.`;
  const { number, by, at, why } = refusal;
  return `#${number} is on legal hold (by ${by}, ${at}: ${why}): nothing was deleted. A lead ends the hold under "More …" of its card.`;
}

function end(code: number, message: string): void {
  console.error(message);
  process.exitCode = code;
}
