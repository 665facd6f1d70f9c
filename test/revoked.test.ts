import { expect, test } from 'vitest';
import { openProcess } from './process-bench.ts';

test.each([
  ['bot', 'SLACK_BOT_TOKEN is not accepted (Slack says token_revoked)'],
  ['app', 'SLACK_APP_TOKEN is not accepted (Slack says token_revoked)'],
] as const)(
  'a revoked %s token ends the app with 1 and a remedy, and nothing is lost',
  async (which, words) => {
    const app = await openProcess();
    const { slack, x, cards } = app;
    const run = () => app.start({ X_POLL_SECONDS: '5' });

    const first = run();
    await cards(1);
    slack.revoke(which);
    x.world.post({ author: 'claas', text: '@NordfunkHilft die Rechnung ist schon wieder falsch, Frechheit!' });
    expect(await first.ended).toBe(1);
    expect(first.output()).toContain(words);
    expect(first.output()).not.toContain(slack.botToken);

    slack.restore(which);
    run();
    await cards(2);
  },
  60_000,
);
