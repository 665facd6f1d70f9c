import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/desk/report.ts';
import { handLink } from '../../views/by-hand.ts';
import { card } from '../../views/card.ts';
import { exportLine } from '../../views/export.ts';
import { byHandModal } from '../../views/forms/by-hand.ts';
import { replyModal } from '../../views/forms/reply.ts';
import { LIMIT } from '../../views/limit.ts';
import { mentionRow } from '../../views/mention-row.ts';
import { report } from '../../views/report.ts';
import { faultsOfView, shownText } from './limits.ts';
import { context, mention, minutesFromNow, post, publication } from './sample.ts';

const ctx = context();
const german = context('de');
const elsewhere = mention({ status: 'answered', publications: [publication({ by: 'elsewhere' })] });
const found = mention({ posts: [post({ via: 'search' })] });

describe('an answer on X itself', () => {
  test('is called that on the card, in lists, in exports and in reports, and never a person', () => {
    expect(shownText(card(elsewhere, ctx))).toContain('✅ Answered on X directly, <!date^');
    expect(shownText(card(elsewhere, german))).toContain('Direkt auf X beantwortet, <!date^');
    expect(JSON.stringify(mentionRow(elsewhere, undefined, german))).toContain('direkt auf X beantwortet');
    const named = { ...ctx, desk: { ...ctx.desk, staffNames: true } };
    expect(exportLine(elsewhere, named)).toContain('answered on X directly');
    const period = { from: '2026-03-01', to: '2026-03-03' };
    const drawn = report(reportOf([elsewhere], period, named.desk), { isPrivate: true, shownBy: null }, named);
    expect(shownText(drawn)).toContain('answered on X directly: 1 answer');
    for (const shown of [shownText(card(elsewhere, ctx)), exportLine(elsewhere, named).join(), shownText(drawn)]) {
      expect(shown).not.toContain('elsewhere');
    }
  });
});

describe('a mention that is answered by hand', () => {
  test('has a link that fits Slack, whatever the text', () => {
    expect(handLink(found, 'Hi Jane & all')?.url).toBe(
      'https://x.com/intent/post?in_reply_to=1001&text=Hi%20Jane%20%26%20all',
    );
    const long = handLink(found, '👩‍👩‍👧‍👦'.repeat(140));
    expect(long).toEqual({ url: 'https://x.com/intent/post?in_reply_to=1001', isFilled: false });
    expect(handLink(found, '漢'.repeat(140))?.url.length).toBeLessThanOrEqual(LIMIT.buttonUrl);
    expect(handLink(found, '\uD800')?.isFilled).toBe(true);
    expect(shownText(byHandModal(found, '👩‍👩‍👧‍👦'.repeat(140), ctx))).toContain('please copy it from here');
  });

  test('is written in the ordinary form, which leads on instead of sending', () => {
    const form = { user: 'UANNA', text: '', seen: [], length: { length: 0, limit: 280 } };
    expect(replyModal({ ...form, mention: found }, german).submit?.text).toBe('Weiter');
    expect(replyModal({ ...form, mention: mention() }, german).submit?.text).toBe('Senden');
    expect(faultsOfView(byHandModal(found, 'Hi', german))).toEqual([]);
  });
});

describe('a post that is not as it was', () => {
  test('shows both versions, and that it is gone', () => {
    const versions = [{ id: '1000', text: 'My internet is <!channel> slow' }];
    const gone = mention({
      status: 'closed',
      closed: { by: 'customer', at: minutesFromNow(-1), reason: '' },
      posts: [post({ versions, deletedAt: minutesFromNow(-1) })],
    });
    const shown = shownText(card(gone, ctx));
    expect(shown).toContain('edited – was: My internet is &lt;!channel&gt; slow');
    expect(shown).toContain('*deleted by its author, seen <!date^');
    expect(shown).toContain('☑️ Nothing is left to answer');
    expect(shownText(card(gone, german))).toContain('vom Verfasser gelöscht');
  });
});
