import { expect, it } from 'vitest';
import { freePort } from '../slack/free-port.ts';
import { leaksIn, playWithCanaries, secretsOf } from './canaries.ts';
import { openStage } from './support.ts';

it.each(['socket', 'signed requests'])(
  'by %s: nobody’s words, names or keys are in the log, even at trace',
  async (by) => {
    const lines: string[] = [];
    const http = by === 'socket' ? {} : { http: { port: await freePort(), signingSecret: 'shh-of-the-logs' } };
    const stage = await openStage({ listen: (line) => void lines.push(line), desk: { undoSeconds: 2 }, ...http });
    await playWithCanaries(stage);
    await stage.stopApp();
    const log = lines.join('');
    expect(leaksIn(log, [...secretsOf(stage), 'shh-of-the-logs'])).toEqual([]);
    // It says what happened all the same.
    expect(log).toContain('a call to X failed');
    expect(log).toContain('X refused with 403');
  },
);
