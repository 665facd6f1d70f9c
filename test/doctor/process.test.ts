import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPractice } from './doctor-bench.ts';

const report = z.object({ ok: z.boolean(), findings: z.array(z.object({ level: z.string(), area: z.string() })) });

describe('npm run doctor', () => {
  it('ends with 0 when all is well, in plain lines', async () => {
    const practice = await openPractice();
    await practice.writeDotEnv();
    const { ended, output } = practice.runDoctor();
    expect(await ended, output()).toBe(0);
    expect(output()).toMatch(/^Environment\n {2}ok {5}Node\.js /);
    expect(output()).toContain('All is well. Nothing was published or changed. Start with: npm start');
    expect(output()).not.toContain('\u001b');
  });

  it('ends with 1 without any configuration, and names all of it', async () => {
    const practice = await openPractice();
    const { ended, output } = practice.runDoctor();
    expect(await ended).toBe(1);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_CHANNEL', 'X_ACCESS_SECRET']) {
      expect(output()).toContain(`error  ${name} is missing`);
    }
  });

  it('speaks JSON to other programs, with the same exit codes', async () => {
    const practice = await openPractice();
    await practice.writeDotEnv();
    const well = practice.runDoctor('--json');
    expect(await well.ended).toBe(0);
    expect(report.parse(JSON.parse(well.output())).ok).toBe(true);
    practice.slack.revoke('bot');
    const ill = practice.runDoctor('--json');
    expect(await ill.ended).toBe(1);
    expect(report.parse(JSON.parse(ill.output()))).toMatchObject({ ok: false });
  });

  it('ends with 2 when it is asked for what it does not know', async () => {
    const practice = await openPractice();
    const { ended, output } = practice.runDoctor('--fix');
    expect(await ended).toBe(2);
    expect(output()).toContain('--fix');
    expect(output()).toContain('npm run doctor -- --json');
  });

  it('says that Earshot is running already, and leaves it running', async () => {
    const practice = await openPractice();
    await practice.writeDotEnv();
    const app = practice.startApp();
    await app.said('earshot: listening');
    const doctor = practice.runDoctor();
    expect(await doctor.ended, doctor.output()).toBe(0);
    expect(doctor.output()).toContain(`warn   Earshot is running already: process ${app.child.pid} uses this store`);
    expect(doctor.output()).toContain('No errors, 1 warning.');
    practice.x.world.post({ author: 'customer', text: '@nordbahn no signal since Monday!' });
    expect(app.child.exitCode).toBeNull();
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });
});

describe('a workspace where other apps own the plain commands', () => {
  it('has its own answered, and named in the help', async () => {
    const practice = await openPractice();
    const { workspace } = practice.slack;
    const anna = workspace.addUser({ name: 'anna' });
    practice.channel.members.add(anna.id);
    await practice.writeDotEnv({ SLACK_COMMAND_PREFIX: 'es-' });
    const doctor = practice.runDoctor();
    expect(await doctor.ended, doctor.output()).toBe(0);
    expect(doctor.output()).toContain('type /es-mentions help in Slack');
    const app = practice.startApp();
    await app.said('earshot: listening');
    await workspace.as(anna.id).command('/es-mentions', 'help', practice.channel.id);
    await workspace.waitFor(() => workspace.modals(anna.id)[0], 'the help');
    const shown = JSON.stringify(workspace.modals(anna.id));
    expect(shown).toContain('`/es-incident start`');
    expect(shown).not.toContain('`/incident');
  });
});

describe('a .env file that can not be read', () => {
  it('is an error of its own for the doctor', async () => {
    const practice = await openPractice();
    await practice.makeDotEnvAFolder();
    const { ended, output } = practice.runDoctor();
    expect(await ended).toBe(1);
    expect(output()).toMatch(/error {2}the \.env file is left out\n +→ \.env is there but can't be read/);
  });

  it('ends npm start with 2 and says what to do', async () => {
    const practice = await openPractice();
    await practice.makeDotEnvAFolder();
    const { ended, output } = practice.startApp();
    expect(await ended).toBe(2);
    expect(output()).toMatch(/^\.env is there but can't be read .*chmod 600 \.env/);
    expect(output()).not.toContain('    at ');
  });
});
