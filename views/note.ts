import type { Note } from '../src/desk/effect.ts';
import { escalationOf } from '../src/desk/escalation.ts';
import type { UserId } from '../src/desk/instant.ts';
import type { Asked, Escalation, EscalationAnswer, Mention } from '../src/desk/mention.ts';
import { placeOf } from '../src/desk/post-place.ts';
import { actions, button, plainSection, section } from './block.ts';
import type { ViewContext } from './context.ts';
import { askedName } from './escalation-line.ts';
import { standingNote } from './escalation-note.ts';
import { authorName } from './facts.ts';
import { ACTION } from './ids.ts';
import type { Message } from './message.ts';
import { refOf } from './publication.ts';
import { reactionsNote } from './reactions.ts';
import { escapeMrkdwn, fromSlack, quote, quoteLines, shorten, snippet, user, when } from './text.ts';
import { answerId, pressValue } from './value.ts';

/** A line in the thread of a card, for the team only. */
export function note(mention: Mention, note: Note, ctx: ViewContext): Message {
  switch (note.type) {
    case 'wrote-again':
      return wroteAgain(mention, note, ctx);
    case 'edited':
      return edited(mention, note, ctx);
    case 'post-deleted':
      return deleted(mention, note, ctx);
    case 'handed-over':
      return handedOver(note, ctx);
    case 'helped': {
      const text = `💡 ${ctx.words.helpful.note(user(note.by), note.number)}`;
      return { text, blocks: [section(text)] };
    }
    case 'reactions': {
      const apology = mention.publications.find(({ id }) => id === note.publication);
      return apology === undefined ? gone(ctx) : reactionsNote(apology, note, ctx);
    }
    case 'assigned':
      return assigned(note.to, ctx);
    case 'escalation-answered': {
      const escalation = escalationOf(mention, note.escalation);
      const answer = escalation?.answers.find((one) => one.ts === note.ts);
      return escalation === undefined || answer === undefined ? gone(ctx) : answered(mention, escalation, answer, ctx);
    }
    case 'escalation-failed': {
      const escalation = escalationOf(mention, note.escalation);
      const asked = note.told === undefined ? escalation : escalation?.told[note.told];
      return asked === undefined ? gone(ctx) : failed(asked, ctx);
    }
    case 'escalation-sent-back':
    case 'escalation-untaken':
    case 'escalation-left': {
      const escalation = escalationOf(mention, note.escalation);
      return escalation === undefined ? gone(ctx) : standingNote(escalation, note, ctx);
    }
  }
}

/** Names the last owner, who alone is told by it. */
function wroteAgain(mention: Mention, note: Extract<Note, { type: 'wrote-again' }>, ctx: ViewContext): Message {
  const post = mention.posts.find((one) => one.id === note.post);
  if (post === undefined) return gone(ctx);
  const said = ctx.words.channel.wroteAgain(authorName(mention), when(post.at));
  const line = note.owner === null ? `↪️ ${said}` : `↪️ ${user(note.owner)} – ${said}`;
  return { text: `${line}: ${snippet(post.text, 300)}`, blocks: [section(line), plainSection(post.text, 2_800)] };
}

/** Both versions, one below the other; the owner is named as when the customer wrote again. */
function edited(mention: Mention, note: Extract<Note, { type: 'edited' }>, ctx: ViewContext): Message {
  const post = mention.posts[placeOf(mention, note.post)];
  if (post === undefined) return gone(ctx);
  const texts = [...post.versions.map(({ text }) => text), post.text];
  const at = [...post.versions.map(({ id }) => id), post.id].indexOf(note.post);
  const [was = '', now = ''] = [texts[at - 1], texts[at]];
  const line = `✏️ ${forOwner(note.owner)}${ctx.words.listening.editedAt(authorName(mention))}`;
  return {
    text: `${line} ${snippet(was, 200)} – ${ctx.words.listening.now} ${snippet(now, 200)}`,
    blocks: [section(line), plainSection(was, 1_400), section(ctx.words.listening.now), plainSection(now, 1_400)],
  };
}

/** Without the words, which are deleted here too. */
function deleted(mention: Mention, note: Extract<Note, { type: 'post-deleted' }>, ctx: ViewContext): Message {
  const post = mention.posts[placeOf(mention, note.post)];
  if (post === undefined) return gone(ctx);
  const { listening, privacy } = ctx.words;
  const said = post.withdrawn ? privacy.withdrawnBy : listening.deletedBy;
  const line = `🗑️ ${forOwner(note.owner)}${said(authorName(mention))}`;
  return { text: line, blocks: [section(line)] };
}

function forOwner(owner: UserId | null): string {
  return owner === null ? '' : `${user(owner)} – `;
}

function handedOver({ by, to, note: words }: Extract<Note, { type: 'handed-over' }>, ctx: ViewContext): Message {
  const head = `➡️ ${ctx.words.together.handedOver(user(by), user(to))}`;
  const text = words === '' ? head : `${head}\n${quote(words)}`;
  return { text: head, blocks: [section(text)] };
}

function assigned(to: UserId, ctx: ViewContext): Message {
  const text = `📌 ${ctx.words.urgency.assignedTo(user(to))}`;
  return { text, blocks: [section(text)] };
}

function answered(mention: Mention, escalation: Escalation, answer: EscalationAnswer, ctx: ViewContext): Message {
  const head = `🙋 ${ctx.words.channel.answered(user(answer.by))}`;
  const value = pressValue({ ref: refOf(mention), id: answerId(escalation.id, answer.ts) });
  const text = fromSlack(shorten(answer.text, 500));
  return {
    text: `${head} ${text}`,
    blocks: [
      section(`${head}\n${quoteLines(text)}`),
      actions(button(ACTION.useAsDraft, ctx.words.card.buttons.useAsDraft, value)),
    ],
  };
}

function failed(escalation: Asked, ctx: ViewContext): Message {
  const { channel } = ctx.words;
  const to = askedName(escalation);
  const why = escalation.fault ?? '';
  const remedy =
    escalation.channel !== null && isOutside(why)
      ? channel.inviteFirst(`<#${escapeMrkdwn(escalation.channel)}>`)
      : channel.slackSays(snippet(why, 200));
  const text = `⚠️ ${channel.escalationFailed(to)} ${remedy}`;
  return { text, blocks: [section(text)] };
}

/** Slack's `not_in_channel`, or `channel_not_found` for a private one; also in our own spelling. */
function isOutside(why: string): boolean {
  return /not[-_]in[-_]channel|channel[-_]not[-_]found/.test(why);
}

/** The note's subject is no longer in the state; the card tells what is. */
function gone(ctx: ViewContext): Message {
  const text = ctx.words.refusal.unknownPublication;
  return { text, blocks: [section(text)] };
}
