import { describe, expect, it } from 'vitest';
import { bestTemplates } from '../../src/desk/rank-templates.ts';
import { DEFAULT_TEMPLATES } from '../../src/desk/templates.ts';

const REPLIES = DEFAULT_TEMPLATES.filter(({ purpose }) => purpose === 'reply');

describe('the templates that fit best', () => {
  it('are those from which answers to similar posts were made', () => {
    const answers = [
      { text: 'Danke, Mia, das freut das ganze Team! Bis bald.', score: 9 },
      {
        text: 'Hallo Ole, danke für den Hinweis. Wir sehen uns das jetzt an und melden uns heute noch einmal hier.',
        score: 3,
      },
    ];
    expect(bestTemplates(REPLIES, 'Ihr seid großartig', answers)).toEqual(['thanks-de', 'look-de']);
  });

  it('are those that speak of the same thing where nothing like it was ever answered', () => {
    expect(
      bestTemplates(REPLIES, 'Wann kommt der Rückruf, dürfen wir auf den Rückruf hoffen? Nummer habt ihr', [])[0],
    ).toBe('call-de');
  });

  it('are none where nothing speaks for any', () => {
    expect(bestTemplates(REPLIES, 'xyzzy', [{ text: 'plugh', score: 4 }])).toEqual([]);
  });
});
