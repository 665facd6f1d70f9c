import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hold } from './journeys/held.ts';
import { freePort, openProcess } from './process-bench.ts';

const PATIENCE = { timeout: 30_000 };
const SOON = { timeout: 20_000 };

async function ask(port: number, path: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  return answer === null ? null : { status: answer.status, text: await answer.text() };
}

/** As Docker runs it: a process of its own numbering, whose first one gets no signal that nobody listens to. */
const AS_FIRST = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child'];
const canBeFirst = spawnSync(AS_FIRST[0] ?? '', [...AS_FIRST.slice(1), 'true']).status === 0;

describe('the built app', PATIENCE, () => {
  test('asked to stop in the middle of a slow call and a press, finishes both and ends with 0', async () => {
    const bench = await openProcess();
    const app = bench.start();
    const { ts } = await bench.card();
    const call = hold(bench.x.faults, 'POST /2/tweets', 'late-answer');
    await bench.reply(ts, 'Hallo Cleo, wir prüfen den Mast.');
    await bench.x.world.waitFor(call.isHit, 'the call to X', 20_000);
    const form = hold(bench.slack.faults, 'views.open');
    const pressed = bench.workspace.as(bench.anna).press(bench.channel, ts, 'reply');
    await bench.workspace.waitFor(form.isHit, 'the form on its way');
    app.child.kill('SIGTERM');
    await expect.poll(app.output, SOON).toContain('earshot: stopping');
    form.release();
    call.release();
    expect(await app.ended).toBe(0);
    await pressed;
    expect(bench.workspace.modals(bench.anna)).toHaveLength(1);
    expect(app.output()).not.toContain('stopped before');

    bench.start();
    await bench.workspace.waitFor(
      () => JSON.stringify(bench.workspace.message(bench.channel, ts)).includes('Answered by'),
      'the card that says so',
      { timeoutMs: 20_000 },
    );
    expect(bench.answers()).toHaveLength(1);
  });

  test.skipIf(!canBeFirst)('stops in order as the first process of a container', async () => {
    const bench = await openProcess();
    const app = bench.start({}, AS_FIRST);
    await bench.card();
    const children = await readFile(`/proc/${app.child.pid}/task/${app.child.pid}/children`, 'utf8');
    process.kill(Number(children.trim()), 'SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.output()).toContain('"why":"SIGTERM"');
  });

  test('serves its health and figures to this machine when it is told to', async () => {
    const bench = await openProcess();
    const port = await freePort();
    const app = bench.start({ ADMIN_PORT: String(port) });
    await expect.poll(() => ask(port, '/healthz'), SOON).toMatchObject({ status: 200 });
    await expect.poll(() => ask(port, '/readyz'), SOON).toEqual({ status: 200, text: '{"ready":true,"reasons":[]}\n' });
    const { ts } = await bench.card();
    await bench.reply(ts, 'Hallo Cleo, wir prüfen den Mast.');
    await expect
      .poll(async () => (await ask(port, '/metrics'))?.text, SOON)
      .toContain('earshot_publications_total{network="x",result="published"} 1');
    const figures = (await ask(port, '/metrics'))?.text ?? '';
    expect(figures).toContain('earshot_polls_total{network="x",result="ok"} 1');
    expect(figures).toContain('earshot_presses_total{kind="form",outcome="done"} 1');
    expect(figures).toMatch(/^earshot_store_write_seconds_count [1-9]/m);
    expect(figures).toContain('earshot_slack_socket_up 1');
    for (const word of ['Cleo', 'Frechheit', bench.anna, 'xoxb']) expect(figures).not.toContain(word);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(await ask(port, '/healthz')).toBeNull();
  });

  test('ends with 2 and names the port that somebody else has', async () => {
    const bench = await openProcess();
    const somebody = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => somebody.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void somebody.close());
    const app = bench.start({ ADMIN_PORT: String(port) });
    expect(await app.ended).toBe(2);
    expect(app.output()).toContain(
      `ADMIN_PORT ${port} is taken on 127.0.0.1: stop what listens there, or set another ADMIN_PORT.`,
    );
  });
});
