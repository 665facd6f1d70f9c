import { describe, expect, it } from 'vitest';
import { linkTo, unlink } from '../../src/desk/incident-link.ts';
import {
  decline,
  examplesOf,
  isExplainedBy,
  mayBeSuggested,
  suggest,
  suggestedTo,
} from '../../src/desk/incident-match.ts';
import { sketch } from '../../src/desk/likeness.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { ANNA, aMention, anIncident, aPost, aPublication, BEN, berlin, granted, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T10:30');
const press = (by = ANNA) => ({ by, key: `k:${by}` });
const outage = anIncident({
  title: 'Internet im Norden',
  publications: [
    aPublication({ purpose: 'incident-start', text: 'Im Norden ist unser Netz gestört. Wir arbeiten daran.' }),
  ],
});
const said = (text: string, fields: Partial<Mention> = {}) => aMention({ posts: [aPost({ text })], ...fields });
const explains = (text: string, linked: readonly Mention[] = []) =>
  isExplainedBy(sketch(text), examplesOf(outage, linked));

describe('a running incident', () => {
  it.each([
    'Kein Internet seit heute früh!',
    'WLAN ist tot',
    'Ist die Leitung wieder down?',
    'no internet since this morning',
  ])('may explain: %s', (text) => expect(explains(text)).toBe(true));

  it.each([
    'Mein Paket ist nicht angekommen',
    'So schnell war das Internet noch nie, danke!',
    'Was kostet der neue Tarif?',
    'Meine Rechnung ist falsch',
    '',
  ])('does not explain: %s', (text) => expect(explains(text)).toBe(false));

  it('is recognised by what its customers wrote, as long as somebody has linked them', () => {
    const text = 'my landline is dead as well';
    expect(explains(text)).toBe(false);
    expect(explains(text, [said('no landline either, it is dead')])).toBe(true);
  });
});

describe('an incident of many towns', () => {
  const inTown = (town: string) => said(`Kein Empfang in ${town}, seit einer Stunde`);

  it('may explain what another town complains of, and one of a single town may not', () => {
    const [one, many] = [
      ['Kiel', 'Kiel', 'Kiel'],
      ['Kiel', 'Flensburg', 'Rostock'],
    ].map((towns) => towns.map(inTown));
    expect(explains('no signal at all in Hamburg', one)).toBe(false);
    expect(explains('no signal at all in Hamburg', many)).toBe(true);
    expect(explains('my invoice is wrong, Hamburg', many)).toBe(false);
  });
});

describe('a suggestion', () => {
  const { id, number } = outage;

  it('is asked once, linked by a yes, and then counts as linked', () => {
    const asked = granted(suggest(aMention(), { id, number }));
    expect(asked.effects.map(({ key }) => key)).toEqual(['draw-card', `tell:links:${id}:${asked.state.id}:suggested`]);
    expect(suggestedTo([asked.state], id)).toHaveLength(1);
    expect(refusalOf(suggest(asked.state, { id, number }))).toEqual({ reason: 'already-done' });
    const linked = granted(linkTo(asked.state, outage, press(), NOW));
    expect(linked.state).toMatchObject({ suggested: null, incident: { id, by: ANNA } });
    expect(suggestedTo([linked.state], id)).toEqual([]);
  });

  it('is refused by a no, which is remembered for this incident alone', () => {
    const asked = granted(suggest(aMention(), { id, number })).state;
    const { state } = granted(decline(asked, press(), NOW));
    expect(state).toMatchObject({ suggested: null, declined: [id] });
    expect(state.history.at(-1)).toMatchObject({ by: ANNA, did: 'link-declined' });
    expect(mayBeSuggested(state, id)).toBe(false);
    expect(mayBeSuggested(state, 'incident:other')).toBe(true);
    expect(refusalOf(decline(state, press(), NOW))).toEqual({ reason: 'already-handled' });
    expect(refusalOf(decline(state, press(BEN), NOW))).toEqual({ reason: 'already-done' });
  });

  it('does not come back for one that somebody has unlinked, and not for one that is settled', () => {
    const linked = granted(linkTo(aMention(), outage, press(), NOW)).state;
    expect(mayBeSuggested(granted(unlink(linked, press(BEN), NOW)).state, id)).toBe(false);
    expect(mayBeSuggested(aMention({ status: 'answered' }), id)).toBe(false);
  });
});
