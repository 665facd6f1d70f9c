import { describe, expect, test } from 'vitest';
import type { Publication } from '../../src/desk/publication.ts';
import { card } from '../../views/card.ts';
import { parseFormMeta } from '../../views/form-meta.ts';
import { replyModal } from '../../views/forms/reply.ts';
import { ACTION } from '../../views/ids.ts';
import { notice } from '../../views/notice.ts';
import { faultsOfMessage, faultsOfView, pressable, shownText } from './limits.ts';
import { context, mention, publication } from './sample.ts';

const ctx = context();

/** Two posts of one text. */
function two(first: Partial<Publication>, second: Partial<Publication>) {
  const [a, b] = [publication({ text: '1/2 We are', ...first }), publication({ text: '2/2 on it.', ...second })];
  return mention({ publications: [a, { ...b, id: 'p2', after: 'p1', inReplyTo: null }] });
}
const presses = (about: ReturnType<typeof mention>, action: string) =>
  pressable(card(about, ctx)).filter((one) => one.action === action);

describe('numbered posts on a card', () => {
  test('wait together, with one line and one Undo', () => {
    const waiting = two({ status: 'waiting', post: null }, { status: 'waiting', post: null });
    const text = shownText(card(waiting, ctx));
    expect(text.match(/goes out in/g)).toHaveLength(1);
    expect(text).toMatch(/1\/2 We are[\s\S]*2\/2 on it\./);
    expect(presses(waiting, ACTION.undo)).toHaveLength(1);
  });

  test('of which one is out say so of each, and the other can still be taken back', () => {
    const half = two({}, { status: 'waiting', post: null });
    expect(shownText(card(half, ctx))).toMatch(/on X\|?[\s\S]*goes out in/);
    expect(presses(half, ACTION.undo)).toHaveLength(1);
  });

  test('wait for a first one that is looked for', () => {
    const unclear = two({ status: 'unclear', post: null, looks: 3 }, { status: 'waiting', post: null });
    expect(shownText(card(unclear, ctx))).toContain('goes out once the post before it is public');
  });

  test('that came back say so once, and are told whole to their sender', () => {
    const fault = { code: 'refused', detail: '' } as const;
    const back = two({ status: 'failed', post: null, fault }, { status: 'failed', post: null, fault });
    expect(shownText(card(back, ctx)).match(/was not sent/g)).toHaveLength(1);
    expect(presses(back, ACTION.reply)).toHaveLength(2);
    expect(shownText(notice(back, { type: 'not-sent', publication: 'p1' }, ctx))).toContain('We are on it.');
  });

  test('keep the card within Slack’s limits, six of them on a full card', () => {
    const posts = Array.from({ length: 6 }, (_, index) =>
      publication({ id: `p${index + 1}`, after: index === 0 ? null : `p${index}`, text: '漢'.repeat(138) }),
    );
    expect(faultsOfMessage(card(mention({ publications: posts }), ctx))).toEqual([]);
  });
});

describe('the reply form with a text too long', () => {
  const posts = ['1/2 We are', '2/2 on it.'];
  const form = { mention: mention(), user: 'UANNA', text: 'x', seen: [], length: { length: 300, limit: 280 } };
  const meta = (view: ReturnType<typeof replyModal>) => parseFormMeta(view.private_metadata ?? '');

  test('offers to split it beside the count', () => {
    const view = replyModal({ ...form, posts: { posts, wanted: false } }, ctx);
    expect(shownText(view)).toContain('300 / 280 – 20 too many');
    expect(pressable(view).find((one) => one.action === ACTION.splitText)?.label).toBe('Split into 2 posts');
    expect(view.submit?.text).toBe('Send');
    expect(meta(view)?.posts).toBeUndefined();
  });

  test('shows the posts as they will be, and sends so many', () => {
    const view = replyModal({ ...form, posts: { posts, wanted: true } }, ctx);
    for (const post of posts) expect(shownText(view)).toContain(post);
    expect(view.submit?.text).toBe('Send 2 posts');
    expect(meta(view)?.posts).toBe(2);
    expect(pressable(view).find((one) => one.action === ACTION.splitText)?.label).toBe('Keep it one post');
  });

  test('says that it is too long even for six posts', () => {
    const view = replyModal({ ...form, posts: { posts: null, wanted: false } }, ctx);
    expect(shownText(view)).toContain('20 too many* More than 6 posts would be too many.');
    expect(pressable(view).filter((one) => one.action === ACTION.splitText)).toEqual([]);
  });

  test.each(['en', 'de'] as const)('stays within Slack’s limits in %s', (language) => {
    const six = Array.from({ length: 6 }, () => '漢'.repeat(138));
    expect(faultsOfView(replyModal({ ...form, posts: { posts: six, wanted: true } }, context(language)))).toEqual([]);
  });
});
