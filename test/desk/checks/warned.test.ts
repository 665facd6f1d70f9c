import { describe, expect, it } from 'vitest';
import { type Answer, answer } from '../../../src/desk/answer.ts';
import { prepareByHand } from '../../../src/desk/by-hand.ts';
import { keyOf, untold } from '../../../src/desk/checks/warning.ts';
import type { Refusal } from '../../../src/desk/decision.ts';
import type { Mention } from '../../../src/desk/mention.ts';
import { ANNA, aDesk, aMention, aPost, aPublication, BEN, granted, instant, refusalOf } from '../examples.ts';
import { NOW } from './examples.ts';

const BRUSH_OFF = 'Please use our contact form.';

function wish(fields: Partial<Answer> = {}, told: readonly string[] = []): Answer {
  const checking = { recent: [], told };
  return { by: ANNA, key: 'k1', purpose: 'reply', text: BRUSH_OFF, seen: [], anyway: false, checking, ...fields };
}

/** What its sender is told, and the keys with which the form remembers that. */
function warned(mention: Mention, more: Partial<Answer> = {}, told: readonly string[] = []) {
  const refusal: Refusal = refusalOf(answer(mention, wish(more, told), aDesk(), NOW));
  if (refusal.reason !== 'warned') throw new Error(`refused as ${refusal.reason}`);
  return { checks: refusal.warnings.map(({ check }) => check), keys: refusal.warnings.map(keyOf) };
}

describe('a text that gives pause', () => {
  it('is not sent, and nothing is changed: its sender is told first', () => {
    expect(warned(aMention())).toMatchObject({ checks: ['brushOff'] });
  });

  it('goes out when it is sent again as it was, and the history says against what', () => {
    const { keys } = warned(aMention());
    const { state } = granted(answer(aMention(), wish({}, keys), aDesk(), NOW));
    expect(state.publications).toMatchObject([{ status: 'waiting', text: BRUSH_OFF }]);
    expect(state.history.at(-1)).toEqual({
      at: NOW.toISOString(),
      by: ANNA,
      did: 'warned-sent',
      text: 'brushOff',
    });
  });

  it('is looked at anew when it is changed: only what is new stops it, and all of it is in the history', () => {
    const { keys } = warned(aMention());
    const changed = `${BRUSH_OFF} Your order 8812345.`;
    const again = warned(aMention(), { text: changed }, keys);
    expect(again.checks).toEqual(['privateData', 'brushOff']);
    expect(granted(answer(aMention(), wish({ text: `${BRUSH_OFF} Bye!` }, keys), aDesk(), NOW)).state.history).toEqual(
      expect.arrayContaining([expect.objectContaining({ did: 'warned-sent', text: 'brushOff' })]),
    );
    const { state } = granted(answer(aMention(), wish({ text: changed }, [...keys, ...again.keys]), aDesk(), NOW));
    expect(state.history.at(-1)).toMatchObject({ did: 'warned-sent', text: 'privateData, brushOff' });
  });

  it('leaves no such line once it was mended', () => {
    const { keys } = warned(aMention());
    const mended = wish({ text: 'I have opened case 4711 for you.' }, keys);
    const { history } = granted(answer(aMention(), mended, aDesk(), NOW)).state;
    expect(history.map(({ did }) => did)).not.toContain('warned-sent');
  });

  it('is not looked at where the team switched that off', () => {
    const desk = aDesk({ checks: { brushOff: false } });
    expect(granted(answer(aMention(), wish(), desk, NOW)).state.publications).toHaveLength(1);
  });

  it('is told of a colleague’s answer, a pause or its length first', () => {
    const answered = aMention({ publications: [aPublication({ by: BEN })] });
    expect(refusalOf(answer(answered, wish(), aDesk(), NOW)).reason).toBe('answered-meanwhile');
    const paused = { ...aDesk(), paused: { by: BEN, at: instant('2026-11-24T10:00') } };
    expect(refusalOf(answer(aMention(), wish(), paused, NOW)).reason).toBe('paused');
    const long = wish({ text: `${BRUSH_OFF} ${'x'.repeat(300)}` });
    expect(refusalOf(answer(aMention(), long, aDesk(), NOW)).reason).toBe('too-long');
  });

  it('is once what a redelivered press made of it', () => {
    const { keys } = warned(aMention());
    const { state } = granted(answer(aMention(), wish({}, keys), aDesk(), NOW));
    expect(refusalOf(answer(state, wish({}, keys), aDesk(), NOW)).reason).toBe('already-handled');
  });

  it('is looked at as well where it leaves by hand, and that is on record', () => {
    const found = aMention({ posts: [aPost({ via: 'search' })] });
    const { keys } = warned(found);
    const refusal = refusalOf(answer(found, wish({}, keys), aDesk(), NOW));
    expect(refusal).toEqual({ reason: 'reply-by-hand', against: 'brushOff' });
    const { state } = prepareByHand(found, ANNA, BRUSH_OFF, NOW, 'brushOff');
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'warned-sent', text: 'brushOff' });
  });
});

it('other words at fault are another warning; capitals and spaces are none', () => {
  const warning = (words: string) => ({ check: 'privateData', why: 'phone', words }) as const;
  const told = [keyOf(warning('Call 0171  2345678'))];
  expect(untold([warning('call 0171 2345678')], told)).toEqual([]);
  expect(untold([warning('call 0171 2345679')], told)).toHaveLength(1);
});
