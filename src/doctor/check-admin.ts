import { createServer } from 'node:net';
import { type Address, startFault } from '../health/server.ts';
import { type Check, type Finding, findingsOf } from './finding.ts';

const { ok, info, warn, error } = findingsOf('Environment');
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Whether the port for health and metrics can be opened, and who can reach it. @param admin null when it is not set */
export function checkAdmin(admin: Address | null): Check {
  return {
    area: 'Environment',
    async look() {
      if (admin === null) return [];
      return [await portFinding(admin), ...reach(admin)];
    },
  };
}

async function portFinding(admin: Address): Promise<Finding> {
  const { host, port } = admin;
  try {
    await openOnce(admin);
    return ok(`ADMIN_PORT ${port} is free on ${host}`);
  } catch (cause) {
    const [text = '', ...remedy] = startFault(cause, admin).message.split(': ');
    if (!text.includes('is taken')) return error(text, remedy.join(': '));
    return warn(`${text}; if Earshot runs already, this is right`, remedy.join(': '));
  }
}

function reach({ host, port }: Address): readonly Finding[] {
  if (LOOPBACK.test(host)) return [info(`health and metrics are reachable from this machine alone (${host}:${port})`)];
  return [
    warn(
      `health and metrics are reachable from other machines (ADMIN_HOST ${host}), for everybody, without a password`,
      'Leave ADMIN_HOST out, or let a firewall admit your monitoring alone.',
    ),
  ];
}

function openOnce({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
