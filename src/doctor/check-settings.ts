import type { Settings } from '../desk/settings.ts';
import { readDeskFile, SettingsFault } from '../first-settings.ts';
import type { StoreProbe } from '../store/index.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface SettingsDeps {
  readonly deskFile: string;
  readonly probe: () => Promise<StoreProbe | null>;
}

const { ok, info, warn, error } = findingsOf('Settings');
/** Until somebody is named, those who run the workspace may change the settings; see commands/may.ts. */
const REMEDY =
  'Once Earshot runs, an owner or admin of the workspace opens its home tab in Slack, "Settings"; or write leads and publishers into desk.json before the first start.';

/** The team's rules as the next start would have them; null where there are none, or nobody can read them. */
export async function readSettings({ deskFile, probe }: SettingsDeps): Promise<Settings | null> {
  const kept = (await probe().catch(() => null))?.settings ?? null;
  return kept ?? (await readDeskFile(deskFile).catch(() => null))?.settings ?? null;
}

/** The team's rules: in the store once it has them, from `desk.json` before. */
export function checkSettings({ deskFile, probe }: SettingsDeps): Check {
  return {
    area: 'Settings',
    async look() {
      const settings = (await probe().catch(() => null))?.settings ?? null;
      const file = await readDeskFile(deskFile).catch((cause: unknown) => {
        if (cause instanceof SettingsFault) return cause;
        throw cause;
      });
      if (settings !== null) {
        const unread = file === null ? [] : [info(`${deskFile} is not read any more: the store's settings count`)];
        return [ok('kept in the store'), ...unread, ...publishersOf(settings)];
      }
      if (file instanceof SettingsFault) return [error(file.message, `Correct ${deskFile} (README, "Settings").`)];
      if (file === null) return [warn(`no ${deskFile}: the defaults hold, and nobody may publish`, REMEDY)];
      return [ok(`${deskFile} is right, and is taken over at the first start`), ...publishersOf(file.settings)];
    },
  };
}

function publishersOf({ publishers, leads }: Settings): readonly Finding[] {
  if (publishers.length + leads.length === 0) {
    return [warn('nobody may publish yet: publishers and leads are empty', REMEDY)];
  }
  return [ok(`who may publish: ${publishers.length} in publishers, ${leads.length} in leads`)];
}
