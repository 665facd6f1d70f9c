import { describe, expect, it } from 'vitest';
import { createOutage } from './outage.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const SORRY = 'We should have told you sooner. From now on we write here every hour.';

/** Carla sends an apology for the running incident. */
async function apologise(stage: OpenedStage, by: Name = 'carla') {
  const outage = createOutage(stage);
  const form = await stage.openForm(by, outage.message(), 'apologise');
  await form.fill(stage.textBlock(form, 'wrong'), 'We should have told you sooner');
  await form.fill(stage.textBlock(form, 'doing'), 'From now on we write here every hour');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  await outage.untilShown(`waits for a second person`);
  return outage;
}

const isPublic = (stage: OpenedStage) => stage.world.ours().some(({ written }) => written === SORRY);

async function toldAlone(stage: OpenedStage, name: Name, action: string, words: string) {
  const outage = createOutage(stage);
  await stage.person(name).press(stage.support, outage.message().ts, action);
  await stage.workspace.waitFor(() => stage.ephemerals(name).some((text) => text.includes(words)), words);
}

describe('a public apology for an incident', () => {
  it('waits for a second person as long as it takes, across a restart, and is refused to its own writer', async () => {
    const stage = await openStage({ pollMs: 5 * MINUTE_MS });
    await createOutage(stage).start('Our network in the north is down.');
    const outage = await apologise(stage, 'anna');
    expect(outage.shown()).toContain(
      `✋ *Apology* by @anna – waits for a second person\n${SORRY}\n[*Approve*] [Send back] [Send without approval] [Take back]`,
    );
    await toldAlone(stage, 'anna', 'approve', 'Nobody approves their own text.');
    await toldAlone(stage, 'ben', 'send_alone', 'Only leads may do this.');
    await stage.pass(20 * MINUTE_MS, 5 * MINUTE_MS);
    await stage.stopApp();
    await stage.startApp();
    expect(isPublic(stage)).toBe(false);
    expect(outage.shown()).toContain('waits for a second person');

    await stage.person('ben').press(stage.support, outage.message().ts, 'approve');
    await outage.untilShown('[Undo]');
    await stage.untilSeen(() => isPublic(stage), 'the apology');
    expect(await outage.untilShown(/Apology\* by @anna, .*· on X/)).toContain('approved by @ben');
    const history = await stage.openForm('carla', outage.message(), 'incident_history');
    expect(stage.modalText(history)).toContain('@ben approved it');
    expect(stage.world.ours().filter(({ written }) => written === SORRY)).toHaveLength(1);
    stage.expectNothingRefused();
  });

  it('goes back to its writer with the reason, who sends it again, and a lead lets it go alone', async () => {
    const stage = await openStage();
    await createOutage(stage).start('Our network in the north is down.');
    const outage = await apologise(stage);
    const form = await stage.openForm('ben', outage.message(), 'give_back');
    expect(stage.modalText(form)).toContain(SORRY);
    await form.fill('reason', 'Say since when.');
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    await stage.workspace.waitFor(() => stage.dms('carla').length > 0, 'a word to Carla');
    const dm = stage.dms('carla')[0] ?? '';
    expect(dm).toContain('@ben sent this back: *Apology* for Incident 1');
    expect(dm).toContain('> Say since when.');
    await stage.workspace.waitFor(() => !outage.shown().includes('waits for a second person'), 'that it is off');

    const again = await stage.openForm('carla', outage.message(), 'apologise');
    expect(stage.modalText(again)).toContain('We should have told you sooner');
    expect(stage.modalText(again)).toContain('a colleague sent back');
    expect(await again.submit()).toEqual({ outcome: 'closed' });
    await outage.untilShown('waits for a second person');
    await stage.person('carla').press(stage.support, outage.message().ts, 'send_alone');
    await outage.untilShown('[Undo]');
    await stage.untilSeen(() => isPublic(stage), 'the apology');
    await outage.untilShown('released by @carla without a second person');
    stage.expectNothingRefused();
  });
});
