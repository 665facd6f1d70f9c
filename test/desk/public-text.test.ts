import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOJI } from '../../src/desk/emoji-shortcodes.ts';
import { toPublicText } from '../../src/desk/public-text.ts';

const SLACK_ONLY = /<[@#][A-Z0-9]+(?:\|[^<>]*)?>|<![^<>]+>/;

describe('text bound for the public', () => {
  it.each([
    ['Tom &amp; Co: 3 &lt; 4', 'Tom & Co: 3 < 4'],
    ['&amp;lt; is how one writes it', '&lt; is how one writes it'],
    ['see <https://example.com/a?b=1&amp;c=2|our page>.', 'see https://example.com/a?b=1&c=2.'],
    ['see <https://example.com>', 'see https://example.com'],
    ['see https://example.com/?b=1&amp;c=2 now', 'see https://example.com/?b=1&c=2 now'],
    ['write to <mailto:help@example.com|help@example.com>', 'write to help@example.com'],
    ['call <tel:+49301234|030 1234>', 'call +49301234'],
    ['We <3 you & <you> too', 'We <3 you & <you> too'],
  ])('decodes what Slack wrote its own way, once: %s', (typed, text) => {
    expect(toPublicText(typed)).toEqual({ text });
  });

  it.each([
    ['Hello :wave:', 'Hello 👋'],
    ['Danke:heart:', 'Danke❤️'],
    [':wave:Hello', '👋Hello'],
    [':+1::skin-tone-3:', '👍🏼'],
    [':v::skin-tone-6:', '✌🏿'],
    [':woman-running::skin-tone-2: now', '🏃🏻‍♀️ now'],
    [':people_holding_hands::skin-tone-2-5:', '🧑🏻‍🤝‍🧑🏾'],
    [':handshake::skin-tone-4:', '🤝🏽'],
    [':flag-de::de::flag-england:', '🇩🇪🇩🇪🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    [':face_with_rolling_eyes: :hugging_face: :100:', '🙄 🤗 💯'],
    [':x::o::tada:', '❌⭕🎉'],
    ['https://example.com/a:wave: :wave:', 'https://example.com/a👋 👋'],
    ['10:30:wave:', '10:30👋'],
  ])('turns shortcodes into Unicode: %s', (typed, text) => {
    expect(toPublicText(typed)).toEqual({ text });
  });

  it.each([
    'from 10:30:15 to 11:00:00',
    'a:b:c and 1:100:5',
    'std::vector::size',
    'https://example.com:8080/:wave:/x',
    'note: now: then',
    ':) :-( :D :P ;-)',
    'Öffnungszeiten: Mo–Fr 8:00–20:00',
  ])('leaves colons alone that are none: %s', (typed) => {
    expect(toPublicText(typed)).toEqual({ text: typed });
  });

  it.each([
    ['Thanks :partyparrot: all', 'custom-emoji', ':partyparrot:'],
    ['Thanks:party-parrot:', 'custom-emoji', ':party-parrot:'],
    [':wave::our_logo:', 'custom-emoji', ':our_logo:'],
    [':grüße: zurück', 'custom-emoji', ':grüße:'],
    ['ask <@U012AB3CD>', 'slack-mention', '<@U012AB3CD>'],
    ['ask <@W012AB3CD|kim>', 'slack-mention', '<@W012AB3CD|kim>'],
    ['in <#C012AB3CD|general>', 'slack-channel', '<#C012AB3CD|general>'],
    ['<!channel> hello', 'slack-broadcast', '<!channel>'],
    ['<!subteam^S012|@night> hello', 'slack-broadcast', '<!subteam^S012|@night>'],
    ['&lt;!here&gt; hello', 'slack-broadcast', '<!here>'],
    [' \n\t', 'empty', ''],
    ['\u200B\u2060', 'empty', ''],
  ])('refuses what only Slack understands: %s', (typed, reason, what) => {
    expect(toPublicText(typed)).toEqual({ refused: { reason, what } });
  });

  it('trims, and normalises newlines and composed letters', () => {
    expect(toPublicText('  Gru\u0308\u00DFe\r\n\r\nIhr Team\rhier \n')).toEqual({ text: 'Grüße\n\nIhr Team\nhier' });
  });

  it('leaves plain text unchanged', () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) =>
        text
          .replace(/[&:<>\p{C}\u2028\u2029]/gu, '')
          .normalize('NFC')
          .trim(),
      )
      .filter((text) => /\S/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(toPublicText(text)).toEqual({ text });
      }),
    );
  });

  it('answers every text, and never lets through what only Slack understands', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '>',
        '&lt;',
        '&gt;',
        '&amp;',
        '!',
        '@U1',
        '#C1',
        '|',
        ':',
        'https://a.b',
        'here',
        ':wave:',
        '\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const result = toPublicText(pieces.join(''));
        if ('text' in result) expect(result.text).not.toMatch(SLACK_ONLY);
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuses what only Slack understands wherever it stands', () => {
    const around = fc.string().map((text) => text.replace(/[<>:]/g, ''));
    const bad = fc.constantFrom('<@U012AB3CD>', '<#C012AB3CD|x>', '<!channel>', ' :no_such_emoji: ');
    fc.assert(
      fc.property(around, bad, around, (before, middle, after) => {
        expect(toPublicText(before + middle + after)).toHaveProperty('refused');
      }),
    );
  });

  it('knows every shortcode of the table, alone and in a sentence', () => {
    for (const [name, emoji] of EMOJI) {
      expect(toPublicText(`:${name}:`)).toEqual({ text: emoji });
      expect(toPublicText(`so :${name}: there`)).toEqual({ text: `so ${emoji} there` });
    }
    expect(EMOJI.size).toBeGreaterThan(1_900);
  });

  it('takes long texts full of colons in its stride', () => {
    const started = performance.now();
    toPublicText(`https://${'a:'.repeat(1_500)}`);
    toPublicText(`https://${':a'.repeat(1_500)}`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
