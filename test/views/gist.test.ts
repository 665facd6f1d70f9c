import { describe, expect, it } from 'vitest';
import { gist } from '../../views/facts.ts';
import { oneLine } from '../../views/forms/lists.ts';
import { mentionRow } from '../../views/mention-row.ts';
import { round } from '../../views/round.ts';
import { faultsOfMessage, shownText } from './limits.ts';
import { context, member, mention, minutesFromNow, post, roundOf } from './sample.ts';

const ctx = context();
const FIRST = post({ text: '@NordfunkHilft no internet since yesterday' });
const LATER = post({ id: '1002', text: '@NordfunkHilft @tom Hello? It is getting dark here', at: minutesFromNow(-5) });
const twice = mention({ posts: [FIRST, LATER] });

describe('a mention in one line', () => {
  it('says the newest that waits, without the names that a reply begins with', () => {
    expect(gist(twice)).toBe('Hello? It is getting dark here');
    const row = mentionRow(twice, undefined, ctx);
    expect(shownText({ blocks: [row] })).toContain('*Jane Doe*: Hello? It is getting dark here');
    expect(oneLine(twice)).toBe('#42 Jane Doe: Hello? It is getting dark here');
    const reminder = round(roundOf([member()]), [twice], ctx);
    expect(faultsOfMessage(reminder)).toEqual([]);
    expect(shownText(reminder)).toContain('Hello? It is getting dark here');
  });

  it('leaves out what was deleted since, and of a settled mention says what it began with', () => {
    const gone = { ...LATER, deletedAt: minutesFromNow(-1) };
    expect(gist(mention({ posts: [FIRST, gone] }))).toBe('no internet since yesterday');
    expect(gist({ ...twice, status: 'answered' })).toBe('no internet since yesterday');
    expect(gist(mention({ posts: [{ ...FIRST, deletedAt: minutesFromNow(-1) }] }))).toBe('no internet since yesterday');
  });

  it('keeps names inside the words, and a post that is nothing but names', () => {
    const said = (text: string) => gist(mention({ posts: [post({ text })] }));
    expect(said('Thanks @NordfunkHilft, it works')).toBe('Thanks @NordfunkHilft, it works');
    expect(said('@NordfunkHilft')).toBe('@NordfunkHilft');
    expect(said('@NordfunkHilft: hello')).toBe('hello');
    expect(said('@NordfunkHilft\nwhere is it?')).toBe('where is it?');
  });

  it('names whoever has it, but not to themselves in a list of their own', () => {
    const mine = mention({ owner: 'UANNA' });
    expect(shownText({ blocks: [mentionRow(mine, undefined, ctx)] })).toContain('Claimed by <@UANNA>');
    expect(shownText({ blocks: [mentionRow(mine, undefined, ctx, { owner: false })] })).not.toContain('<@UANNA>');
  });
});
