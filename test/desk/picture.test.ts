import { describe, expect, it } from 'vitest';
import { pictureTypeOf } from '../../src/desk/picture.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('a picture, by its first bytes', () => {
  it.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['image/gif', bytes('GIF89a')],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP')],
  ])('is %s', (type, file) => {
    expect(pictureTypeOf(file)).toBe(type);
  });

  it.each([
    ['a page', bytes('<!DOCTYPE html>')],
    ['a sound', bytes('RIFF', [1, 2, 3, 4], 'WAVE')],
    ['a drawing with scripts', bytes('<svg onload="x()">')],
    ['nothing', bytes('')],
  ])('is none when it is %s', (_, file) => {
    expect(pictureTypeOf(file)).toBeNull();
  });
});
