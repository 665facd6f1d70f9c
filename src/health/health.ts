import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/index.ts';
import { gatherFigures } from './figures.ts';
import type { Metrics } from './metrics.ts';
import { createStoreCheck, unready } from './readiness.ts';
import { type Address, type AdminServer, createAdminServer, json } from './server.ts';
import type { VitalsMonitor } from './vitals.ts';

interface HealthDeps {
  readonly address: Address;
  readonly store: Store;
  readonly vitals: VitalsMonitor;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface Health extends AdminServer {
  /** All parts are there, or are being stopped: until then, and from then on, nothing is ready. */
  now(is: 'running' | 'stopping'): void;
}

/** `/healthz`: the process lives. `/readyz`: it does its work. `/metrics`: its figures for Prometheus. */
export function createHealth({ address, store, vitals, metrics, clock, log }: HealthDeps): Health {
  const storeFault = createStoreCheck(store, clock);
  let phase: 'starting' | 'running' | 'stopping' = 'starting';

  async function reasons() {
    if (phase !== 'running') return [{ part: 'app', why: `it is ${phase}` }];
    return unready(vitals.read(), await storeFault());
  }

  const server = createAdminServer({
    ...address,
    log,
    pages: {
      '/healthz': async () => json(200, { alive: true }),
      '/readyz': async () => {
        const why = await reasons();
        return json(why.length === 0 ? 200 : 503, { ready: why.length === 0, reasons: why });
      },
      '/metrics': async () => {
        const figures = await gatherFigures(store, vitals.read(), clock.now());
        return { status: 200, type: metrics.contentType, body: await metrics.text(figures) };
      },
    },
  });
  return {
    ...server,
    now(is) {
      phase = is;
    },
  };
}
