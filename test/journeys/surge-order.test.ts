import { describe, expect, it } from 'vitest';
import { complaintsShown } from '../../practice/complaints-shown.ts';
import { cardsShown } from '../../practice/replay-channel.ts';
import { openStage, SECOND_MS } from './support.ts';

/** Slack takes a few at once, then one a second, in real time: enough to see the order, few enough to wait for. */
const COMPLAINTS = 9;
const OTHERS = 12;

describe('more posts at once than Slack takes cards', () => {
  it('show every complaint before anything else, in the time that Slack itself needs', async () => {
    // The clock is not moved after the first read: what Slack shows when is then in real time, as its pace is.
    const stage = await openStage({ pollMs: 2 * SECOND_MS });
    for (let index = 0; index < OTHERS; index += 1) stage.write(`pia${index}`, 'Danke, super Service!');
    const late = stage.write('lea', 'Guten Morgen!');
    for (let index = 0; index < COMPLAINTS; index += 1) stage.write(`cem${index}`, 'Kein Netz, Frechheit!');
    await stage.readNow();
    await stage.workspace.waitFor(() => stage.cards().length >= 3, 'the first cards');
    // What turns out to be a complaint only while it waits moves up too.
    stage.write('lea', 'Seit drei Tagen kein Internet, eine Frechheit!', { inReplyTo: late.id });
    const complaints = () => cardsShown(stage).filter(({ kind }) => kind === 'complaint');
    await stage.workspace.waitFor(() => complaints().length === COMPLAINTS + 1, 'all complaints', {
      timeoutMs: 30_000,
    });
    await stage.workspace.waitFor(() => stage.cards().length > COMPLAINTS + 3, 'others after them', {
      timeoutMs: 30_000,
    });
    // The app had read the posts before their first card came.
    const readMs = Math.min(...cardsShown(stage).map(({ shownMs }) => shownMs));
    const sinceRead = cardsShown(stage).map((card) => ({ ...card, arrivedMs: readMs, knownMs: readMs }));
    const { ratio, overtaken } = complaintsShown(sinceRead);
    expect(overtaken).toBe(0);
    expect(ratio).toBeLessThanOrEqual(1.15);
    stage.expectNothingRefused();
  });
});
