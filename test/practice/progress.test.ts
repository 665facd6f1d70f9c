import { describe, expect, it } from 'vitest';
import { createProgress } from '../../practice/progress.ts';

function watch(more: { isTTY?: boolean; columns?: number }) {
  let written = '';
  let now = 0;
  const output = {
    ...more,
    write: (text: string) => {
      written += text;
    },
  };
  return {
    progress: createProgress({ output, nowMs: () => now }),
    pass: (ms: number) => {
      now += ms;
    },
    written: () => written,
  };
}

describe('in a terminal', () => {
  it('draws one line again and again, with a bar, and ends it', () => {
    const { progress, pass, written } = watch({ isTTY: true, columns: 80 });
    progress.update(0, '0 of 4');
    pass(200);
    progress.update(0.5, '2 of 4');
    progress.end();
    expect(written().split('\r\u001b[2K')).toEqual([
      '',
      `[${'.'.repeat(24)}]   0 % 0 of 4`,
      `[${'#'.repeat(12)}${'.'.repeat(12)}]  50 % 2 of 4\n`,
    ]);
  });

  it('draws no more often than ten times a second, and the last state always', () => {
    const { progress, pass, written } = watch({ isTTY: true });
    for (let step = 0; step <= 100; step += 1) {
      progress.update(step / 100, `${step}`);
      pass(10);
    }
    progress.end();
    expect(written().split('\r').length).toBeLessThan(15);
    expect(written()).toContain('100 % 100\n');
  });

  it('never wraps into a second line', () => {
    const { progress, written } = watch({ isTTY: true, columns: 40 });
    progress.update(0.1, 'a text that is much longer than the terminal is wide');
    expect(written().replace('\r\u001b[2K', '')).toHaveLength(39);
  });
});

describe('anywhere else', () => {
  it('writes plain lines, one each five seconds, and the last', () => {
    const { progress, pass, written } = watch({});
    for (let second = 1; second <= 12; second += 1) {
      pass(1_000);
      progress.update(second / 12, `${second} of 12`);
    }
    progress.end();
    expect(written()).toBe('5 of 12\n10 of 12\n12 of 12\n');
  });

  it('says nothing twice, and nothing at all of what was never begun', () => {
    const { progress, pass, written } = watch({});
    progress.end();
    pass(5_000);
    progress.update(1, 'done');
    pass(5_000);
    progress.update(1, 'done');
    progress.end();
    expect(written()).toBe('done\n');
  });
});

it('is silent where nobody watches', () => {
  const progress = createProgress({ output: null, nowMs: () => 0 });
  progress.update(1, 'done');
  expect(() => progress.end()).not.toThrow();
});
