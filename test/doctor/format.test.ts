import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { examine, hasErrors } from '../../src/doctor/examine.ts';
import { type Finding, findingsOf } from '../../src/doctor/finding.ts';
import { formatReport, reportAsJson } from '../../src/doctor/format.ts';

const slack = findingsOf('Slack');
const store = findingsOf('Store');
const FINDINGS = [
  store.ok('writable'),
  slack.warn('scopes: one too many', 'Remove it.'),
  slack.error('channel: two\nlines', 'Type /invite.'),
];

describe('the report', () => {
  it('groups by area, with the level in front and the remedy below', () => {
    expect(formatReport(FINDINGS, false).split('\n')).toEqual([
      'Store',
      '  ok     writable',
      '',
      'Slack',
      '  warn   scopes: one too many',
      '         → Remove it.',
      '  error  channel: two',
      '         lines',
      '         → Type /invite.',
      '',
      '1 error, 1 warning. Nothing was published or changed.',
    ]);
  });

  it('has colours only where they are wanted, and says the same', () => {
    const coloured = formatReport(FINDINGS, true);
    expect(coloured).toContain('\u001b[31merror');
    expect(stripVTControlCharacters(coloured)).toBe(formatReport(FINDINGS, false));
  });

  it.each<[Finding[], string]>([
    [[store.ok('writable')], 'All is well. Nothing was published or changed. Start with: npm start'],
    [[store.warn('full', 'Free some.')], 'No errors, 1 warning. Nothing was published'],
    [[store.error('gone', 'Find it.'), store.error('gone', 'Find it.')], '2 errors, 0 warnings. Nothing'],
  ])('ends with what to do next', (findings, end) => {
    expect(formatReport(findings, false).split('\n').at(-1)).toContain(end);
  });

  it('for programs is one line of JSON', () => {
    expect(JSON.parse(reportAsJson(FINDINGS))).toEqual({ ok: false, findings: FINDINGS });
    expect(reportAsJson([store.ok('a')])).not.toContain('\n');
  });
});

describe('the checks', () => {
  it('do not hide each other when one breaks, and come in the report’s order', async () => {
    const findings = await examine([
      { area: 'Slack', look: () => Promise.reject(new Error('no way out')) },
      { area: 'Store', look: async () => [store.ok('writable')] },
    ]);
    expect(findings.map(({ area, text }) => `${area}: ${text}`)).toEqual([
      'Store: writable',
      'Slack: this could not be checked: no way out',
    ]);
    expect(hasErrors(findings)).toBe(true);
  });
});
