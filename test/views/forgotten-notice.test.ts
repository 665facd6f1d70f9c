import { describe, expect, it } from 'vitest';
import type { Forgot } from '../../src/desk/person.ts';
import { forgottenNotice } from '../../views/forgotten-notice.ts';
import { faultsOfMessage, shownText } from './limits.ts';
import { context } from './sample.ts';

const DONE: Forgot = { mention: 'x:1', number: 1, kept: null, replies: 0, left: [], undeleted: [] };
const at = (index: number) => ({ channel: 'C0123456789', ts: `1700000000.${String(index).padStart(6, '0')}` });

function noticeOf(...done: Partial<Forgot>[]) {
  const all = done.map((fields) => ({ ...DONE, ...fields }));
  return forgottenNotice({ id: 'k1', mentions: all.map(({ mention }) => mention), done: all }, context());
}

describe('the end of a request to forget somebody', () => {
  it('says what is gone, what was kept and why, and what only people can delete', () => {
    const shown = shownText(
      noticeOf(
        { replies: 2, left: [at(1)], undeleted: [{ at: null, user: 'UBEN', why: 'Slack says cannot_dm_bot' }] },
        { number: 2, kept: 'held' },
        { number: 3, kept: 'under-way' },
      ),
    );
    expect(shown).toContain('Forgotten: 1 mention.');
    expect(shown).toContain('#2 is on legal hold and was kept.');
    expect(shown).toContain('#3 was kept: a reply was just on its way.');
    expect(shown).toContain('2 public replies of ours stay public.');
    expect(shown).toContain('archives/C0123456789/p1700000000000001|message 1>');
    expect(shown).toContain('direct messages with <@UBEN>: Slack says cannot_dm_bot');
  });

  it('fits into one message of Slack’s, however much was left', () => {
    const undeleted = { at: at(9), user: null, why: '&'.repeat(500) };
    const much = Array.from({ length: 60 }, (_, index) => ({
      number: 100_000 + index,
      kept: index % 2 === 0 ? null : ('under-way' as const),
      left: [at(index), at(index + 100), at(index + 200)],
      undeleted: [undeleted],
    }));
    const message = noticeOf(...much);
    expect(faultsOfMessage(message)).toEqual([]);
    expect(shownText(message)).toMatch(/and (80|100|120) more/);
  });
});
