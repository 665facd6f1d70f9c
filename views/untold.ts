import type { Incident } from '../src/desk/incident.ts';
import { endWord } from '../src/desk/incident-answers.ts';
import { untoldOf, waitsToHear } from '../src/desk/incident-end.ts';
import { linkFigures } from '../src/desk/incident-figures.ts';
import type { Mention } from '../src/desk/mention.ts';
import { named } from './about.ts';
import { actions, button, context, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { authorName, numberLink } from './facts.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { ago } from './text.ts';
import { pressValue } from './value.ts';

/**
 * After an incident: how many of its customers still wait to hear the end, and the way to tell them one by one. Null while
 * there is nothing to say: it runs, nothing public ended it, or nobody is linked and the message was never there.
 */
export function untoldMessage(incident: Incident, linked: readonly Mention[], ctx: ViewContext): Message | null {
  const figures = linkFigures(linked, incident.id);
  if (incident.untold === null && (endWord(incident) === null || figures.waiting + figures.underWay === 0)) return null;
  const { untold } = ctx.words.incident;
  const what = named(incident, ctx);
  const { waiting, told, skipped, underWay } = figures;
  const facts = untold.figures(told, skipped, underWay);
  if (waiting === 0 && underWay === 0) {
    const line = `✅ ${untold.allTold(what)}`;
    return { text: line, blocks: [section(`*${line}*`), context(facts)] };
  }
  const line = `📬 ${untold.waiting(what, waiting + underWay)}`;
  const value = pressValue({ ref: refOf(incident) });
  const [first] = untoldOf(linked, incident.id).filter(waitsToHear);
  const next = button(ACTION.tellNext, untold.next, value, { style: 'primary' });
  const list = button(ACTION.tellList, untold.list, value);
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      context([facts, ...(first === undefined ? [] : [longest(first, ctx)])].join(' · ')),
      context(untold.hint),
      actions(...(waiting === 0 ? [] : [next]), list),
    ],
  };
}

/** Slack keeps the time current: the message may stand there for days. */
function longest(mention: Mention, ctx: ViewContext): string {
  const name = `${numberLink(mention, ctx)} ${authorName(mention)}`;
  return ctx.words.incident.untold.longest(name, ago(mention.posts[0].at));
}
