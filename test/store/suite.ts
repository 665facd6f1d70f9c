import { afterEach, beforeEach, describe } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Store } from '../../src/store/index.ts';
import { describeAggregates } from './aggregates-suite.ts';
import { describeEffects } from './effects-suite.ts';
import { describeFailedEffects } from './failed-effects-suite.ts';
import { describeFinding } from './finding-suite.ts';
import { createHandClock } from './hand-clock.ts';

/** Where one test's store is kept. */
export interface Place {
  /** Opens what is there; after `close` it is the next start of the app. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** A store as a test uses it. */
export interface Bench {
  readonly clock: ReturnType<typeof createHandClock>;
  store: Store;
  /** Closes the store and opens it again. */
  restart(): Promise<void>;
}

/** The specification that every store must meet. `prepare` makes a new, empty place. */
export function describeStore(name: string, prepare: (clock: Clock) => Promise<Place>): void {
  describe(`${name}, as any store,`, () => {
    let place: Place;
    let bench: Bench;

    beforeEach(async () => {
      const clock = createHandClock();
      place = await prepare(clock);
      bench = {
        clock,
        store: await place.open(),
        async restart() {
          await bench.store.close();
          bench.store = await place.open();
        },
      };
    });
    afterEach(async () => {
      await bench.store.close();
      await place.remove();
    });

    describeAggregates(() => bench);
    describeFinding(() => bench);
    describeEffects(() => bench);
    describeFailedEffects(() => bench);
  });
}
