import type { ConfigParts } from '../config.ts';
import { CallFault } from '../desk/fault.ts';
import type { SlackBot, SlackProbe } from '../slack/probe.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

interface SlackDeps {
  readonly parts: Pick<ConfigParts, 'botToken' | 'appToken' | 'channel' | 'commandPrefix'>;
  /** null when SLACK_API_URL is not right. */
  readonly slack: SlackProbe | null;
  /** The manifest's scopes. @throws Error */
  readonly scopes: () => Promise<readonly string[]>;
  /** Slack sends signed requests instead of a socket. */
  readonly isHttp: boolean;
}

const { ok, info, warn, error } = findingsOf('Slack');
const NETWORK = 'Check the network and the proxy, and SLACK_API_URL if it is set.';

/** Token, scopes, Socket Mode and the channel, each by itself. */
export function checkSlack(deps: SlackDeps): readonly Check[] {
  const looks = [lookAtBot, lookAtSocket, lookAtChannel];
  return looks.map((look) => ({ area: 'Slack', look: () => look(deps) }));
}

async function lookAtBot({ parts, slack, scopes }: SlackDeps): Promise<readonly Finding[]> {
  const { botToken } = parts;
  if (slack === null || botToken === null) return [info('bot token: not checked, see Environment')];
  let bot: SlackBot;
  try {
    bot = await slack.bot(botToken);
  } catch (cause) {
    const remedy =
      'Copy the "Bot User OAuth Token" of the installed app again ("OAuth & Permissions") to SLACK_BOT_TOKEN.';
    return [fault('bot token', cause, remedy)];
  }
  const asked = `/${parts.commandPrefix}mentions help`;
  return [
    ok(`bot token: @${bot.name} in ${bot.team} (${bot.url})`),
    ...compareScopes(bot.scopes, await scopes()),
    info(`commands: no app may ask which it has; once Earshot runs, type ${asked} in Slack`),
  ];
}

function compareScopes(granted: readonly string[] | null, wanted: readonly string[]): readonly Finding[] {
  if (granted === null) return [info('scopes: not checked, this server does not name them')];
  const missing = wanted.filter((scope) => !granted.includes(scope));
  const extra = granted.filter((scope) => !wanted.includes(scope));
  const findings: Finding[] = [];
  if (missing.length > 0) {
    findings.push(
      error(
        `scopes: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
        'Put manifest.yml into "App Manifest" of the app again, save, then "Install App", "Reinstall to Workspace".',
      ),
    );
  } else findings.push(ok(`scopes: all ${wanted.length} of the manifest`));
  if (extra.length > 0) {
    findings.push(
      warn(
        `scopes: more than Earshot uses: ${extra.join(', ')}`,
        'Remove them in "OAuth & Permissions" and reinstall.',
      ),
    );
  }
  return findings;
}

async function lookAtSocket({ parts, slack, isHttp }: SlackDeps): Promise<readonly Finding[]> {
  const { appToken } = parts;
  if (isHttp) return [info('Socket Mode is not used; whether Slack reaches PORT, only a command typed in Slack shows')];
  if (slack === null || appToken === null) return [info('Socket Mode: not checked, see Environment')];
  try {
    await slack.socket(appToken);
    return [ok('Socket Mode: Slack offers a connection')];
  } catch (cause) {
    const remedy =
      'In "Basic Information", "App-Level Tokens", generate a token with the scope connections:write for SLACK_APP_TOKEN; "Socket Mode" must be on.';
    return [fault('Socket Mode', cause, remedy)];
  }
}

async function lookAtChannel({ parts, slack }: SlackDeps): Promise<readonly Finding[]> {
  const { botToken, channel: id } = parts;
  if (slack === null || botToken === null || id === null) return [info('channel: not checked, see Environment')];
  try {
    const { name, isMember, isArchived } = await slack.channel(botToken, id);
    if (isArchived) {
      return [error(`channel: #${name} is archived`, 'Unarchive it, or set SLACK_CHANNEL to another one.')];
    }
    if (!isMember) return [error(`channel: Earshot is not in #${name}`, `Type /invite @Earshot in #${name}.`)];
    return [ok(`channel: Earshot is in #${name}`)];
  } catch (cause) {
    const remedy = `Is ${id} the id at the bottom of the channel's details? In a private channel, type /invite @Earshot first.`;
    return [fault('channel', cause, remedy)];
  }
}

/** What Slack refuses for good is for the remedy; everything else is the way to Slack. */
function fault(what: string, cause: unknown, remedy: string): Finding {
  if (!(cause instanceof CallFault)) throw cause;
  const { act, why } = cause.fault;
  if (act !== 'give-up') return error(`${what}: ${why}`, NETWORK);
  if (why.includes('missing_scope')) return error(`${what}: ${why}`, 'See the missing scopes.');
  return error(`${what}: ${why}`, remedy);
}
