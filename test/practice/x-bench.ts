import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { createPracticeClock, type PracticeClock } from '../../practice/clock.ts';
import { createPracticeX, type PracticeX } from '../../practice/x/server.ts';
import { createXCaller, type XCaller } from './x-caller.ts';

export const TUESDAY = new Date('2026-03-10T08:00:00.000Z');

export interface XBench {
  x: PracticeX;
  clock: PracticeClock;
  caller: XCaller;
}

/** A running practice X with its clock at a Tuesday, stopped when the test ends. */
export async function startX(options: { basePath?: string } = {}): Promise<XBench> {
  const clock = createPracticeClock(TUESDAY);
  const x = createPracticeX({ clock, us: { username: 'nordbahn', name: 'Nordbahn' }, ...options });
  await x.start();
  onTestFinished(async () => {
    await x.stop();
    clock.stop();
  });
  return { x, clock, caller: createXCaller(x) };
}

const page = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      entities: z.record(z.string(), z.array(z.looseObject({ start: z.number(), end: z.number() }))).optional(),
    }),
  ),
  meta: z.object({ next_token: z.string().optional() }),
});

/** A page of posts, as far as tests look into it. */
export function pageOf(body: unknown): z.infer<typeof page> {
  return page.parse(body);
}
