import type { Logger } from 'pino';
import type { Settings } from '../desk/settings.ts';
import type { People } from './people.ts';

/**
 * The language of a team that has not chosen one. Slack tells an app no language of the workspace, only a person's own:
 * so it is that of the first lead or publisher who is named, else English.
 */
export function createFirstLanguage(people: People, log: Logger) {
  return async ({ leads, publishers, language }: Settings): Promise<Settings['language']> => {
    const first = [...leads, ...publishers].find((id) => !id.startsWith('S'));
    if (first === undefined) return language;
    try {
      const locale = await people.locale(first);
      return locale?.toLowerCase().startsWith('de') ? 'de' : 'en';
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.warn({ why, user: first }, 'settings: Slack did not tell the language; English, until a lead changes it');
      return language;
    }
  };
}
