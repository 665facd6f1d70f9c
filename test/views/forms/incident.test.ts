import { describe, expect, test } from 'vitest';
import { parseFormMeta } from '../../../views/form-meta.ts';
import { incidentResolveModal, incidentStartModal, incidentUpdateModal } from '../../../views/forms/incident.ts';
import { FIELD } from '../../../views/ids.ts';
import { faultsOfView, shownText } from '../limits.ts';
import { context, incident } from '../sample.ts';

const ctx = context();
const words = { text: 'We know.', length: { length: 8, limit: 280 }, hasLink: false };

describe('starting an incident', () => {
  const start = { ...words, title: 'North', severity: 'major', updateMinutes: 45 } as const;

  test('asks for the public text, how bad it is and when the next word is due', () => {
    const view = incidentStartModal(start, ctx);
    expect(faultsOfView(view)).toEqual([]);
    expect(view.submit?.text).toBe('Publish');
    const element = (field: string) => view.blocks.find((block) => block.block_id === field);
    expect(element(FIELD.severity)).toMatchObject({ element: { initial_option: { value: 'major' } } });
    expect(element(FIELD.nextUpdate)).toMatchObject({ element: { initial_option: { value: '45' } } });
    expect(shownText(view)).toContain('8 / 280');
  });

  test('says what a link costs, where there is one', () => {
    expect(shownText(incidentStartModal(start, ctx))).not.toContain('$0.20');
    expect(shownText(incidentStartModal({ ...start, hasLink: true }, ctx))).toContain('costs $0.20 on X');
  });
});

test('an update shows what the public has read, and names its incident', () => {
  const view = incidentUpdateModal({ ...words, incident: incident(), seen: ['p1'] }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(shownText(view)).toContain('We know and are on it.');
  expect(parseFormMeta(view.private_metadata ?? '')).toEqual({ incident: 'incident:k1', seen: ['p1'] });
});

test('the last word asks for no next one', () => {
  const view = incidentResolveModal({ ...words, incident: incident(), seen: [] }, ctx);
  expect(view.title.text).toBe('Resolve incident 3');
  expect(view.blocks.some((block) => block.block_id === FIELD.nextUpdate)).toBe(false);
});
