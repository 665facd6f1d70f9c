import { describe, expect, it, test } from 'vitest';
import { card } from '../../views/card.ts';
import { notice } from '../../views/notice.ts';
import { promiseRound } from '../../views/promise-round.ts';
import { faultsOfMessage, shownText } from './limits.ts';
import { context, mention, minutesFromNow, post, promise } from './sample.ts';

const ctx = context();

describe('the card of a promise', () => {
  it('says by when and whose it is, and stands out once it is broken', () => {
    const shown = shownText(card(mention({ promises: [promise()] }), ctx));
    expect(shown).toContain('promised by');
    expect(shown).toContain('<@UANNA>');
    const broken = promise({ dueAt: minutesFromNow(-20), brokenAt: minutesFromNow(-10) });
    expect(shownText(card(mention({ promises: [broken] }), ctx))).toContain('⏰ *promise broken');
  });

  it('names its owner unless the card names them already', () => {
    const line = (owner: string | null, status: 'claimed' | 'answered' = 'claimed') =>
      shownText(card(mention({ owner, status, promises: [promise()] }), ctx)).match(/🤝 .*/)?.[0] ?? '';
    expect(line('UANNA')).not.toContain('<@UANNA>');
    expect(line('UBEN')).toContain('<@UANNA>');
    expect(line('UANNA', 'answered')).toContain('<@UANNA>');
  });

  it('says nothing of one that has ended, and that nobody has one', () => {
    const ended = { at: minutesFromNow(-1), how: 'kept', by: 'UANNA' } as const;
    expect(shownText(card(mention({ promises: [promise({ ended })] }), ctx))).not.toContain('promise');
    expect(shownText(card(mention({ promises: [promise({ owner: null })] }), ctx))).toContain('nobody has it');
  });
});

test.each(['before', 'due'] as const)('the owner’s word %s it is due has the ways to end it', (threshold) => {
  const about = mention({ promises: [promise()] });
  const message = notice(about, { type: 'promise', promise: 'w1', threshold }, ctx);
  expect(faultsOfMessage(message)).toEqual([]);
  expect(shownText(message)).toContain('Promise kept');
  expect(shownText(message)).toContain('Jane Doe');
});

describe('the channel’s message about broken promises', () => {
  const round = (count: number, struckAt: string | null = null) => ({
    id: 'w1',
    at: minutesFromNow(0),
    message: null,
    members: Array.from({ length: count }, (_, index) => ({
      mention: `x:${index}`,
      promise: 'w1',
      threshold: 'broken' as const,
      struckAt,
    })),
  });
  const mentions = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      mention({
        id: `x:${index}`,
        number: index,
        posts: [post({ text: `${'<!channel> *help* '.repeat(20)}${index}` })],
        promises: [promise({ dueAt: minutesFromNow(-index) })],
      }),
    );

  it('names all, the earliest first, and takes nothing of the customer’s as markup', () => {
    const message = promiseRound(round(3), mentions(3), ctx);
    expect(faultsOfMessage(message)).toEqual([]);
    const shown = shownText(message);
    expect(shown).toContain('3 promises are broken');
    expect(shown.indexOf('#2')).toBeLessThan(shown.indexOf('#0'));
    expect(shown).not.toContain('<!channel>');
  });

  it('fits, however many there are, and says how many it leaves out', () => {
    const message = promiseRound(round(200), mentions(200), ctx);
    expect(faultsOfMessage(message)).toEqual([]);
    expect(shownText(message)).toContain('more: `/mentions promises`');
  });

  it('strikes off what has ended', () => {
    const shown = shownText(promiseRound(round(2, minutesFromNow(-1)), mentions(2), ctx));
    expect(shown).toContain('All of these promises are done with');
    expect(shown).toContain('✓ ~');
  });
});
