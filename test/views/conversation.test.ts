import { describe, expect, test } from 'vitest';
import type { Publication } from '../../src/desk/publication.ts';
import { card } from '../../views/card.ts';
import { ACTION } from '../../views/ids.ts';
import { parsePressValue } from '../../views/value.ts';
import { faultsOfMessage, pressable, shownText } from './limits.ts';
import { context, mention, minutesFromNow, post, publication } from './sample.ts';

const ctx = context();
const labels = (message: ReturnType<typeof card>) => pressable(message).map((one) => one.label);

describe('what was said', () => {
  test('stands in the order in which it was said', () => {
    const posts = [
      post(),
      post({ id: '2', text: 'Hello?', at: minutesFromNow(-20) }),
      post({ id: '3', text: 'Thanks!', at: minutesFromNow(-1) }),
    ] as const;
    const text = shownText(card(mention({ posts, publications: [publication()] }), ctx));
    const places = ['My internet', 'Hello?', 'Hi Jane', 'Thanks!'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('of many later posts the latest three are shown, and the others counted', () => {
    const later = Array.from({ length: 200 }, (_, n) =>
      post({ id: `l${n}`, text: `again ${n}.`, at: minutesFromNow(n - 250) }),
    );
    const text = shownText(card(mention({ posts: [post(), ...later] }), ctx));
    expect(text).toContain('again 199.');
    expect(text).toContain('again 197.');
    expect(text).not.toContain('again 196.');
    expect(text).toContain('197 more posts of this customer');
  });

  const shown = (fields: Partial<Publication>) => card(mention({ publications: [publication(fields)] }), ctx);

  test('a reply that waits says when it goes out and can be undone', () => {
    const waiting = shown({ status: 'waiting', post: null });
    expect(shownText(waiting)).toContain('*Reply* by <@UANNA> – goes out in 10 seconds');
    expect(shownText(waiting)).toContain('Hi Jane, we are on it.');
    const undo = pressable(waiting).find((one) => one.action === ACTION.undo);
    expect(parsePressValue(undo?.value ?? '')).toEqual({ ref: { type: 'mention', id: 'x:1001' }, id: 'p1' });
  });

  test('a published one is linked, and Delete asks about that very text', () => {
    const published = shown({});
    expect(shownText(published)).toContain('<https://x.com/acme/status/2001|on X>');
    expect(labels(published)).toContain('Delete reply');
    expect(shownText(published)).toContain('takes back what is public now: “Hi Jane, we are on it.”');
  });

  test('one that was confirmed by hand has no address, so it can’t be deleted from here', () => {
    const confirmed = shown({ post: null, attempt: { id: 'a1', at: minutesFromNow(-4) } });
    expect(shownText(confirmed)).toContain('confirmed by hand');
    expect(labels(confirmed)).not.toContain('Delete reply');
  });

  test('an unclear one is looked for first, and only then asked about', () => {
    expect(shownText(shown({ status: 'unclear', looks: 2, post: null }))).toContain('Checking whether it is public');
    expect(labels(shown({ status: 'unclear', looks: 2, post: null }))).not.toContain('Send again');
    const asked = shown({ status: 'unclear', looks: 3, post: null });
    expect(shownText(asked)).toContain(
      'sent? It was not found on the network. <https://x.com/jane/status/1001|Please look here>',
    );
    expect(labels(asked)).toEqual(expect.arrayContaining(['It is there', 'Send again']));
  });

  test('a failed one says why and what to do, until a later one makes it good', () => {
    const failed = publication({ status: 'failed', post: null, fault: { code: 'post-gone', detail: 'Not Found' } });
    const text = shownText(card(mention({ publications: [failed] }), ctx));
    expect(text).toContain('was not sent. The post is no longer there.');
    expect(text).toContain('(Not Found)');
    const later = card(mention({ publications: [failed, publication({ id: 'p2' })] }), ctx);
    expect(shownText(later)).not.toContain('was not sent');
  });

  test('an undone one is not shown, a deleted one is only noted', () => {
    expect(shownText(shown({ status: 'undone', post: null }))).not.toContain('Hi Jane');
    const deleted = shownText(shown({ status: 'deleted' }));
    expect(deleted).toContain('*Reply* by <@UANNA> was deleted.');
    expect(deleted).not.toContain('Hi Jane');
  });

  test('however many texts there are, those that still need somebody keep their buttons', () => {
    const published = Array.from({ length: 24 }, (_, n) => publication({ id: `p${n + 1}`, text: 'x'.repeat(280) }));
    const urgent = Array.from({ length: 6 }, (_, n) =>
      publication({
        id: `u${n}`,
        status: n < 3 ? 'waiting' : 'unclear',
        looks: 3,
        post: null,
        text: 'y'.repeat(5_000),
      }),
    );
    const full = card(
      mention({ publications: [...urgent, ...published], posts: [post({ text: 'z'.repeat(9_000) })] }),
      ctx,
    );
    expect(faultsOfMessage(full)).toEqual([]);
    expect(labels(full).filter((label) => label === 'Undo')).toHaveLength(3);
    expect(labels(full).filter((label) => label === 'Send again')).toHaveLength(3);
    expect(shownText(full)).toContain('more texts of ours – see History');
  });
});
