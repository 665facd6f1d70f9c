import { type Check, type Finding, findingsOf } from './finding.ts';

interface EnvironmentDeps {
  /** Why the `.env` file can't be read, or null. */
  readonly dotEnvFault: string | null;
  /** Each names a variable and the remedy. */
  readonly faults: readonly string[];
  /** `20.19.0` */
  readonly nodeVersion: string;
}

const LEAST_NODE = [20, 19] as const;
const { ok, info, error } = findingsOf('Environment');

/** The variables, and the Node.js that runs this. */
export function checkEnvironment({ dotEnvFault, faults, nodeVersion }: EnvironmentDeps): Check {
  return {
    area: 'Environment',
    async look() {
      const found: Finding[] = [nodeFinding(nodeVersion)];
      if (dotEnvFault !== null) found.push(error('the .env file is left out', dotEnvFault));
      found.push(...faults.map(variableFinding));
      if (faults.length > 0) found.push(info('variables belong into .env (README, "Connect a real workspace")'));
      if (faults.length === 0) found.push(ok('every variable is there and well-formed'));
      return found;
    },
  };
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return ok(`Node.js ${version}`);
  return error(`Node.js ${version} is too old`, `Install Node.js ${LEAST_NODE.join('.')} or newer from nodejs.org.`);
}

/** A fault reads `NAME what is wrong: what to do`. */
function variableFinding(fault: string): Finding {
  const [text = fault, ...remedy] = fault.split(': ');
  return error(text, remedy.join(': ') || 'Set it in .env.');
}
