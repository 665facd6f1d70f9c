import { describe, expect, test } from 'vitest';
import type { Warning } from '../../../src/desk/checks/warning.ts';
import { stoppedLine, submitAgainst, WAS_STOPPED, warningBlocks } from '../../../views/forms/warnings.ts';
import { shownText } from '../limits.ts';
import { context, NOW } from '../sample.ts';

const ctx = context('de');
const vague: Warning = { check: 'promiseTime', why: 'no-time', words: 'Wir melden uns.' };
const offer: Warning = { check: 'promiseTime', why: 'offer', words: 'bis 17 Uhr', dueAt: NOW.toISOString() };
const shown = (warnings: readonly Warning[], warned: readonly string[]) =>
  shownText({ blocks: warningBlocks({ warnings, warned }, ctx) });

describe('a form that was stopped', () => {
  test('says so above and, where the reason has scrolled away, at its end', () => {
    const form = { warnings: [vague], warned: [WAS_STOPPED] };
    expect(shown(form.warnings, form.warned)).toContain('Noch nicht gesendet. Bitte noch einmal ansehen:');
    expect(shownText({ blocks: stoppedLine(form, ctx) })).toContain('Der Grund steht weiter oben');
    expect(submitAgainst(form, ctx)).toBe('Trotzdem senden');
    expect(stoppedLine({ warnings: [vague], warned: [] }, ctx)).toEqual([]);
  });

  test('does not speak of a warning where a time is only offered: whoever leaves it goes against nothing', () => {
    const said = shown([offer], [WAS_STOPPED]);
    expect(said).toContain('Der Text nennt eine Zeit: „bis 17 Uhr“, also <!date');
    expect(said).not.toContain('trotz dieser Warnung');
    expect(submitAgainst({ warnings: [offer], warned: [WAS_STOPPED] }, ctx)).toBeNull();
    expect(shown([offer, vague], [WAS_STOPPED])).toContain('trotz dieser Warnung');
  });

  test('offers once to take all that is private to a direct message, behind the last of it', () => {
    const number: Warning = { check: 'privateData', why: 'number', words: '4711-22' };
    const phone: Warning = { check: 'privateData', why: 'phone', words: '0171 2345678' };
    const said = shown([number, phone], [WAS_STOPPED]);
    expect(said).toMatch(/4711-22[\s\S]*0171 2345678[\s\S]*Um Direktnachricht bitten/);
    expect(said.match(/Um Direktnachricht bitten/g)).toHaveLength(1);
  });
});
