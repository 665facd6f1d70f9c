import { type Decision, decided, isRefused, type Outcome, refused } from './decision.ts';
import type { Desk } from './desk.ts';
import { type PlannedEffect, PRIORITY, plan } from './effect.ts';
import { remember, wasHandled } from './handled.ts';
import { close, reopen } from './handling.ts';
import { recorded } from './history.ts';
import type { Instant, UserId } from './instant.ts';
import type { Kind, Lang, Mention } from './mention.ts';
import type { Press } from './press.ts';
import { redraw } from './publishing.ts';
import { mentionRef } from './ref.ts';
import type { Template } from './settings.ts';

/** This customer's post answers another customer's question. */
export interface Helpful {
  readonly by: UserId;
  readonly at: Instant;
  /** The mention of whoever asked. */
  readonly asked: string;
  /** The kind that it had before. */
  readonly was: Kind;
}

/** Another customer's mention that answers this one; its number, so that nothing of theirs is kept here. */
export interface HelpedBy {
  readonly mention: string;
  readonly number: number;
}

/** To the mention of whoever asked: another customer answered, or it was no help after all. */
export interface HelpedNews {
  readonly type: 'helped';
  readonly by: UserId;
  readonly mention: string;
  readonly number: number;
  readonly isUndone: boolean;
}

/** What those who help are told, unless the team has a template of its own: its id is `helped-de` or `helped-en`. */
const THANKS = {
  de: 'Danke, {name}, dass Sie hier geholfen haben! Das ist ein guter Hinweis.',
  en: 'Thank you, {name}, for helping out here! That is a good answer.',
} as const;

/** The words of thanks in the customer's language, with room for their name. */
export function thanksFor(lang: Lang, templates: readonly Template[]): string {
  const own = lang === 'de' ? 'de' : 'en';
  return templates.find(({ id }) => id === `helped-${own}`)?.text ?? THANKS[own];
}

/**
 * The mention of whoever may have asked in the conversation that this one is part of: the first by somebody else that came
 * before it. Undefined where there is none.
 */
export function askedIn(mention: Mention, all: readonly Mention[]): Mention | undefined {
  if (mention.forgotten !== null || mention.conversation === '') return undefined;
  return all.find(
    (one) =>
      one.conversation === mention.conversation &&
      one.network === mention.network &&
      one.author.id !== mention.author.id &&
      one.forgotten === null &&
      one.posts[0].at <= mention.posts[0].at,
  );
}

/** Staff say that it helps: it needs no answer, is counted, and whoever asked has it on their card. */
export function markHelpful(
  mention: Mention,
  asked: Mention,
  press: Press,
  reason: string,
  now: Date,
): Outcome<Mention> {
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (mention.helpful !== null) return refused({ reason: 'already-done' });
  const helpful = { by: press.by, at: now.toISOString(), asked: asked.id, was: mention.kind };
  const marked = recorded({ ...mention, helpful, kind: 'other' as const }, now, press.by, 'marked-helpful');
  const settled = mention.status === 'answered' || mention.status === 'closed';
  const closed = settled ? null : close(marked, press, reason, now);
  const next = closed === null || isRefused(closed) ? decided(remember(marked, press.key), [redraw(marked)]) : closed;
  return decided(next.state, [...next.effects, tellAsked(mention, helpful, press, false)]);
}

/** It was no help after all: as it was before, and open again where the mark had closed it. */
export function unmarkHelpful(mention: Mention, press: Press, desk: Desk, now: Date): Outcome<Mention> {
  const { helpful } = mention;
  if (wasHandled(mention, press.key)) return refused({ reason: 'already-handled' });
  if (helpful === null) return refused({ reason: 'already-done' });
  const kind = mention.kind === 'other' ? helpful.was : mention.kind;
  const plain = recorded({ ...mention, kind, helpful: null }, now, press.by, 'unmarked-helpful');
  const again = mention.status === 'closed' ? reopen(plain, press, desk, now) : null;
  const next = again === null || isRefused(again) ? decided(remember(plain, press.key), [redraw(plain)]) : again;
  return decided(next.state, [...next.effects, tellAsked(mention, helpful, press, true)]);
}

/** Whoever asked was helped by another customer: on the card, and told in its thread. */
export function hearHelped(asked: Mention, news: HelpedNews): Decision<Mention> {
  const others = asked.helpedBy.filter(({ mention }) => mention !== news.mention);
  if (news.isUndone) {
    const next = { ...asked, helpedBy: others };
    return decided(next, [redraw(next)]);
  }
  const { mention, number, by } = news;
  const next = { ...asked, helpedBy: [...others, { mention, number }] };
  const note = { type: 'helped', number, by } as const;
  return decided(next, [redraw(next), plan({ type: 'post-note', id: `helped:${mention}`, note }, PRIORITY.press)]);
}

function tellAsked({ id, number }: Mention, { asked }: Helpful, { by, key }: Press, isUndone: boolean): PlannedEffect {
  const news: HelpedNews = { type: 'helped', by, mention: id, number, isUndone };
  return plan({ type: 'tell', id: `helped:${id}:${key}`, to: mentionRef(asked), news }, PRIORITY.press);
}
