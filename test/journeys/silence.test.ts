import { describe, expect, it } from 'vitest';
import { type OpenedStage, openStage, POLL_MS, SECOND_MS } from './support.ts';

const READ = 'GET /2/users/:id/mentions';
const lines = (stage: OpenedStage) => stage.messagesFor('post-silence').map((message) => stage.rendered(message));
/** What is logged as an error while a part is away on purpose. */
const AWAY = [
  /could not read mentions/,
  /no active connection|client is not ready|WebSocket error|retrieve a new WSS URL/,
];

/** Time goes by in small steps, so that each look and each read happens. */
const pass = (stage: OpenedStage, seconds: number) => stage.pass(seconds * SECOND_MS, 5 * SECOND_MS);

describe('silence', () => {
  it('of X is told in the channel once, and once more when it can be read again', async () => {
    const stage = await openStage();
    const mend = stage.x.faults.add({ when: READ, kind: '500' });
    await pass(stage, (3 * POLL_MS) / SECOND_MS - 10);
    expect(lines(stage)).toEqual([]);
    await stage.untilSeen(() => lines(stage).length === 1, 'the line');
    expect(lines(stage)[0]).toMatch(/^🔇 \*X can’t be read, the last time it could was .*please look at X itself/s);
    const missed = stage.write('cleo', 'Kein Netz, Frechheit!');
    await pass(stage, 60);
    // What was told stays told over a restart.
    await stage.stopApp();
    await stage.startApp();
    await pass(stage, 60);
    expect(lines(stage)).toHaveLength(1);

    mend();
    await stage.untilSeen(() => lines(stage).length === 2, 'the end of it', { stepMs: POLL_MS });
    expect(lines(stage)[1]).toMatch(/^✅ X has been readable again since .*; nothing was lost\.$/);
    await stage.cardFor(missed);
    await pass(stage, 60);
    expect(lines(stage)).toHaveLength(2);
    stage.expectNothingRefused({ troubles: AWAY });
  });

  it('of Slack’s connection is told while messages still get through, and that it is back', async () => {
    const stage = await openStage();
    const mend = stage.slack.faults.add({ when: 'apps.connections.open', kind: '500' });
    stage.slack.sockets.cut();
    await stage.workspace.waitFor(() => stage.slack.sockets.count() === 0, 'the cut');
    await pass(stage, 45);
    expect(lines(stage)).toEqual([]);
    await stage.untilSeen(() => lines(stage).length === 1, 'the line');
    expect(lines(stage)[0]).toMatch(
      /^🔇 \*Slack’s connection to Earshot is down since .*presses and commands do nothing/,
    );
    mend();
    await stage.untilSeen(() => lines(stage).length === 2, 'the end of it');
    expect(lines(stage)[1]).toMatch(/^✅ Buttons and commands work again since .*please press it again\.$/);
    stage.expectNothingRefused({ troubles: AWAY });
  });

  it('of all that Slack is, is one line for its beginning and its end', async () => {
    const stage = await openStage();
    const mendSocket = stage.slack.faults.add({ when: 'apps.connections.open', kind: '500' });
    const mendPosts = stage.slack.faults.add({ when: 'chat.postMessage', kind: '500' });
    stage.slack.sockets.cut();
    await pass(stage, 180);
    mendSocket();
    await stage.untilSeen(() => stage.slack.sockets.count() > 0, 'a new connection');
    await pass(stage, 10);
    expect(lines(stage)).toEqual([]);
    mendPosts();
    await stage.untilSeen(() => lines(stage).length > 0, 'the line');
    await pass(stage, 60);
    expect(lines(stage)).toEqual([
      expect.stringMatching(/^✅ Buttons and commands did not work from .* to .*again\.$/),
    ]);
    stage.expectNothingRefused({ troubles: AWAY });
  });
});
