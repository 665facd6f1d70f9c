import type { ConfigParts } from '../config.ts';
import { channelsOf } from '../desk/channels.ts';
import { CallFault } from '../desk/fault.ts';
import { lockIds } from '../desk/lock.ts';
import type { Settings } from '../desk/settings.ts';
import { WEEKDAYS } from '../desk/week.ts';
import type { SlackProbe } from '../slack/probe.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface IdsDeps {
  readonly parts: Pick<ConfigParts, 'botToken' | 'channel'>;
  /** null when SLACK_API_URL is not right. */
  readonly slack: SlackProbe | null;
  /** null where nobody can read them. */
  readonly settings: () => Promise<Settings | null>;
}

interface Looking {
  readonly slack: SlackProbe;
  readonly botToken: string;
  readonly settings: Settings;
  readonly main: string;
}

const { ok, info, warn, error } = findingsOf('Slack');
const CHANGE = 'or change it in "/mentions settings".';

/** Whether the channels, groups and people that the settings name are there: one call for each, one for all groups. */
export function checkIds({ parts, slack, settings }: IdsDeps): Check {
  return {
    area: 'Slack',
    async look() {
      const { botToken, channel: main } = parts;
      const rules = await settings();
      if (slack === null || botToken === null || main === null || rules === null) return [];
      const looking = { slack, botToken, settings: rules, main };
      const looks = await Promise.all([lookAtChannels(looking), lookAtGroups(looking), lookAtOnCall(looking)]);
      return [...looks.flat(), ...lookAtLock(rules)];
    },
  };
}

/** Cards that can't be shown are an error; where a group can't be asked, the card's thread says so. */
async function lookAtChannels({ slack, botToken, settings, main }: Looking): Promise<readonly Finding[]> {
  const [, ...forCards] = channelsOf(settings, main);
  const forGroups = Object.values(settings.escalation.channels).filter((id) => ![main, ...forCards].includes(id));
  const ids = [
    ...forCards.map((id) => ({ id, say: error })),
    ...[...new Set(forGroups)].map((id) => ({ id, say: warn })),
  ];
  return Promise.all(
    ids.map(({ id, say }) =>
      asked(
        `channel ${id} of the settings`,
        `Is it right? In a private channel, type /invite @Earshot first, ${CHANGE}`,
        say,
        async () => {
          const { name, isMember, isArchived } = await slack.channel(botToken, id);
          if (isArchived) return say(`channel of the settings: #${name} is archived`, `Unarchive it, ${CHANGE}`);
          if (!isMember) {
            return say(
              `channel of the settings: Earshot is not in #${name}`,
              `Type /invite @Earshot in #${name}, ${CHANGE}`,
            );
          }
          return ok(`channel of the settings: Earshot is in #${name}`);
        },
      ),
    ),
  );
}

async function lookAtGroups({ slack, botToken, settings }: Looking): Promise<readonly Finding[]> {
  const { publishers, leads, escalation } = settings;
  const named = [
    ...publishers,
    ...leads,
    ...lockIds(settings),
    ...Object.keys(escalation.channels),
    escalation.group ?? '',
  ];
  const wanted = [...new Set(named.filter((id) => id.startsWith('S')))];
  if (wanted.length === 0) return [];
  try {
    const there = await slack.groups(botToken);
    const missing = wanted.filter((id) => !there.includes(id));
    if (missing.length === 0) return [ok(`user groups of the settings: all ${wanted.length} are there`)];
    return [
      warn(
        `user groups of the settings: Slack knows no ${missing.join(', ')}`,
        `Enable them in Slack again, ${CHANGE}`,
      ),
    ];
  } catch (cause) {
    return [info(`user groups of the settings: not checked, ${whyOf(cause)}`)];
  }
}

/** Danger, press and law lock only where somebody is named for them. */
function lookAtLock(settings: Settings): readonly Finding[] {
  if (lockIds(settings).length > 0) return [];
  return [
    info(
      'lock: nobody is named, so whoever may publish answers danger, press and law too ("/mentions settings", "Urgent and locked")',
    ),
  ];
}

/** Whoever is on call must be reachable in the night. */
async function lookAtOnCall({ slack, botToken, settings }: Looking): Promise<readonly Finding[]> {
  const { onCall } = settings;
  const people = [...new Set(WEEKDAYS.flatMap((day) => onCall[day]))];
  const found = await Promise.all(
    people.map((id) =>
      asked(`on call: ${id}`, `Name somebody else under "On call" in "/mentions settings".`, warn, async () => {
        const { name, isActive } = await slack.person(botToken, id);
        return isActive
          ? null
          : warn(
              `on call: @${name} is no longer active`,
              `Name somebody else under "On call" in "/mentions settings".`,
            );
      }),
    ),
  );
  const troubles = found.filter((finding) => finding !== null);
  if (people.length === 0 || troubles.length > 0) return troubles;
  return [ok(`on call: all ${people.length} are there`)];
}

/** What Slack refuses is for the remedy; where Slack can't be asked, the other checks say so. */
async function asked<T>(what: string, remedy: string, say: typeof warn, ask: () => Promise<T>): Promise<T | Finding> {
  try {
    return await ask();
  } catch (cause) {
    const isRefused = cause instanceof CallFault && cause.fault.act === 'give-up';
    return isRefused ? say(`${what}: ${whyOf(cause)}`, remedy) : info(`${what}: not checked, ${whyOf(cause)}`);
  }
}

function whyOf(cause: unknown): string {
  if (cause instanceof CallFault) return cause.fault.why;
  throw cause;
}
