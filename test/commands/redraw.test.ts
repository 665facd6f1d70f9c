import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { createRedraw, type FormPress } from '../../commands/redraw.ts';
import { gate } from './press-bench.ts';

const title = (text: string): ModalView => ({ type: 'modal', title: { type: 'plain_text', text }, blocks: [] });

/** Slack's side of one form: takes an update only with the hash of its latest drawing. */
function openForm() {
  const drawn: string[] = [];
  const refused: string[] = [];
  const waits = gate();
  let hash = 'h0';
  const redraw = createRedraw(async (place, view) => {
    await waits.opened;
    if (!('id' in place) || place.hash !== hash) {
      refused.push(view.title.text);
      return null;
    }
    drawn.push(view.title.text);
    hash = `h${drawn.length}`;
    return hash;
  });
  const press = (given: string, more: Partial<FormPress> = {}): FormPress => ({
    view: { id: 'V1', hash: given },
    inserted: 0,
    inserts: false,
    ...more,
  });
  return { drawn, refused, redraw, press, slackGoesOn: waits.open, change: () => (hash = 'somebody else’s') };
}

describe('a form that is drawn again', () => {
  it('shows the last letter, although each was pressed before the one before was drawn', async () => {
    const { drawn, refused, redraw, press, slackGoesOn } = openForm();
    const presses = ['a', 'ab', 'abc', 'abcd'].map((text) => redraw(press('h0'), async () => title(text)));
    slackGoesOn();
    await Promise.all(presses);
    await redraw(press('h0'), async () => title('abcde'));
    expect(drawn.at(-1)).toBe('abcde');
    expect(refused).toEqual([]);
  });

  it('skips letters that a later one has overtaken, but no text that is put in', async () => {
    const { drawn, redraw, press, slackGoesOn } = openForm();
    const presses = [
      redraw(press('h0'), async () => title('a')),
      redraw(press('h0'), async () => title('ab')),
      redraw(press('h0', { inserts: true }), async () => title('ab with a template')),
      redraw(press('h0'), async () => title('abc')),
    ];
    slackGoesOn();
    await Promise.all(presses);
    expect(drawn).toEqual(['ab with a template']);
  });

  it('goes on after a text was put in', async () => {
    const { drawn, refused, redraw, press, slackGoesOn } = openForm();
    slackGoesOn();
    await redraw(press('h0', { inserts: true }), async () => title('template'));
    await redraw(press('h0'), async () => title('a letter in the field that is gone'));
    await redraw(press('h1', { inserted: 1 }), async () => title('template and a letter'));
    expect(drawn).toEqual(['template', 'template and a letter']);
    expect(refused).toEqual([]);
  });

  it('leaves a form alone that has become another one', async () => {
    const { drawn, redraw, press, slackGoesOn, change } = openForm();
    slackGoesOn();
    await redraw(press('h0'), async () => title('a'));
    change();
    await redraw(press('h0'), async () => title('ab'));
    expect(drawn).toEqual(['a']);
  });

  it('is drawn by the next press when one drawing fails', async () => {
    const { drawn, redraw, press, slackGoesOn } = openForm();
    slackGoesOn();
    const failed = redraw(press('h0'), () => Promise.reject(new Error('no disk')));
    await expect(failed).rejects.toThrow('no disk');
    await redraw(press('h0'), async () => title('ab'));
    expect(drawn).toEqual(['ab']);
  });
});
