import type { UserId } from '../src/desk/instant.ts';
import { isStaff } from '../views/history-export.ts';
import type { Tools } from './tools.ts';

/** The names of these people; whoever is none of the staff is left out. */
export async function staffNames(ids: Iterable<UserId>, tools: Tools): Promise<ReadonlyMap<UserId, string>> {
  const names = new Map<string, string>();
  for (const id of new Set(ids)) if (isStaff(id)) names.set(id, await nameOf(id, tools));
  return names;
}

/** Somebody whom Slack does not tell us about stands there by their id. */
async function nameOf(id: UserId, tools: Tools): Promise<string> {
  try {
    return await tools.people.name(id);
  } catch (error) {
    tools.log.warn({ err: error, user: id }, 'slack: a name could not be read');
    return id;
  }
}
