import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { readConfig, readConfigParts } from '../config.ts';
import { readScopes } from '../manifest/manifest.ts';
import { createXProbe } from '../networks/x/probe.ts';
import { createSlackProbe } from '../slack/probe.ts';
import { probeStore, storeFolder } from '../store/open.ts';
import { checkAdmin } from './check-admin.ts';
import { checkClocks, type Head } from './check-clocks.ts';
import { checkCosts } from './check-costs.ts';
import { checkEnvironment } from './check-environment.ts';
import { checkIds } from './check-ids.ts';
import { checkNetwork } from './check-network.ts';
import { checkSettings, readSettings } from './check-settings.ts';
import { checkSlack } from './check-slack.ts';
import { checkStore } from './check-store.ts';
import { checkTriage } from './check-triage.ts';
import { examine } from './examine.ts';
import type { Finding } from './finding.ts';

interface DoctorDeps {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dotEnvFault: string | null;
  readonly nodeVersion: string;
  readonly deskFile: string;
  readonly manifestFile: string;
  readonly clock: Clock;
  readonly head: Head;
  readonly log: Logger;
}

/** Everything that a start needs and that can be looked at beforehand; nothing is published, nothing is kept. */
export async function diagnose(deps: DoctorDeps): Promise<readonly Finding[]> {
  const { env, clock, log } = deps;
  const read = readConfig(env);
  const parts = readConfigParts(env);
  const { x, slackApiUrl, storeUrl, admin } = parts;
  const slack = slackApiUrl === null ? null : createSlackProbe({ apiUrl: slackApiUrl, log });
  const network = x === null ? null : createXProbe({ ...x, clock, log });
  const found = storeUrl === null ? Promise.resolve(null) : probeStore(storeUrl);
  // Two checks wait for it; each says what went wrong.
  found.catch(() => {});
  const probe = () => found;
  return examine([
    checkEnvironment({ ...deps, faults: 'faults' in read ? read.faults : [] }),
    checkAdmin(admin),
    checkSettings({ deskFile: deps.deskFile, probe }),
    checkStore({ probe }),
    checkTriage({ folder: () => (storeUrl === null ? null : storeFolder(storeUrl)), probe }),
    ...checkSlack({
      parts,
      slack,
      scopes: () => readScopes(deps.manifestFile),
      isHttp: 'config' in read && read.config.slack.connection.mode === 'http',
    }),
    checkIds({ parts, slack, settings: () => readSettings({ deskFile: deps.deskFile, probe }) }),
    checkNetwork({ network, pollMs: x?.pollMs ?? 0, search: x?.search ?? null }),
    ...checkClocks({ clock, head: deps.head, servers: { Slack: slackApiUrl, X: x?.apiUrl ?? null } }),
    checkCosts(network),
  ]);
}
