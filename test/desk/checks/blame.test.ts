import { describe, expect, it } from 'vitest';
import { blame } from '../../../src/desk/checks/blame.ts';
import { warningsOf } from '../../../src/desk/checks/index.ts';
import { aContext } from './examples.ts';

const TEXT = 'Hi Mia, a technician comes at 5 pm. The outage was caused by Vodafone.';

describe('a text that names another company as the cause', () => {
  it('asks who confirmed it, until somebody is named', () => {
    expect(blame(TEXT, aContext())).toEqual({ check: 'blame', words: 'Vodafone' });
    expect(blame(TEXT, aContext({ confirmedBy: 'Jens, network' }))).toBeNull();
    expect(blame(TEXT, aContext({ ours: ['VodafoneUK'] }))).toBeNull();
  });

  it('is one of the checks, and can be switched off', () => {
    expect(warningsOf(TEXT, aContext()).map(({ check }) => check)).toContain('blame');
    const off = aContext({ settings: { checks: { blame: false } } });
    expect(warningsOf(TEXT, off).map(({ check }) => check)).not.toContain('blame');
  });
});
