import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../../practice/stage.ts';

/** Real milliseconds within which a card that somebody presses is being drawn. */
const DRAWN_MS = 3_000;

/**
 * Two people at one card: Slack has the card as the first one's press left it, and answers only when the second one is
 * done. What the second one did must be drawn as well: no kill shows that, and no later change may heal it.
 * @param press draws the card
 * @param act what the second person does, and calls `atOnce` directly before its press
 */
export async function whileDrawn(
  slack: Stage['slack'],
  press: () => Promise<unknown>,
  act: (atOnce: () => Promise<void>) => Promise<void>,
): Promise<void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hit = () => {};
  const isHit = new Promise<void>((resolve) => {
    hit = resolve;
  });
  let lift = () => {};
  await act(async () => {
    const until = () => {
      hit();
      return released;
    };
    lift = slack.faults.add({ when: 'chat.update', kind: 'late-answer', times: 1, until });
    void press().catch(() => {});
    await Promise.race([isHit, sleep(DRAWN_MS)]);
  });
  lift();
  release();
}
