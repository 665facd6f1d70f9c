import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, openStage } from './support.ts';

describe('a night before a public holiday', () => {
  // Repentance Day, Wednesday 18 November 2026, is a public holiday in Saxony alone.
  it.each([
    ['in Hamburg', 'HH', '2026-11-18', '18 Nov 2026 09:00'],
    ['in Saxony, where Wednesday is a holiday,', 'SN', '2026-11-19', '19 Nov 2026 09:00'],
  ])('ends %s on the next office day', async (_where, state, morning, due) => {
    const desk = { holidays: { country: 'DE', state } };
    const stage = await openStage({ start: new Date('2026-11-17T22:00:00+01:00'), desk, pollMs: 10 * MINUTE_MS });
    const { card } = await stage.complain('jon_reyes', 'router broken again, this is unacceptable');
    expect(stage.rendered(card)).toContain(`answer due ${due}`);
    await stage.pass(Date.parse(`${morning}T07:59:00+01:00`) - stage.clock.now().getTime(), 2 * HOUR_MS);
    expect(stage.messagesFor('draw-round')).toEqual([]);
    await stage.pass(2 * MINUTE_MS, MINUTE_MS);
    const first = await stage.workspace.waitFor(() => stage.messagesFor('draw-round')[0], 'the morning’s message');
    expect(stage.rendered(first)).toContain('1 mention came in while the desk was closed');
    stage.expectNothingRefused();
  });
});
