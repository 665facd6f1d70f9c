import { describe, expect, test } from 'vitest';
import { card, cardPlain } from '../../views/card.ts';
import { ACTION, CHOICE } from '../../views/ids.ts';
import { when } from '../../views/text.ts';
import { parseChoiceValue, parsePressValue } from '../../views/value.ts';
import { faultsOfMessage, pressable, shownText } from './limits.ts';
import { context, escalation, mention, minutesFromNow, post, publication, slaClock } from './sample.ts';

const ctx = context();
const labels = (message: ReturnType<typeof card>) =>
  pressable(message)
    .filter((one) => one.action !== ACTION.more)
    .map((one) => one.label);
const menu = (message: ReturnType<typeof card>) =>
  pressable(message).find((one) => one.action === ACTION.more)?.options ?? [];
const choices = (message: ReturnType<typeof card>) =>
  menu(message).map((one) => parseChoiceValue(String(one.value))?.choice);

describe('a new card', () => {
  test('shows who wrote what, where, and until when it wants an answer', () => {
    const text = shownText(card(mention(), ctx));
    expect(text).toContain('*Jane Doe*  @jane_doe · 1,204 followers');
    expect(text).toContain('🔴 Complaint · #42 · X');
    expect(text).toContain('My internet has been down since yesterday!');
    expect(text).toContain(`Nobody has it yet · answer due ${when(minutesFromNow(30))}`);
  });

  test('offers Reply first, then the rest', () => {
    const shown = card(mention(), ctx);
    expect(labels(shown)).toEqual(['Reply', 'Apologise', 'Escalate', 'Claim']);
    expect(pressable(shown)[0]).toMatchObject({ action: ACTION.reply, style: 'primary' });
    expect(choices(shown)).toEqual([CHOICE.close, CHOICE.kind, CHOICE.openNetwork, CHOICE.history, CHOICE.more]);
    expect(menu(shown)[2]).toMatchObject({ url: 'https://x.com/jane/status/1001' });
  });

  test('its buttons name the mention', () => {
    const [reply] = pressable(card(mention(), ctx));
    expect(parsePressValue(reply?.value ?? '')).toEqual({ ref: { type: 'mention', id: 'x:1001' } });
  });

  test('tells a phone who complains about what', () => {
    expect(card(mention(), ctx).text).toBe(
      '🔴 Complaint #42 from Jane Doe (@jane_doe): My internet has been down since yesterday!',
    );
  });

  test('speaks German to a German team', () => {
    const shown = card(mention(), context('de'));
    expect(labels(shown)).toEqual(['Antworten', 'Entschuldigen', 'Eskalieren', 'Übernehmen']);
    expect(shownText(shown)).toContain('Beschwerde · #42');
  });

  test('shows a customer’s markup as they typed it, in text that Slack does not parse', () => {
    const text = '<!channel> *free* <https://evil.example|money>';
    const shown = card(mention({ posts: [post({ text })] }), ctx);
    expect(shown.blocks).toContainEqual({ type: 'section', text: { type: 'plain_text', text, emoji: false } });
    expect(faultsOfMessage(shown)).toEqual([]);
  });

  test('shows pictures with their descriptions, at most four, and only from https addresses', () => {
    const picture = (n: number, url = `https://pbs.example/${n}.jpg`) => ({
      url,
      alt: `Router ${n}`,
      type: 'photo' as const,
    });
    const pictures = [
      picture(1),
      picture(2, 'http://insecure.example/2.jpg'),
      picture(3),
      picture(4),
      picture(5),
      picture(6),
    ];
    const shown = card(mention({ posts: [post({ pictures })] }), ctx);
    const images = shown.blocks.filter((block) => block.type === 'image');
    expect(images.map((image) => image.alt_text)).toEqual(['Router 1', 'Router 3', 'Router 4', 'Router 5']);
    expect(shownText(shown)).toContain('+ 2 pictures or videos – see History');
  });

  test('a picture without description is named by what it is', () => {
    const pictures = [{ url: 'https://pbs.example/1.jpg', alt: '', type: 'video' as const }];
    const image = card(mention({ posts: [post({ pictures })] }), ctx).blocks.find((block) => block.type === 'image');
    expect(image?.alt_text).toBe('Video');
  });
});

