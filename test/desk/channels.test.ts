import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChannelRule, channelFor, channelOfKind, channelsOf, withChannelOfKind } from '../../src/desk/channels.ts';
import { KINDS } from '../../src/desk/mention.ts';
import { anArrival, aPost } from './examples.ts';

const MAIN = 'C0CARE';
const PRAISE: ChannelRule = { kinds: ['praise', 'other'], channel: 'C0PRAISE' };
const ON_X: ChannelRule = { network: 'x', channel: 'C0X' };

const placeOf = (kind: (typeof KINDS)[number], rules: readonly ChannelRule[], network = 'x') =>
  channelFor(anArrival({ kind, network }), { channels: [...rules], rules: [] }, MAIN);

describe('a new mention', () => {
  it('goes to the team’s own channel while there is no rule', () => {
    expect(KINDS.map((kind) => placeOf(kind, []))).toEqual([MAIN, MAIN, MAIN, MAIN]);
  });

  it('goes where the first rule that fits says', () => {
    expect(KINDS.map((kind) => placeOf(kind, [PRAISE]))).toEqual([MAIN, MAIN, 'C0PRAISE', 'C0PRAISE']);
    expect(placeOf('praise', [PRAISE, ON_X])).toBe('C0PRAISE');
    expect(placeOf('praise', [ON_X, PRAISE])).toBe('C0X');
    expect(placeOf('praise', [ON_X, PRAISE], 'other')).toBe('C0PRAISE');
    expect(placeOf('complaint', [PRAISE, ON_X], 'other')).toBe(MAIN);
  });

  it('that sounds like danger goes to the team’s own channel, whatever its kind', () => {
    const post = aPost({ text: 'Danke, aber Ihr Techniker ist verletzt' });
    expect(channelFor(anArrival({ kind: 'praise', post }), { channels: [PRAISE], rules: [] }, MAIN)).toBe(MAIN);
  });

  it('can be in any of these channels, each named once', () => {
    expect(channelsOf({ channels: [PRAISE, { ...PRAISE, network: 'x' }, { channel: MAIN }], rules: [] }, MAIN)).toEqual(
      [MAIN, 'C0PRAISE'],
    );
  });
});

describe('a form that gives a kind another channel', () => {
  it('adds a rule, changes it, and takes it away', () => {
    const added = withChannelOfKind([], 'praise', 'C0PRAISE');
    expect(added).toEqual([{ kinds: ['praise'], channel: 'C0PRAISE' }]);
    expect(withChannelOfKind(added, 'other', 'C0PRAISE')).toEqual([PRAISE]);
    expect(withChannelOfKind([PRAISE], 'other', 'C0REST')).toEqual([
      { kinds: ['other'], channel: 'C0REST' },
      { kinds: ['praise'], channel: 'C0PRAISE' },
    ]);
    expect(withChannelOfKind(added, 'praise', null)).toEqual([]);
  });

  it('leaves rules about a network as they are, and before what they were before', () => {
    expect(withChannelOfKind([PRAISE, ON_X], 'praise', 'C0NEW')).toEqual([
      { kinds: ['praise'], channel: 'C0NEW' },
      { kinds: ['other'], channel: 'C0PRAISE' },
      ON_X,
    ]);
    expect(withChannelOfKind([ON_X], 'praise', 'C0PRAISE')[0]).toBe(ON_X);
  });

  it('takes a rule about all kinds apart', () => {
    expect(withChannelOfKind([{ channel: 'C0ALL' }], 'praise', null)).toEqual([
      { channel: 'C0ALL', kinds: ['complaint', 'question', 'other'] },
    ]);
  });

  const rule: fc.Arbitrary<ChannelRule> = fc
    .record({
      network: fc.constantFrom(undefined, 'x'),
      kinds: fc.option(fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1 }), { nil: undefined }),
      channel: fc.constantFrom('C0A', 'C0B', 'C0C'),
    })
    .map(({ network, kinds, channel }) => ({ channel, ...(network && { network }), ...(kinds && { kinds }) }));

  it('has its way, and changes nothing about the other kinds', () => {
    const wish = fc.constantFrom('C0A', 'C0N', null);
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), fc.constantFrom(...KINDS), wish, (rules, kind, channel) => {
        const changed = withChannelOfKind(rules, kind, channel);
        expect(channelOfKind(changed, kind)).toBe(channel);
        for (const other of KINDS) {
          if (other === kind) continue;
          for (const network of ['x', 'y'])
            expect(placeOf(other, changed, network)).toBe(placeOf(other, rules, network));
        }
        // Saving what the form showed changes nothing.
        const shown = KINDS.reduce<readonly ChannelRule[]>(
          (left, one) => withChannelOfKind(left, one, channelOfKind(rules, one)),
          rules,
        );
        expect(shown).toBe(rules);
      }),
    );
  });
});
