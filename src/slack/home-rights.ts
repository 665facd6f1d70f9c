import type { HomeRights } from '../../views/home.ts';
import type { Desk } from '../desk/desk.ts';
import type { UserId } from '../desk/instant.ts';
import { settingsEditors } from '../desk/settings-change.ts';
import type { People } from './people.ts';

/** What a home tab shows to this person. It is a matter of looks: each press is checked again. Never throws. */
export async function homeRightsOf(user: UserId, { settings }: Desk, people: People): Promise<HomeRights> {
  const editors = settingsEditors(settings);
  const [lead, publisher, maySettings] = await Promise.all([
    people.isMember(user, settings.leads),
    people.isMember(user, settings.publishers),
    editors.length === 0
      ? people.runsWorkspace(user).catch(() => false)
      : people.isMember(user, editors).then(({ isMember }) => isMember),
  ]);
  return { isLead: lead.isMember, mayPublish: lead.isMember || publisher.isMember, maySettings };
}
