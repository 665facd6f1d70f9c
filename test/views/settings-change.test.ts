import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../../src/desk/settings.ts';
import { changesBetween, changeText } from '../../src/desk/settings-changes.ts';
import { changeInWords } from '../../views/settings/change.ts';
import { context } from './sample.ts';

const ctx = context();
/** What the history's lines say of a change from the defaults, or from something else. */
const told = (to: object, from: object = {}, lang: 'en' | 'de' = 'en') =>
  changesBetween(settingsSchema.parse(from), settingsSchema.parse(to)).map((one) =>
    changeInWords(changeText(one), context(lang)),
  );

describe('a change of the settings', () => {
  test('is told by the label of its form, also in German', () => {
    expect(told({ sla: { complaint: 30 } })).toEqual(['First answer to a complaint: 60 → 30']);
    expect(told({ sla: { complaint: 30 } }, {}, 'de')).toEqual(['Erste Antwort auf eine Beschwerde: 60 → 30']);
    expect(told({ mute: { words: ['*gewinnspiel*'] } }, {}, 'de')).toEqual(['Stumm: Wörter: – → ∗gewinnspiel∗']);
    expect(told({ checks: { blame: false } }, {}, 'de')).toEqual([
      'Vor dem Senden, andere Firma beschuldigt: ja → nein',
    ]);
    expect(told({ reports: { weekly: { day: 'mon', time: '09:00' } } })).toEqual(['Weekly report: – → Monday 09:00']);
  });

  test('names people, groups and channels', () => {
    expect(told({ publishers: ['U0000001', 'S0000001'] })).toEqual(['Publishers: – → <@U0000001> <!subteam^S0000001>']);
    expect(told({ signatures: { U0000001: 'AB' } })).toEqual(['Signatures <@U0000001>: – → AB']);
    expect(told({ channels: [{ kinds: ['praise'], channel: 'C0000001' }] })).toEqual([
      'Channels: + Praise → <#C0000001>',
    ]);
    expect(told({ escalation: { chain: [{ to: 'U0000001', minutes: 30 }] } })).toEqual([
      'Escalation: + <@U0000001> (30 minutes)',
    ]);
  });

  test('says of rules which came and which went, in words', () => {
    const cancel = { words: ['*kündig*', 'anwalt'], set: { person: 'U0000001' } };
    const praise = { authors: ['gut_x'], set: { kind: 'praise' } };
    expect(told({ rules: [cancel, praise] }, { rules: [cancel] })).toEqual(['Rules: + by @gut_x → Praise']);
    expect(told({ rules: [praise] }, { rules: [cancel] })).toEqual([
      'Rules: − “∗kündig∗”, “anwalt” → <@U0000001>; + by @gut_x → Praise',
    ]);
    expect(told({ rules: [praise, cancel] }, { rules: [cancel, praise] })).toEqual(['Rules: in another order']);
  });

  test('says which of many words a rule has got, and that only its order is another only where that is so', () => {
    const words = ['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff', 'ggg', 'hhh'];
    const rule = (list: readonly string[]) => ({ rules: [{ words: list, set: { kind: 'praise' } }] });
    const [line = ''] = told(rule([...words.slice(0, 7), 'neu']), rule(words));
    const [went, came] = line.split('; ');
    expect(went).toContain('− “hhh”, “aaa”');
    expect(came).toContain('+ “neu”, “aaa”');
    expect(told(rule([...words.slice(0, 6), 'hhh', 'ggg']), rule(words))).toEqual(['Rules: in another order']);
    const twice = { rules: [...rule(words).rules, ...rule(words).rules] };
    expect(told(twice, rule(words))[0]).toContain('Rules: + “aaa”');
  });

  test('says of long lists who came and who went', () => {
    const people = Array.from({ length: 12 }, (_, index) => `U00000${index + 10}`);
    const swapped = [...people.slice(0, 8), 'U0000099', ...people.slice(9)];
    for (const [part, label] of [
      ['publishers', 'Publishers'],
      ['leads', 'Leads'],
    ] as const) {
      expect(told({ [part]: swapped }, { [part]: people })).toEqual([`${label}: − <@U0000018>; + <@U0000099>`]);
      expect(told({ [part]: people.toReversed() }, { [part]: people })).toEqual([`${label}: in another order`]);
    }
    const handles = Array.from({ length: 40 }, (_, index) => `customer_${index}`);
    expect(told({ vip: handles.with(39, 'new_one') }, { vip: handles })[0]).toMatch(/: − customer_39; \+ new_one$/);
    const words = handles.map((one) => `wort ${one}`);
    expect(told({ mute: { words: words.slice(1) } }, { mute: { words } })[0]).toMatch(/: − wort customer_0$/);
    const many = Array.from({ length: 90 }, (_, index) => `topic <${index}>`.padEnd(40, '&'));
    expect(told({ topics: many })[0]?.length).toBeLessThan(2_000);
  });

  test('takes words in capitals for ids only where ids can be', () => {
    expect(told({ mute: { words: ['STROMAUSFALL'] } })[0]).toMatch(/: – → STROMAUSFALL$/);
    expect(told({ topics: ['CONTRACTS', 'UMTAUSCH'] })[0]).toMatch(/: – → CONTRACTS, UMTAUSCH$/);
    expect(told({ topics: ['true'] })[0]).toMatch(/: – → true$/);
    expect(told({ lock: { group: 'S0000001', people: ['U0000001'] } }).map((one) => one.split(': ').at(-1))).toEqual([
      '– → <@U0000001>',
      '– → <!subteam^S0000001>',
    ]);
    expect(told({ escalation: { channels: { S0000001: 'C0000001' } } })[0]).toMatch(
      / <!subteam\^S0000001>: – → <#C0000001>$/,
    );
  });

  test('names the day of a weekly report', () => {
    const at = (day: string) => ({ reports: { weekly: { day, time: '09:00' } } });
    expect(told(at('tue'), at('mon'))).toEqual(['Weekly report: Monday → Tuesday']);
    expect(told(at('tue'), at('mon'), 'de')[0]).toMatch(/: Montag → Dienstag$/);
  });

  test('of a setting that is no more, or whose value is odd, is shown as it was written', () => {
    expect(changeInWords('oldSetting: 1 → 2', ctx)).toBe('oldSetting: 1 → 2');
    expect(changeInWords('topics: a → b → c', ctx)).toBe('topics: a → b → c');
    expect(changeInWords('rules: – → {"words":', ctx)).toBe('Rules: – → {"words":');
    expect(changeInWords('topics: – → <!channel> constructor', ctx)).toContain('&lt;!channel&gt;');
    expect(changeInWords('sla.constructor: 1 → 2', ctx)).toBe('Time to answer: 1 → 2');
  });

  test('has words for every setting that can be changed', () => {
    const everything = settingsSchema.parse({});
    for (const part of Object.keys(everything)) {
      expect(changeInWords(`${part}.x: 1 → 2`, ctx), part).not.toContain(`${part}.x`);
      expect(changeInWords(`${part}.x: 1 → 2`, context('de')), part).toMatch(/: .*1 → 2$/);
    }
  });
});
