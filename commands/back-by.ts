import { byWhenWords, timeWords } from '../src/desk/by-when.ts';
import type { Instant } from '../src/desk/instant.ts';
import type { Mention } from '../src/desk/mention.ts';
import { BACK_BY, type BackBy, type ChosenTime, dueAtOf } from '../src/desk/promise-time.ts';
import { type Filling, fillTemplate, holdingTemplates } from '../src/desk/templates.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD } from '../views/ids.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/**
 * The time that a form names now; null when it names none. What was chosen keeps the time that it stood for when it was
 * chosen: the text says that time.
 */
export function timeOf(press: SlackPress, tools: Tools): ChosenTime | null {
  const { backBy: drawn, backAt } = metaOf(press);
  const backBy = backByOf(fieldOf(press.values, FIELD.backBy) ?? drawn);
  if (backBy === null) return null;
  const seconds = backBy === 'exact' ? fieldOf(press.values, FIELD.backAt) : null;
  if (seconds !== null) return { backBy, dueAt: new Date(Number(seconds) * 1_000).toISOString() };
  // A time of one's own choice begins with what was chosen before.
  if (backAt !== undefined && (backBy === drawn || backBy === 'exact')) return { backBy, dueAt: backAt };
  const now = tools.clock.now();
  // Closing time has passed since the form was drawn: said when it is sent.
  return { backBy, dueAt: dueAtOf(backBy, tools.desk(), now) ?? now.toISOString() };
}

/** What the places of a template are filled with, for this customer and this time. */
export function fillingFor(mention: Mention | undefined, time: ChosenTime | null, tools: Tools): Filling {
  const { name, handle } = mention?.author ?? { name: '', handle: '' };
  if (mention === undefined || time === null) return { name, handle };
  return { name, handle, byWhen: byWhen(time.dueAt, mention, tools) };
}

/** The text of the form with the time that is chosen now, where a template had put in the time before. */
export function retimed(text: string, press: SlackPress, mention: Mention, tools: Tools): string {
  const { backAt, templateId } = metaOf(press);
  const time = timeOf(press, tools);
  if (templateId === undefined || backAt === undefined || time === null) return text;
  return text.replace(byWhen(backAt, mention, tools), () => byWhen(time.dueAt, mention, tools));
}

/** Whether the text of the form is still what its template made of it. */
export function isTemplates(text: string, press: SlackPress, mention: Mention, tools: Tools): boolean {
  const { templateId, backAt } = metaOf(press);
  const template = holdingTemplates(tools.desk().settings.templates).find(({ id }) => id === templateId);
  if (template === undefined || backAt === undefined) return false;
  const { name, handle } = mention.author;
  return text.trim() === fillTemplate(template, { name, handle, byWhen: byWhen(backAt, mention, tools) }).trim();
}

/** The words of an apology's "by when": those that were typed, else the time that was chosen. */
export function byWhenOf(typed: string, time: ChosenTime | null, mention: Mention, tools: Tools): string {
  if (typed.trim() !== '' || time === null) return typed;
  return timeWords(time.dueAt, mention.lang, timeZone(tools), tools.clock.now());
}

function byWhen(dueAt: Instant, mention: Mention, tools: Tools): string {
  return byWhenWords(dueAt, mention.lang, timeZone(tools), tools.clock.now());
}

function timeZone(tools: Tools): string {
  return tools.desk().settings.officeHours.timeZone;
}

function backByOf(value: string | undefined): BackBy | null {
  return BACK_BY.find((one) => one === value) ?? null;
}
