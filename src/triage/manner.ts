import { feelingOf } from './emoji.ts';
import type { Token } from './tokens.ts';

/** How words feel together: what speaks well, what speaks ill. */
export interface Mood {
  readonly good: number;
  readonly bad: number;
}

/** Somebody speaks, or is spoken to; a headline does neither. */
const SPEAKS = /^(?:i|i'm|i've|i'd|im|me|my|mine|we|our|us|ich|mir|mich|mein|meine[nmr]?|wir|uns|unser\w*)$/;
const IS_SPOKEN_TO =
  /^(?:you|your|you're|yours|u|ur|ya|y'all|ihr|euch|euer|eure[nm]?|du|dich|dir|dein\w*|sie|ihnen|ihre?[nmrs]?)$/;

/** How a post as a whole is written, as names of features: length, loudness, mood, signs, emoji, and who is spoken to. */
export function mannerOf(text: string, tokens: readonly Token[], { good, bad }: Mood): readonly string[] {
  const count = (is: (token: Token) => boolean) => tokens.filter(is).length;
  const signs = (sign: string) => text.split(sign).length - 1;
  const steps = [
    ...reached(
      'loud',
      count(({ isLoud }) => isLoud),
      [1, 2, 4],
    ),
    ...reached(
      'length',
      count(({ isWord }) => isWord),
      [4, 8, 13, 18, 25, 40, 80],
    ),
    ...reached('!', signs('!'), [1, 2, 4]),
    ...reached('?', signs('?'), [1, 2, 3]),
    ...reached('good', good, [1, 2, 3, 5, 8]),
    ...reached('bad', bad, [1, 2, 3, 5, 8]),
    ...reached('better', good - bad, [1, 3, 5]),
    ...reached('worse', bad - good, [1, 3, 5]),
  ];
  const speaks = tokens.some(({ word }) => SPEAKS.test(word));
  const isSpokenTo = tokens.some(({ word }) => IS_SPOKEN_TO.test(word));
  const isHeadline = !speaks && !isSpokenTo && tokens.some(({ word }) => word === '<url>');
  const said: Readonly<Record<string, boolean>> = {
    names: count(({ word }) => word === '<at>') > 1,
    'name first': tokens[0]?.word === '<at>',
    repost: /^RT\b/.test(text),
    drawn: tokens.some(({ isDrawn }) => isDrawn),
    [`${speaks ? 'speaks' : 'says'}${isSpokenTo ? ' to somebody' : ''}`]: true,
    headline: isHeadline,
    'emoji good': tokens.some(({ word }) => feelingOf(word) === 'good'),
    'emoji bad': tokens.some(({ word }) => feelingOf(word) === 'bad'),
  };
  return [...steps, ...Object.keys(said).filter((name) => said[name])];
}

/** Every step that an amount has reached is a feature of its own. */
function reached(name: string, amount: number, steps: readonly number[]): readonly string[] {
  return steps.filter((step) => amount >= step).map((step) => `${name}${step}`);
}
