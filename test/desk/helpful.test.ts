import { describe, expect, it } from 'vitest';
import { hearNews } from '../../src/desk/hear.ts';
import { askedIn, hearHelped, markHelpful, thanksFor, unmarkHelpful } from '../../src/desk/helpful.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { reportOf } from '../../src/desk/report.ts';
import { ANNA, aDesk, aMention, aPost, aPress, BEN, granted, instant, refusalOf } from './examples.ts';

const DESK = aDesk();
const NOW = new Date(instant('2026-11-24T11:00'));
const ASKED = aMention();
const HELPER: Mention = aMention({
  id: 'x:2002',
  number: 43,
  author: { id: '88', handle: 'ole', name: 'Ole', followers: 3 },
  posts: [aPost({ id: '2002', text: '@nordair @mia_travels ask at desk 5', at: instant('2026-11-24T10:30') })],
  kind: 'question',
});

describe('a helpful answer by another customer', () => {
  it('may answer whoever asked before in the same conversation, and nobody else', () => {
    expect(askedIn(HELPER, [HELPER, ASKED])?.id).toBe(ASKED.id);
    expect(askedIn(ASKED, [HELPER, ASKED])).toBeUndefined();
    expect(askedIn({ ...HELPER, conversation: '9' }, [ASKED])).toBeUndefined();
    expect(askedIn({ ...HELPER, author: ASKED.author }, [ASKED])).toBeUndefined();
  });

  it('is marked: needs no answer, is of no kind that waits, and whoever asked is told', () => {
    const { state, effects } = granted(markHelpful(HELPER, ASKED, aPress(), 'helpful', NOW));
    expect(state).toMatchObject({ status: 'closed', kind: 'other', closed: { by: ANNA, reason: 'helpful' } });
    expect(state.helpful).toEqual({ by: ANNA, at: NOW.toISOString(), asked: ASKED.id, was: 'question' });
    expect(state.history.map(({ did }) => did)).toContain('marked-helpful');
    const told = effects
      .map(({ effect }) => effect)
      .find((effect) => effect.type === 'tell' && effect.news.type === 'helped');
    if (told?.type !== 'tell') throw new Error('nobody was told');
    const heard = hearNews(ASKED, told.id, told.news, NOW);
    expect(heard.state).toMatchObject({ helpedBy: [{ mention: 'x:2002', number: 43 }] });
    expect(heard.effects.map(({ effect }) => effect.type)).toEqual(['draw-card', 'post-note']);
    expect(refusalOf(markHelpful(state, ASKED, aPress(BEN), 'helpful', NOW))).toEqual({ reason: 'already-done' });
  });

  it('keeps nothing of the helper where it was asked but a number', () => {
    const news = { type: 'helped', by: ANNA, mention: 'x:2002', number: 43, isUndone: false } as const;
    expect(JSON.stringify(hearHelped(ASKED, news))).not.toMatch(/ole|desk 5/i);
  });

  it('is as it was before once the mark is taken back', () => {
    const marked = granted(markHelpful(HELPER, ASKED, aPress(), 'helpful', NOW)).state;
    const { state } = granted(unmarkHelpful(marked, aPress(BEN), DESK, NOW));
    expect(state).toMatchObject({ helpful: null, kind: 'question', status: 'open' });
    const news = { type: 'helped', by: BEN, mention: 'x:2002', number: 43, isUndone: true } as const;
    expect(hearHelped({ ...ASKED, helpedBy: [{ mention: 'x:2002', number: 43 }] }, news).state.helpedBy).toEqual([]);
    expect(refusalOf(unmarkHelpful(HELPER, aPress(), DESK, NOW))).toEqual({ reason: 'already-done' });
  });

  it('counts in the report', () => {
    const marked = granted(markHelpful(HELPER, ASKED, aPress(), 'helpful', NOW)).state;
    expect(reportOf([ASKED, marked], { from: '2026-11-24', to: '2026-11-24' }, DESK).helpful).toBe(1);
  });

  it('is thanked in the customer’s language, in the team’s own words where it has some', () => {
    expect(thanksFor('de', [])).toContain('Danke, {name}');
    expect(thanksFor('other', [])).toContain('Thank you, {name}');
    const own = { id: 'helped-en', lang: 'en', purpose: 'reply', title: 'Helped', text: 'Cheers, {name}!' } as const;
    expect(thanksFor('en', [own])).toBe('Cheers, {name}!');
  });
});
