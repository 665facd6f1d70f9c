import { describe, expect, it } from 'vitest';
import { isMoot } from '../../src/desk/moot.ts';
import { letIn, shutOut } from '../../src/desk/shut-out.ts';
import { shutOutNotice } from '../../views/shut-out.ts';
import { context } from '../views/sample.ts';
import { ANNA, aChannel, atRest, BEN, berlin } from './examples.ts';

const NOW = berlin('2026-11-24T10:00');
const WHAT = { cause: 'not-in-channel', why: 'Slack says not_in_channel' } as const;

describe('a channel that is shut to us', () => {
  it('is told of once, to everybody who can mend it, and again when it is open', () => {
    const shut = shutOut(aChannel(), WHAT, [ANNA, BEN], NOW);
    expect(shut.effects.map(({ effect }) => effect)).toMatchObject([
      { type: 'send-notice', to: ANNA, notice: { type: 'shut-out' } },
      { type: 'send-notice', to: BEN, notice: { type: 'shut-out' } },
    ]);
    expect(shutOut(shut.state, { ...WHAT, cause: 'archived' }, [ANNA], NOW)).toEqual({
      state: shut.state,
      effects: [],
    });
    const open = letIn(shut.state);
    expect(open.state.shutOut).toBeNull();
    expect(open.effects.map(({ effect }) => effect)).toMatchObject([
      { to: ANNA, notice: { type: 'let-in', since: NOW.toISOString() } },
      { to: BEN, notice: { type: 'let-in', since: NOW.toISOString() } },
    ]);
    expect(letIn(open.state)).toEqual({ state: open.state, effects: [] });
  });

  it('and open again before anybody was told is not told of any more', () => {
    const [planned] = shutOut(aChannel(), WHAT, [ANNA], NOW).effects;
    if (planned === undefined) throw new Error('nobody is told');
    expect(isMoot(aChannel(), atRest(planned), NOW)).toBe(true);
  });

  it.each(['en', 'de'] as const)('says in %s what opens it, whatever the cause', (language) => {
    for (const cause of ['not-in-channel', 'archived', 'scope-missing'] as const) {
      const { state } = shutOut(aChannel(), { cause, why: 'needs chat:write' }, [], NOW);
      const text = shutOutNotice(state, { type: 'shut-out' }, context(language))?.text ?? '';
      expect(text).toMatch(/\/invite @Earshot|needs chat:write/);
    }
    expect(shutOutNotice(aChannel(), { type: 'shut-out' }, context(language))).toBeNull();
  });
});
