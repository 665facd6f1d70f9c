import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeFormMeta, parseFormMeta } from '../../views/form-meta.ts';
import { fieldOf } from '../../views/form-values.ts';
import { FIELD } from '../../views/ids.ts';
import { LIMIT } from '../../views/limit.ts';
import {
  choiceValue,
  pageValue,
  parseChoiceValue,
  parsePageValue,
  parsePressValue,
  pressValue,
} from '../../views/value.ts';

describe('what a button carries', () => {
  test('comes back as it was', () => {
    const types = fc.constantFrom(
      'mention' as const,
      'incident' as const,
      'channel' as const,
      'person' as const,
      'desk' as const,
    );
    fc.assert(
      fc.property(types, fc.string(), fc.option(fc.string(), { nil: undefined }), (type, ref, id) => {
        const value = id === undefined ? { ref: { type, id: ref } } : { ref: { type, id: ref }, id };
        expect(parsePressValue(pressValue(value))).toEqual(value);
      }),
    );
  });

  test('is null for anything else, whatever it is', () => {
    fc.assert(fc.property(fc.json(), (json) => void parsePressValue(json)));
    for (const value of [
      '',
      'x',
      '[]',
      '["mention"]',
      '["toString","x"]',
      '["mention","x",1]',
      '["mention","a","b","c"]',
      '{}',
    ]) {
      expect(parsePressValue(value)).toBeNull();
    }
  });

  test('a menu’s choice and a page come back too', () => {
    expect(parseChoiceValue(choiceValue('close', 'x:1|2'))).toEqual({ choice: 'close', id: 'x:1|2' });
    expect(parseChoiceValue('close')).toBeNull();
    expect(parsePageValue(pageValue('overdue', 12))).toEqual({ kind: 'overdue', page: 12 });
    expect(parsePageValue('all|1')).toBeNull();
    expect(parsePageValue('open|0')).toBeNull();
  });
});

describe('what a form carries', () => {
  test('comes back as it was', () => {
    const meta = {
      mention: 'x:1',
      seen: ['p1', 'p2'],
      draftOf: 'e1',
      purpose: 'reply',
      inserted: 2,
      templateId: 't',
    } as const;
    expect(parseFormMeta(encodeFormMeta(meta))).toEqual(meta);
  });

  test('fits Slack’s limit; of a thousand publications seen it keeps the latest', () => {
    const seen = Array.from({ length: 1_000 }, (_, n) => `p${n}`);
    const encoded = encodeFormMeta({ mention: 'x:1', seen });
    expect(encoded.length).toBeLessThanOrEqual(LIMIT.privateMetadata);
    expect(parseFormMeta(encoded)?.seen.at(-1)).toBe('p999');
    expect(parseFormMeta(encoded)?.seen.length).toBeGreaterThan(200);
  });

  test('is null for anything else', () => {
    for (const text of ['', 'null', '[]', '{}', '{"seen":[1]}']) expect(parseFormMeta(text)).toBeNull();
  });
});

describe('a field of a submitted form', () => {
  test('is found by its name, also after a template gave its block a suffix', () => {
    expect(fieldOf({ text: { type_text: { value: 'hi' } } }, FIELD.text)).toBe('hi');
    expect(fieldOf({ 'text:2': { type_text: { value: 'hi' } } }, FIELD.text)).toBe('hi');
    expect(fieldOf({ textual: { x: { value: 'hi' } } }, FIELD.text)).toBeNull();
  });

  test('may be a chosen option or person', () => {
    expect(fieldOf({ kind: { kind: { selected_option: { value: 'praise' } } } }, FIELD.kind)).toBe('praise');
    expect(fieldOf({ person: { person: { selected_user: 'UBEN' } } }, FIELD.person)).toBe('UBEN');
    expect(fieldOf({ person: { person: { selected_user: null } } }, FIELD.person)).toBeNull();
  });
});
