import { describe, expect, it } from 'vitest';
import { composeApology } from '../../src/desk/apology.ts';

describe('an apology', () => {
  const parts = { wrong: 'We lost your suitcase', doing: 'It flies home today', byWhen: 'tomorrow 5 pm' };

  it('says what went wrong, what we do and by when, as sentences in the customer’s language', () => {
    expect(composeApology(parts, 'en')).toBe(
      'We lost your suitcase. It flies home today. You will hear from us by tomorrow 5 pm.',
    );
    expect(composeApology({ wrong: 'Ihr Koffer fehlt', doing: 'Er kommt heute', byWhen: 'morgen 17 Uhr' }, 'de')).toBe(
      'Ihr Koffer fehlt. Er kommt heute. Sie hören von uns bis morgen 17 Uhr.',
    );
  });

  it('is in English for any other language', () => {
    expect(composeApology(parts, 'other')).toContain('You will hear from us');
  });

  it('promises no time that was left out', () => {
    expect(composeApology({ ...parts, byWhen: '  ' }, 'en')).toBe('We lost your suitcase. It flies home today.');
  });

  it('leaves the writer’s own ends of sentences', () => {
    const ended = { wrong: ' Sorry! ', doing: 'We are on it…', byWhen: 'Friday.' };
    expect(composeApology(ended, 'en')).toBe('Sorry! We are on it… You will hear from us by Friday.');
  });

  it('of nothing is nothing, so that sending it is refused', () => {
    expect(composeApology({ wrong: '', doing: ' ', byWhen: '' }, 'en')).toBe('');
  });
});
