import type { Fault } from '../faults.ts';
import type { Stage } from '../stage.ts';

/** Something that a visitor can break. */
export interface Trouble {
  readonly id: string;
  readonly label: string;
  /** Breaks it; the returned function mends it. */
  readonly begin: (stage: Stage) => () => void;
}

const MINUTE_MS = 60_000;

const x = (id: string, label: string, fault: Fault): Trouble => ({
  id,
  label,
  begin: (stage) => stage.x.faults.add(fault),
});

const slack = (id: string, label: string, fault: Fault): Trouble => ({
  id,
  label,
  begin: (stage) => stage.slack.faults.add(fault),
});

/** What X has another state for. */
const state = (id: string, label: string, set: (stage: Stage, on: boolean) => void): Trouble => ({
  id,
  label,
  begin(stage) {
    set(stage, true);
    return () => set(stage, false);
  },
});

/** What goes wrong with X, then with Slack, in the order of the page. */
export const TROUBLES: readonly Trouble[] = [
  x('x-cut', 'X publishes our post, then cuts the line', { when: 'POST /2/tweets', kind: 'cut-after' }),
  x('x-429', 'X refuses posts: too many', { when: 'POST /2/tweets', kind: '429', retryAfterSeconds: 60 }),
  x('x-reads-429', 'X refuses reads: too many, without saying for how long', { when: /^GET /, kind: '429' }),
  x('x-500', 'X is down', { when: /./, kind: '500' }),
  x('x-html', 'X answers with a web page instead of data', { when: /./, kind: 'html' }),
  state('x-credits', 'X says that our credits are used up', (stage, on) => stage.x.setOutOfCredits(on)),
  state('x-revoked', 'X no longer takes our token', (stage, on) => stage.x.setRevoked(on)),
  state('x-suspended', 'X has suspended our account', (stage, on) =>
    stage.x.setBarred(on ? 'Your account is suspended and is not permitted to access this feature.' : null),
  ),
  state('x-clock', 'X’s clock is 30 minutes ahead of ours', (stage, on) =>
    stage.x.setClockAhead(on ? 30 * MINUTE_MS : 0),
  ),
  {
    id: 'x-authors',
    label: 'X leaves out who wrote',
    begin: (stage) => stage.x.distort('GET /2/users/:id/mentions', withoutIncludes),
  },
  slack('slack-429', 'Slack limits new messages', { when: 'chat.postMessage', kind: '429', retryAfterSeconds: 5 }),
  slack('slack-slow', 'Slack takes 2 seconds to update', { when: 'chat.update', kind: 'delay', delayMs: 2_000 }),
  slack('slack-500', 'Slack answers with errors', { when: /^(chat|conversations|users|files)\./, kind: '500' }),
  slack('slack-forms', 'Slack opens no forms', { when: /^views\./, kind: '429', retryAfterSeconds: 30 }),
  slack('slack-trigger', 'Slack says that a press was too long ago', {
    when: /^views\.(open|push)$/,
    kind: 'refuse',
    error: 'expired_trigger_id',
  }),
  state('slack-removed', 'Earshot is removed from #support', ({ slack: { workspace }, channels }, on) => {
    void (on ? workspace.removeBot(channels.support) : workspace.invite(channels.support));
  }),
  state('slack-archived', '#support is archived', ({ slack: { workspace }, channels }, on) =>
    on ? workspace.archive(channels.support) : workspace.unarchive(channels.support),
  ),
  slack('twice', 'Slack delivers each press twice', { when: 'deliver:interactive', kind: 'duplicate' }),
  slack('late', 'Slack delivers each press after the next one', { when: 'deliver:interactive', kind: 'hold' }),
];

/** A single blow, with nothing to mend afterwards. */
export const BLOWS: Readonly<
  Record<string, { readonly label: string; readonly run: (stage: Stage) => Promise<void> | void }>
> = {
  socket: { label: 'Cut Slack’s connection to the app', run: ({ slack: at }) => at.sockets.cut() },
  recycle: { label: 'Slack asks the app to connect anew', run: ({ slack: at }) => at.sockets.disconnect() },
  restart: {
    label: 'Stop the app and start it again',
    async run(stage) {
      await stage.stopApp();
      await stage.startApp();
    },
  },
};

function withoutIncludes(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return { ...body, includes: undefined };
}
