import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../practice/loopback.ts';

describe('practice never leaves this machine', () => {
  test.each(['localhost', '127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('%s stays here', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each(['api.x.com', 'slack.com', '10.0.0.1', '127.0.0.1.evil.example', '0.0.0.0', ''])('%s does not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  test('a process that promised to stay refuses a connection elsewhere before any packet leaves', async () => {
    // The guard changes the whole process, so it is tried in one of its own, compiled as `npm test` built it.
    const guard = fileURLToPath(new URL('../../dist/practice/loopback.js', import.meta.url));
    const script = `
      const { stayOnThisMachine } = await import(${JSON.stringify(guard)});
      stayOnThisMachine();
      const why = await fetch('http://192.0.2.1/').then(() => 'it left', (error) => String(error.cause?.message ?? error.message));
      console.log(why);
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout).toContain('a connection to 192.0.2.1 was refused');
  });
});
