import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onDisk } from './on-disk.ts';
import { type OpenedStage, openStage } from './support.ts';

/** As npm runs it; `npm test` builds before it tests. */
const SCRIPT = fileURLToPath(new URL('../../dist/src/forget/main.js', import.meta.url));

function run(stage: OpenedStage, ...options: string[]) {
  const env = { STORE_URL: `file:${stage.dataFolder}`, SLACK_CHANNEL: stage.support };
  return new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [SCRIPT, ...options], { cwd: tmpdir(), env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe('npm run forget', () => {
  it('deletes from the store at rest; the next start deletes Slack’s copies and tells the first lead', async () => {
    const stage = await openStage({ desk: { vip: ['jon_reyes'] } });
    const { card } = await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const other = await stage.complain('mia_travels', 'my bill is wrong again, this is a scandal');
    await stage.stopApp();
    const dry = await run(stage, '--author', '@Jon_Reyes', '--dry-run');
    expect(dry, dry.output).toMatchObject({ code: 0 });
    expect(dry.output).toContain('Mentions to forget: 1 (#1), with 1 cards in Slack');
    expect(dry.output).toContain('The name also goes from the settings and their history: the VIP list.');
    expect(await onDisk(stage.dataFolder)).toContain('jon_reyes');

    const done = await run(stage, '--author', 'jon_reyes');
    expect(done, done.output).toMatchObject({ code: 0 });
    expect(done.output).toContain(`tells ${stage.people.carla} by direct message`);
    expect(await onDisk(stage.dataFolder)).not.toContain('jon_reyes');
    expect(stage.rendered(card)).toContain('jon_reyes');

    await stage.startApp();
    const told = await stage.untilSeen(() => stage.dms('carla').at(-1), 'the end of it', { stepMs: 5_000 });
    expect(told).toContain('Forgotten: 1 mention.');
    expect(stage.cards().map(({ ts }) => ts)).toEqual([other.card.ts]);
    const show = await stage.commandForm('anna', '/mentions', 'show #1');
    expect(stage.modalText(show)).toContain('Whoever runs the server had the customer and all words deleted');
    await stage.stopApp();
    expect(await run(stage, '--author', 'jon_reyes')).toMatchObject({ code: 1 });
    stage.expectNothingRefused();
  });

  it('leaves a running app alone, and says where to do it then', async () => {
    const stage = await openStage();
    await stage.complain('jon_reyes', 'still waiting for my router. Not acceptable.');
    const { code, output } = await run(stage, '--author', 'jon_reyes');
    expect(code).toBe(2);
    expect(output).toContain('/mentions forget @jon_reyes in Slack');
    expect(await onDisk(stage.dataFolder)).toContain('jon_reyes');
    const unknown = await run(stage, '--who', 'jon_reyes');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.output).toContain('npm run forget -- --author NAME');
    stage.expectNothingRefused();
  });
});