describe('who has it, and how late it is', () => {
  test('a claimed one names its owner and can be released', () => {
    const shown = card(mention({ status: 'claimed', owner: 'UANNA' }), ctx);
    expect(shownText(shown)).toContain('Claimed by <@UANNA>');
    expect(labels(shown)).toContain('Release');
    expect(labels(shown)).not.toContain('Claim');
    expect(choices(shown)).toEqual([CHOICE.close, CHOICE.kind, CHOICE.openNetwork, CHOICE.history, CHOICE.more]);
  });

  test('a late one says since when, in bold', () => {
    const dueAt = minutesFromNow(-12);
    const shown = card(mention({ clocks: [slaClock({ dueAt, late: true })] }), ctx);
    expect(shownText(shown)).toContain(`⏰ *late: answer was due ${when(dueAt)}*`);
  });

  test('a kind without a promise shows no deadline', () => {
    const shown = card(mention({ kind: 'praise', clocks: [slaClock({ dueAt: null })] }), ctx);
    expect(shownText(shown)).not.toContain('due');
  });

  test('escalations say who was asked and whether they answered', () => {
    const escalations = [
      escalation(),
      escalation({ id: 'e2', to: { type: 'group', id: 'SNET' }, answers: [{ by: 'UBEN', text: 'yes', ts: '1.1' }] }),
      escalation({ id: 'e3', fault: 'not-in-channel' }),
      escalation({ id: 'e4', to: { type: 'group', id: 'SNET' }, channel: null, reason: 'Asked here?' }),
    ];
    const text = shownText(card(mention({ status: 'escalated', escalations }), ctx));
    expect(text).toContain('<@UANNA> asked <@UBEN>');
    expect(text).toContain('Is the north down? – no answer yet');
    expect(text).toContain('<!subteam^SNET>');
    expect(text).toContain('1 answer in the thread');
    expect(text).toContain('could not be told');
    // Answers to this one stand in the card's own thread; nobody can tell which of them they are.
    expect(text).toContain('Asked here? – in the thread of this card');
  });
});

describe('a settled card is quiet', () => {
  const answered = mention({ status: 'answered', owner: 'UANNA', publications: [publication()], clocks: [] });

  test('an answered one says who answered and when, with no button in colour', () => {
    const shown = card(answered, ctx);
    expect(shownText(shown)).toContain(`✅ Answered by <@UANNA>, ${when(minutesFromNow(-4))}`);
    expect(pressable(shown).every((one) => one.style === undefined)).toBe(true);
    expect(labels(shown)).toContain('Reply');
    expect(labels(shown)).not.toContain('Apologise');
    expect(choices(shown)).toEqual([CHOICE.reopen, CHOICE.kind, CHOICE.openNetwork, CHOICE.history, CHOICE.more]);
  });

  test('a closed one says who decided that, and why', () => {
    const closed = { by: 'UBEN', at: minutesFromNow(-3), reason: 'Spam' };
    const text = shownText(card(mention({ status: 'closed', closed, clocks: [] }), ctx));
    expect(text).toContain(`No answer needed – <@UBEN>, ${when(closed.at)}: Spam`);
  });
});

test.each(['waiting', 'unclear', 'published', 'failed'] as const)(
  'thirty long texts that are %s still fit',
  (status) => {
    const nasty = '"\\\\'.repeat(3_000);
    const publications = Array.from({ length: 30 }, (_, n) =>
      publication({ id: `p${n + 1}`, status, looks: 3, text: nasty, fault: { code: 'duplicate', detail: nasty } }),
    );
    const posts = [post({ text: nasty, url: `https://x.com/${'a'.repeat(380)}` })] as const;
    const escalations = Array.from({ length: 10 }, () => escalation({ reason: nasty }));
    const author = { id: '1', name: nasty, handle: nasty, followers: 1 };
    const full = mention({ publications, posts, escalations, author });
    for (const language of ['en', 'de'] as const) {
      expect(faultsOfMessage(card(full, context(language)))).toEqual([]);
      expect(faultsOfMessage(cardPlain(full, context(language)))).toEqual([]);
    }
  },
);

describe('the card after Slack refused its blocks', () => {
  const url = 'https://pbs.example/1.jpg';
  const shown = cardPlain(
    mention({
      posts: [post({ pictures: [{ url, alt: '', type: 'photo' }] })],
      publications: [publication({ status: 'waiting', post: null })],
    }),
    ctx,
  );

  test('has neither pictures nor the customer’s address', () => {
    expect(shown.blocks.some((block) => block.type === 'image')).toBe(false);
    expect(JSON.stringify(shown.blocks)).not.toContain('x.com/jane');
  });

  test('keeps its text, its buttons and Undo, and names the commands', () => {
    expect(shownText(shown)).toContain('My internet has been down');
    expect(labels(shown)).toEqual(expect.arrayContaining(['Undo', 'Reply', 'Apologise', 'Escalate', 'Claim']));
    expect(shownText(shown)).toContain('`/reply #42`');
  });
});
