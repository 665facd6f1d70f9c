import { CHECKS } from '../src/desk/checks/warning.ts';
import type { HistoryEntry } from '../src/desk/publication.ts';
import type { ViewContext } from './context.ts';

/** The words of a history's line as its readers know them: against which warnings a text went out, by their names. */
export function wordsOfEntry({ did, text }: Pick<HistoryEntry, 'did' | 'text'>, ctx: ViewContext): string | undefined {
  if (did !== 'warned-sent' || text === undefined) return text;
  const { name } = ctx.words.checks;
  const names = text.split(', ').map((one) => {
    const check = CHECKS.find((known) => known === one);
    return check === undefined ? one : name[check];
  });
  return names.join(', ');
}
