import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cardLink,
  escapeMrkdwn,
  fromSlack,
  link,
  quote,
  shorten,
  shortenEscaped,
  snippet,
  visible,
  webAddress,
  when,
} from '../../views/text.ts';
import { hostileText } from './hostile.ts';
import { controlsIn } from './limits.ts';
import { context } from './sample.ts';

const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('escaping', () => {
  test('leaves nothing that Slack takes for a ping, a link or an entity of the author', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(escaped).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)|[*~`]/);
      }),
    );
  });

  test('keeps every character readable', () => {
    expect(decode(escapeMrkdwn('5 < 6 & "7" > 4, #tag @anna'))).toBe('5 < 6 & "7" > 4, #tag @anna');
  });

  test('takes formatting its power, but leaves handles and addresses as they are', () => {
    expect(escapeMrkdwn('*sale* _now_ ~old~ `x`')).toBe('∗sale∗ ˍnowˍ ∼old∼ ˋxˋ');
    expect(escapeMrkdwn('@jane_doe https://a.example/b_c')).toBe('@jane_doe https://a.example/b_c');
  });

  test('shows characters that hide or turn round what follows', () => {
    expect(visible('pay\u202Ecod.exe\u200B')).toBe('pay[U+202E]cod.exe[U+200B]');
    expect(visible('a\uD800b\u0007c\tz\r\ny')).toBe('a\uFFFDb\uFFFDc z\ny');
  });

  test.each(['👩‍👩‍👧‍👦', '👨🏽‍💻', '❤️‍🔥', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم', 'Zoë'])('leaves %s whole', (text) => {
    expect(visible(text)).toBe(text);
  });

  test('shows hidden tags that belong to no flag', () => {
    expect(visible('hi\u{E0041}')).toBe('hi[U+E0041]');
  });

  test('shown twice is shown once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('shortening', () => {
  test('never exceeds its room and never cuts a character in two', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        const shown = visible(text);
        const short = shorten(shown, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        if (short !== shown) expect(short.endsWith('…')).toBe(true);
      }),
    );
  });

  test('stays within its room after escaping, with no entity cut', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        expect(escapeMrkdwn(shortenEscaped(text, max)).length).toBeLessThanOrEqual(max);
        expect(snippet(text, max).length).toBeLessThanOrEqual(max);
        expect(snippet(text, max)).not.toMatch(/&(?!(?:amp|lt|gt);)|\n/);
      }),
    );
  });

  test('keeps a family together or leaves it out', () => {
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
    expect(shorten('👩‍👩‍👧‍👦', 5)).toBe('…');
  });

  test('leaves what fits alone', () => {
    expect(shorten('twelve chars', 12)).toBe('twelve chars');
  });
});

describe('quoting', () => {
  test('marks every line, so that nothing of the text stands outside its quote', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const quoted = quote(text, 500);
        expect(quoted.split('\n').every((line) => line.startsWith('> '))).toBe(true);
        expect(quoted.length).toBeLessThanOrEqual(500);
      }),
    );
  });

  test('keeps names in a colleague’s message and turns calls to a channel into words', () => {
    expect(fromSlack('<@UBEN> says &lt;ok&gt; <!channel> <!here|here> <https://a.example|docs> <#C12|net>')).toBe(
      '<@UBEN> says &lt;ok&gt; @channel here docs (https://a.example) <#C12>',
    );
  });

  test('lets no other control of Slack through from a colleague’s message', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const control of controlsIn(fromSlack(text))) expect(control).toMatch(/^<(?:@[UW]|#[CG])[A-Z0-9]+>$/);
      }),
    );
  });
});

describe('links and dates', () => {
  test('a card is linked by its channel and time', () => {
    expect(cardLink(context(), { channel: 'C1', ts: '1772528400.000100' }, '#42')).toBe(
      '<https://acme.slack.com/archives/C1/p1772528400000100|#42>',
    );
    expect(cardLink(context(), null, '#42')).toBe('#42');
  });

  test('an address can neither end the link early nor be anything but the web', () => {
    expect(link('https://x.com/a|b>c', 'see | it')).toBe('<https://x.com/a%7Cb%3Ec|see ¦ it>');
    expect(link('javascript:alert(1)', 'see')).toBe('see');
    expect(webAddress(`https://x.com/${'a'.repeat(2_000)}`)).toBeNull();
  });

  test('a time is shown in each reader’s own zone', () => {
    expect(when('2026-03-03T09:00:00.000Z')).toBe(
      '<!date^1772528400^{date_short_pretty} {time}|2026-03-03T09:00:00.000Z>',
    );
  });
});
