import { answerTarget } from '../src/desk/answer-way.ts';
import { composeApology } from '../src/desk/apology.ts';
import type { Checking } from '../src/desk/checks/context.ts';
import { contextOf, offersOf, warningsOfTyped } from '../src/desk/checks/index.ts';
import { recentWords } from '../src/desk/checks/recent.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { stillCorrects } from '../src/desk/correction.ts';
import type { Mention } from '../src/desk/mention.ts';
import { fieldOf } from '../views/form-values.ts';
import { WAS_STOPPED } from '../views/forms/warnings.ts';
import { FIELD } from '../views/ids.ts';
import { byWhenOf, timeOf } from './back-by.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import { partsOf } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import type { Change } from './typing.ts';

/** What a form's text is looked at with when it is sent. It asks nobody: all of it is in memory. */
export async function checkingOf(
  press: SlackPress,
  { store, clock, networks, brushOffChance, languageOf }: Tools,
): Promise<Checking> {
  const ours = oursIn(networks);
  const [mentions, incidents] = await Promise.all([store.list('mention'), store.list('incident')]);
  const recent = recentWords([...mentions, ...incidents], clock.now());
  return { recent, told: metaOf(press).warned ?? [], ours, brushOffChance, languageOf };
}

/** What we are called on the networks. */
export function oursIn(networks: Tools['networks']): readonly string[] {
  return [...networks.values()].flatMap((network) => network.ourHandle() ?? []);
}

/** What a form offers for the text that stands in it when it is opened. */
export function offersFor(
  { by }: SlackPress,
  tools: Tools,
  mention: Mention,
  said: { readonly text: string; readonly purpose: 'reply' | 'apology' },
): readonly Warning[] {
  const { text, purpose } = said;
  const answers = { by, purpose, read: answerTarget(mention)?.id };
  return offersOf(text, contextOf(mention, answers, { recent: [] }, tools.desk(), tools.clock.now()));
}

/**
 * What gives pause about a text that its form was stopped for: it is looked at anew with each letter. Before the first Send
 * nobody is warned of half a sentence; only what it offers is shown.
 */
export async function standingWarnings(
  press: SlackPress,
  tools: Tools,
  mention: Mention,
  change: Change,
): Promise<readonly Warning[]> {
  const { warned = [], purpose, post, corrects: before } = metaOf(press);
  const time = change.time === undefined ? timeOf(press, tools) : change.time;
  const isApology = purpose === 'apology';
  // "We are on it" corrects nothing; as Send sees it.
  const corrects = time === null ? stillCorrects(mention, before) : null;
  const said = {
    by: press.by,
    purpose: isApology ? 'apology' : time === null ? 'reply' : 'holding',
    read: post,
    with: { promiseDueAt: time?.dueAt ?? null, corrects },
  } as const;
  const parts = { ...partsOf(press), ...(change.wrong !== undefined && { wrong: change.wrong }) };
  const whole = { ...parts, ...(change.doing !== undefined && { doing: change.doing }) };
  const byWhen = byWhenOf(whole.byWhen, time, mention, tools);
  const text = isApology
    ? composeApology({ ...whole, byWhen }, mention.lang)
    : (change.text ?? fieldOf(press.values, FIELD.text) ?? '');
  const isStopped = warned.includes(WAS_STOPPED);
  const looked = isStopped ? await checkingOf(press, tools) : { recent: [] };
  const context = contextOf(mention, said, looked, tools.desk(), tools.clock.now());
  return isStopped ? warningsOfTyped(text, context) : offersOf(text, context);
}
