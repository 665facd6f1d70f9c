import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { MINUTE_MS, openStage, SECOND_MS } from './support.ts';

const WORD = 'Im Norden ist unser Mobilfunknetz gestört. Wir arbeiten daran.';

describe('silence in an incident', () => {
  it('is counted on its message with the complaints since, and grows into a warning until the next word', async () => {
    const stage = await openStage({ pollMs: MINUTE_MS });
    const incident = createOutage(stage);
    await incident.start(WORD);
    expect(incident.shown()).toMatch(/last public word \d+ seconds? ago/);
    stage.write('cem', 'Kein Netz, Frechheit!');
    stage.write('pia', 'Danke, super Service!');
    await stage.pass(7 * MINUTE_MS, MINUTE_MS);
    await stage.untilSeen(
      () => /last public word [67] minutes ago · 1 complaint since/.test(incident.shown()),
      'the count',
    );
    await stage.pass(26 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilSeen(
      () => /⚠️ \*No public word on X: the last one was 3\d minutes ago · 1 complaint since\*/.test(incident.shown()),
      'the warning',
    );
    await stage.pass(34 * MINUTE_MS, 2 * MINUTE_MS);
    await stage.untilSeen(() => incident.shown().includes('🔴 *No public word on X'), 'the second warning');
    await incident.update('Die Techniker sind vor Ort.');
    expect(incident.shown()).toMatch(/last public word \d+ seconds? ago/);
    stage.expectNothingRefused();
  });

  it('makes mockery of a greeting: one that we post meanwhile is told on the message and in its thread, until a word is newer', async () => {
    const stage = await openStage({ pollMs: 30 * SECOND_MS, x: { ownMs: 30 * SECOND_MS } });
    const incident = createOutage(stage);
    const { username } = stage.world.us;
    await incident.start(WORD);
    await stage.pass(MINUTE_MS, 30 * SECOND_MS);
    stage.world.post({ author: username, text: 'Schönes Wochenende euch allen!' });
    await stage.untilSeen(
      () => /🎈 \*The newest post on our X profile is cheerful \(“Schönes Wochenende”/.test(incident.shown()),
      'the warning',
    );
    await stage.untilSeen(
      () => stage.thread(incident.message()).some((text) => text.startsWith('🎈 *The newest post')),
      'the same in its thread',
    );
    stage.world.post({ author: username, text: 'Wir arbeiten weiter an der Störung im Norden.' });
    await stage.untilSeen(() => !incident.shown().includes('🎈'), 'the end of the warning');
    await stage.pass(2 * MINUTE_MS, 30 * SECOND_MS);
    expect(stage.thread(incident.message()).filter((text) => text.startsWith('🎈'))).toHaveLength(1);
    stage.expectNothingRefused();
  });
});
