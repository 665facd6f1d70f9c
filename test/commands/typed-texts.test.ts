import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createTypedTexts } from '../../commands/typed-texts.ts';
import { createPracticeClock } from '../../practice/clock.ts';
import { StoreFault } from '../../src/store/index.ts';
import { gate } from './press-bench.ts';

const SECOND_MS = 1_000;

function openForms() {
  const clock = createPracticeClock(new Date('2026-11-24T09:00:00+01:00'));
  onTestFinished(() => clock.stop());
  const typed = createTypedTexts({ clock, log: pino({ level: 'silent' }) });
  const saved: string[] = [];
  const type = (form: string, text: string) =>
    typed.note(form, async () => {
      saved.push(`${form} ${text}`);
    });
  return { clock, typed, saved, type };
}

describe('what is typed', () => {
  test('is saved within two seconds, with what stands there then, and once in that time', async () => {
    const { clock, saved, type } = openForms();
    for (const text of ['H', 'Ha', 'Hal']) type('V1', text);
    await clock.jump(1.5 * SECOND_MS);
    type('V1', 'Hall');
    expect(saved).toEqual([]);
    await clock.jump(SECOND_MS);
    expect(saved).toEqual(['V1 Hall']);
    type('V1', 'Hallo');
    type('V2', 'Moin');
    await clock.jump(1.5 * SECOND_MS);
    expect(saved).toEqual(['V1 Hall']);
    await clock.jump(SECOND_MS);
    expect(saved).toEqual(['V1 Hall', 'V1 Hallo', 'V2 Moin']);
    await clock.jump(60 * SECOND_MS);
    expect(saved).toHaveLength(3);
  });

  test('is saved at once in every form when somebody is about to look', async () => {
    const { clock, typed, saved, type } = openForms();
    type('V1', 'Hallo');
    type('V2', 'Moin');
    await typed.saveAll();
    expect(saved).toEqual(['V1 Hallo', 'V2 Moin']);
    await clock.jump(60 * SECOND_MS);
    expect(saved).toHaveLength(2);
  });

  test('is let go when what it was about is there no more', async () => {
    const { clock, typed } = openForms();
    let tries = 0;
    typed.note('V1', async () => {
      tries += 1;
      throw new StoreFault('unknown-aggregate', 'gone');
    });
    await clock.jump(60 * SECOND_MS);
    expect(tries).toBe(1);
  });

  test('is saved at once when its form closes, and when the app stops', async () => {
    const { clock, typed, saved, type } = openForms();
    type('V1', 'Hallo');
    await typed.flush('V1');
    await typed.flush('V1');
    expect(saved).toEqual(['V1 Hallo']);
    type('V2', 'Moin');
    await typed.stop();
    await clock.jump(60 * SECOND_MS);
    expect(saved).toEqual(['V1 Hallo', 'V2 Moin']);
  });

  test('is not saved any more once it is being sent, nor is a letter that arrives later', async () => {
    const { clock, typed, saved, type } = openForms();
    type('V1', 'Hallo');
    await typed.pause('V1');
    typed.over('V1');
    type('V1', 'Hall');
    await clock.jump(60 * SECOND_MS);
    expect(saved).toEqual([]);
  });

  test('is saved again from the next letter on when the form was refused', async () => {
    const { clock, typed, saved, type } = openForms();
    type('V1', 'Too long');
    await typed.pause('V1');
    type('V1', 'Long');
    await clock.jump(3 * SECOND_MS);
    expect(saved).toEqual(['V1 Long']);
  });

  test('waits for a save under way before it is sent', async () => {
    const { typed } = openForms();
    const order: string[] = [];
    const begun = gate();
    const slow = gate();
    typed.note('V1', async () => {
      begun.open();
      await slow.opened;
      order.push('saved');
    });
    const flushed = typed.flush('V1');
    await begun.opened;
    const paused = typed.pause('V1').then(() => order.push('sent'));
    slow.open();
    await Promise.all([flushed, paused]);
    expect(order).toEqual(['saved', 'sent']);
  });

  test('is saved later when the disk did not take it', async () => {
    const { clock, typed, saved } = openForms();
    let isFull = true;
    const attempt = (text: string) => async () => {
      if (isFull) throw new Error('no space left');
      saved.push(text);
    };
    typed.note('V1', attempt('Hallo'));
    await typed.flush('V1');
    typed.note('V1', attempt('Hallo Lena'));
    await clock.jump(3 * SECOND_MS);
    expect(saved).toEqual([]);
    isFull = false;
    await clock.jump(3 * SECOND_MS);
    expect(saved).toEqual(['Hallo Lena']);
  });
});
