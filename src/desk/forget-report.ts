import { type Decision, decided } from './decision.ts';
import type { DeskState } from './desk-state.ts';
import { PRIORITY, plan } from './effect.ts';
import { lineWithout, withoutHandles } from './forget-names.ts';
import type { ForgotNews, ForgottenNews } from './forget-news.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Person } from './person.ts';

/** One more mention of a request is done: after the last one its person hears what came of it. */
export function hearForgotten(person: Person, id: string, { request, done }: ForgottenNews): Decision<Person> {
  if (wasHandled(person, id)) return decided(person);
  const heard = remember(person, id);
  const before = heard.forgettings.find((one) => one.id === request);
  if (before === undefined) return decided(heard);
  const after = { ...before, done: [...before.done, done] };
  const forgettings = heard.forgettings.map((one) => (one === before ? after : one));
  const next = { ...heard, forgettings };
  if (after.done.length < after.mentions.length) return decided(next);
  const notice = { type: 'forgotten', request } as const;
  return decided(next, [
    plan({ type: 'send-notice', id: `forgotten:${request}`, to: person.id, notice }, PRIORITY.press),
  ]);
}

/**
 * Leads see in the history of the settings who had somebody forgotten, and never whom. The team's lists and rules lose the
 * name, and so does what the history told of them.
 */
export function hearForgot(
  desk: DeskState,
  id: string,
  { by, from, numbers, handles = [] }: ForgotNews,
  now: Date,
): Decision<DeskState> {
  if (wasHandled(desk, id)) return decided(desk);
  const { settings, changes } = withoutHandles(desk.settings, handles);
  const before = desk.history.map((entry) => lineWithout(entry, handles));
  const cleaned = { ...remember(desk, id), settings, history: before };
  const noted = recorded(cleaned, now, by, 'forgot', numbers.map((number) => `#${number}`).join(' '));
  // As any change of the settings: whoever has a form of theirs open must not write the name back.
  const { history, ...next } = changes.reduce(
    (state, change) => recorded(state, now, by, 'settings-changed', change),
    noted,
  );
  return decided({ ...next, history: history.map((entry, at) => (at < before.length ? entry : { ...entry, from })) });
}
