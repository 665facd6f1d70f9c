import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from './model.ts';

const kind = (text: string) => triage(text, 'und').kind;

describe('triage', () => {
  it.each([
    '@acme still waiting for the technician, third time this month',
    '@acme Worst service ever.',
    '@acme is anybody there? My router is broken',
    '@acme thanks for nothing',
    '@acme Great job losing my bag!',
    '@acme not happy with this',
    '@acme that was not very helpful',
    '@acme Nobody answers the phone, how do I reach you?',
    '@acme it doesn’t work',
    'Bei @acme geht nichts mehr, das dritte Mal diese Woche',
    '@acme Router kaputt, seit Tagen keine Antwort. Frechheit!',
    '@acme Störung in Köln, wann läuft es wieder?',
    '@acme Na toll, schon wieder kein Netz',
    '@acme Danke für nichts',
    '@acme Ich bin nicht zufrieden',
    '@acme 😡😡',
    '@acme #neveragain',
    'Liebe Leute von @acme, das ist keine gute Lösung',
  ])('hears a complaint: %s', (text) => {
    expect(kind(text)).toBe('complaint');
  });

  it.each([
    '@acme which tariff do I need for Austria?',
    '@acme please send me the form, thanks',
    '@acme could you call me back',
    '@acme what are your opening hours?',
    '@acme thanks in advance',
    '@acme Welchen Tarif brauche ich für Österreich?',
    '@acme könnt ihr mir die Rechnung schicken, danke',
    '@acme Gibt es den Vertrag auch ohne Handy',
    '@acme it would be nice to have this in green',
  ])('hears a question: %s', (text) => {
    expect(kind(text)).toBe('question');
  });

  it.each([
    '@acme Thank you, great service!',
    '@acme I love the new app',
    '@acme not bad at all, well done',
    '@acme five years and never had a problem, kudos',
    '@acme thanks for fixing the outage so quickly',
    '@acme Vielen Dank für die tolle Beratung',
    '@acme Super Service, gar kein Problem mit dem Umzug, danke',
    '@acme Läuft wieder, danke für die schnelle Hilfe',
  ])('hears praise: %s', (text) => {
    expect(kind(text)).toBe('praise');
  });

  it('hears a complaint when the thanks are not the end of it', () => {
    expect(kind('@acme thanks for the help, but it is still broken')).toBe('complaint');
    expect(kind('@acme danke für die Hilfe, aber es ist immer noch kaputt')).toBe('complaint');
  });

  it('sees that nobody is asked anything in a headline or a retweet', () => {
    expect(kind('Acme opens three new shops in northern Germany https://t.co/abc via @acme')).toBe('other');
    expect(kind('RT @someone: Acme opens three new shops')).toBe('other');
  });

  it.each(['', '@acme', '@acme 12345', '@acme https://t.co/abc'])(
    'takes what it does not know for a question: "%s"',
    (text) => {
      expect(triage(text, 'und')).toMatchObject({ kind: 'question', reasons: [] });
    },
  );

  it('sees no question in the address of a link', () => {
    expect(kind('@acme lovely https://example.com/a?b=c thanks')).toBe('praise');
  });

  it('names the post’s own words that decided, parts of words by their word, and nobody’s name', () => {
    const reasons = (text: string) => triage(text, 'en').reasons;
    expect(reasons('@acme Still waiting for my refund, third time I call')[0]).toBe('Still waiting');
    expect(reasons('@broken @worst my invoice is wrong again').join(' ')).toMatch(/wrong again/);
    expect(reasons('@broken @worst my invoice is wrong again').join(' ')).not.toMatch(/broken|worst/);
    const german = triage('@acme Seit gestern kein Internet, niemand ruft zurück!', 'de').reasons.join(', ');
    expect(german).toMatch(/kein Internet/);
    expect(german).toMatch(/niemand/);
    expect(reasons('@acme Fourth invoice wrong. My lawyer will contact you next week.')).not.toContain('you');
    const router = reasons('@acme My router blinks red since yesterday evening, anyone there?');
    for (const word of ['My', 'anyone', 'yesterday', 'since']) expect(router).not.toContain(word);
    expect(router).toContain('red since yesterday');
    expect(triage('@acme no', 'en')).toMatchObject({ kind: 'complaint', reasons: ['no'] });
    for (const one of reasons('@acme Third time your technician did not show up, nobody calls back.')) {
      expect(one).not.toMatch(/\b(?:your|my|no)$/);
    }
    expect(reasons('@acme 😡 worst service ever').length).toBeLessThanOrEqual(4);
  });

  it.each([
    ['Hello', 'de', 'de'],
    ['Hallo', 'en-GB', 'en'],
    ['Warum geht mein Anschluss nicht', 'und', 'de'],
    ['my line is dead', 'und', 'en'],
    ['my line is dead', '', 'en'],
    ['Ich warte seit Tagen auf euch', 'nl', 'de'],
    ['Wanneer is mijn internet terug', 'nl', 'other'],
    ['¿Cuándo vuelve internet?', 'es', 'other'],
    ['😡', 'qme', 'other'],
  ])('takes the network’s word for the language unless it is unsure: %s (%s)', (text, said, lang) => {
    expect(triage(text, said).lang).toBe(lang);
  });

  it('has an answer for every text, and for a long one quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, lang) => {
        expect(['complaint', 'question', 'praise', 'other']).toContain(triage(text, lang).kind);
      }),
    );
    const started = performance.now();
    triage('not a very very good day '.repeat(1_000), 'en');
    triage('a'.repeat(25_000), 'en');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
