import type { Note } from '../src/desk/effect.ts';
import { askedOf } from '../src/desk/escalation.ts';
import type { Escalation } from '../src/desk/mention.ts';
import { section } from './block.ts';
import type { ViewContext } from './context.ts';
import { askedAgo } from './escalation.ts';
import { duration, since } from './facts.ts';
import type { Message } from './message.ts';
import { quote, snippet, user } from './text.ts';

export type StandingNote = Extract<Note, { type: 'escalation-sent-back' | 'escalation-untaken' | 'escalation-left' }>;

/** What the team must know of an escalation that nobody answers; names who asked, who alone is told by it. */
export function standingNote(escalation: Escalation, { type }: StandingNote, ctx: ViewContext): Message {
  const { escalation: words } = ctx.words;
  const asker = user(escalation.by);
  switch (type) {
    case 'escalation-sent-back': {
      const head = `↩️ ${words.noteSentBack(asker, user(escalation.ended?.by ?? escalation.by))}`;
      const reason = escalation.ended?.reason ?? '';
      return { text: `${head} ${snippet(reason, 300)}`, blocks: [section(`${head}\n${quote(reason, 1_500)}`)] };
    }
    case 'escalation-untaken':
      return line(`⚠️ ${words.noteUntaken(asker, askedAgo(askedOf(escalation), ctx.now.getTime(), ctx))}`);
    case 'escalation-left': {
      const { by, at } = escalation.taken ?? escalation;
      return line(`⚠️ ${words.noteLeft(asker, user(by), duration(since(at, ctx), ctx))}`);
    }
  }
}

function line(text: string): Message {
  return { text, blocks: [section(text)] };
}
