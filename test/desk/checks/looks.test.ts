import { describe, expect, it } from 'vitest';
import type { PublicWord } from '../../../src/desk/checks/context.ts';
import { language } from '../../../src/desk/checks/language.ts';
import { meanwhile } from '../../../src/desk/checks/meanwhile.ts';
import { nextStep } from '../../../src/desk/checks/next-step.ts';
import { recentWords } from '../../../src/desk/checks/recent.ts';
import { keyOf } from '../../../src/desk/checks/warning.ts';
import { wornPhrase } from '../../../src/desk/checks/worn-phrase.ts';
import { DEFAULT_TEMPLATES } from '../../../src/desk/templates.ts';
import { createReplyEar } from '../../../src/triage/reply-language.ts';
import { aMention, anIncident, aPost, aPublication, berlin, instant, minutesAfter } from '../examples.ts';
import { aContext, NOW } from './examples.ts';

const languageOf = createReplyEar();

describe('an apology without a next step', () => {
  it.each([
    'We are sorry, Mia.',
    'Hi Mia, we apologise for the inconvenience. Thank you for your patience.',
    'Sorry! That should not have happened. ^AB',
    'We’re very sorry, we understand your frustration. We take this seriously.',
    'We are sorry, Tom: this was our mistake.',
    'Es tut uns leid, Tom: Wir haben Sie viel zu lange warten lassen.',
    'Bitte entschuldigen Sie die Unannehmlichkeiten. Wir bitten um Ihr Verständnis.',
    'Hallo Lena, das tut uns sehr leid. Das hätte nicht passieren dürfen.',
    'Wir bedauern den Vorfall. Vielen Dank für Ihre Geduld.',
  ])('is told: %s', (text) => {
    expect(nextStep(text, aContext())).toMatchObject({ check: 'nextStep' });
  });

  it.each([
    'We are sorry, Tom: we kept you waiting far too long. Your router leaves today.',
    'Sorry about that, I’m looking into it now.',
    'We are sorry. You get your money back in full.',
    'It is back since 9:10. Sorry!',
    'Sorry for the delay – which order is it?',
    'Es tut uns leid, Tom. Unsere Technik arbeitet daran.',
    'Das war unser Fehler, entschuldigen Sie. Die Mahngebühr habe ich storniert.',
    'Entschuldigen Sie das Durcheinander. Ihr Gepäck kommt mit dem nächsten Flug.',
    'Thank you, Mia, that made our day!',
    'We are on it.',
    '',
  ])('is none: %s', (text) => {
    expect(nextStep(text, aContext())).toBeNull();
  });

  it.each(DEFAULT_TEMPLATES.filter(({ purpose }) => purpose === 'apology-doing'))(
    'is mended by the template "$title"',
    ({ lang, text }) => {
      const sorry = DEFAULT_TEMPLATES.find((one) => one.purpose === 'apology-wrong' && one.lang === lang);
      expect(nextStep(`${sorry?.text}.`, aContext())).not.toBeNull();
      expect(nextStep(`${sorry?.text}. ${text}.`, aContext())).toBeNull();
    },
  );
});

describe('the other language', () => {
  const GERMAN = 'Hallo Mia, wir sehen uns das jetzt an und melden uns bei Ihnen.';
  const ENGLISH = 'Hi Mia, we are looking into this now and will write to you.';

  it('is told where the text is clearly in it', () => {
    expect(language(GERMAN, aContext({ lang: 'en', languageOf }))).toMatchObject({ check: 'language', why: 'en' });
    expect(language(ENGLISH, aContext({ lang: 'de', languageOf }))).toMatchObject({ check: 'language', why: 'de' });
  });

  it('is not where the reader writes it, or something else', () => {
    expect(language(GERMAN, aContext({ lang: 'de', languageOf }))).toBeNull();
    expect(language(ENGLISH, aContext({ lang: 'en', languageOf }))).toBeNull();
    expect(language(ENGLISH, aContext({ lang: 'other', languageOf }))).toBeNull();
  });

  it('is none that can be told where nobody knows it', () => {
    expect(language(GERMAN, aContext({ lang: 'en', languageOf: () => null }))).toBeNull();
  });

  it('is told once, whatever else of the text is changed', () => {
    const keys = [GERMAN, `${GERMAN} Versprochen!`].flatMap((text) => {
      const warning = language(text, aContext({ lang: 'en', languageOf }));
      return warning === null ? [] : [keyOf(warning)];
    });
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('a worn phrase', () => {
  const TEXT = 'Hi Mia, thank you for telling us. We are looking into it now and will write again.';
  const to = (fields: Partial<PublicWord> = {}): PublicWord => ({
    text: TEXT.replace('Mia', 'Tom'),
    to: '88',
    names: ['Tom', 'tom_t'],
    incident: null,
    at: instant('2026-11-24T09:00'),
    ...fields,
  });

  it('is told where this person got the same words, even weeks ago', () => {
    const word = to({ to: '77', names: ['Mia'], text: TEXT, at: instant('2026-11-02T09:00') });
    expect(wornPhrase(TEXT, aContext({ recent: [word] }))).toMatchObject({ why: 'person', same: true, at: word.at });
  });

  it('is told where somebody else got them within two days, whatever their name', () => {
    expect(wornPhrase(TEXT, aContext({ recent: [to()] }))).toMatchObject({ why: 'others', same: false });
    const nearly = TEXT.replace('now', 'right now').replace('thank you', 'Thank you');
    expect(wornPhrase(nearly, aContext({ recent: [to()] }))).toMatchObject({ why: 'others' });
    const signed = to({ text: `${to().text} ^AB` });
    expect(wornPhrase(TEXT, aContext({ recent: [signed] }))).toMatchObject({ why: 'others' });
  });

  it('is told in German', () => {
    const text = 'Hallo Mia, danke für den Hinweis. Wir sehen uns das an und melden uns.';
    const word = to({ text: text.replace('Mia', 'Tom') });
    expect(wornPhrase(text, aContext({ lang: 'de', recent: [word] }))).toMatchObject({ why: 'others' });
  });

  it('is none after two days, with another fact, or in other words', () => {
    expect(wornPhrase(TEXT, aContext({ recent: [to({ at: instant('2026-11-22T10:00') })] }))).toBeNull();
    const fact = 'Hi Mia, thank you for telling us. The mast in Altona is out; a technician is there by noon.';
    expect(wornPhrase(fact, aContext({ recent: [to()] }))).toBeNull();
    expect(wornPhrase('We pay it back today, Mia.', aContext({ recent: [to()] }))).toBeNull();
    const paid = 'Hi Mia, we have corrected your invoice and pay back 12 euros; it is there on Friday.';
    const other = to({ text: paid.replace('12', '30') });
    expect(wornPhrase(paid, aContext({ recent: [other] }))).toBeNull();
  });

  it('is none of a few words, nor of what an incident tells all its customers', () => {
    const thanks = to({ text: 'Thank you, Tom!' });
    expect(wornPhrase('Thank you, Mia!', aContext({ recent: [thanks] }))).toBeNull();
    const mention = aMention({ incident: { id: 'i1', number: 1, by: 'U1', at: NOW.toISOString(), told: null } });
    expect(wornPhrase(TEXT, aContext({ mention, recent: [to({ incident: 'i1' })] }))).toBeNull();
    expect(wornPhrase(TEXT, aContext({ mention, recent: [to({ incident: 'i2' })] }))).not.toBeNull();
  });

  it('offers a template that nobody got lately, for the same purpose and in the same language', () => {
    const worn = 'Your suitcase is on the next flight and comes to your door.';
    const variant = (others: PublicWord[]) => {
      const warning = wornPhrase(worn, aContext({ recent: [to({ text: worn }), ...others] }));
      return warning?.check === 'wornPhrase' ? warning.variant : undefined;
    };
    const look = DEFAULT_TEMPLATES.find(({ id }) => id === 'look-en')?.text.replace('{name}', 'Tom') ?? '';
    expect(variant([])).toBe('look-en');
    expect(variant([to({ text: look })])).toBe('call-en');
    const all = DEFAULT_TEMPLATES.filter(({ purpose, lang }) => purpose === 'reply' && lang === 'en');
    expect(variant(all.map(({ text }) => to({ text: text.replace('{name}', 'Tom') })))).toBeNull();
  });

  it('is looked for among replies, incident words and what was answered on X itself, not among what was undone', () => {
    const mention = aMention({
      publications: [
        aPublication({ text: 'out' }),
        aPublication({ id: 'p2', text: 'undone', status: 'undone' }),
        aPublication({ id: 'p3', text: 'by hand', by: 'elsewhere' }),
        aPublication({ id: 'p4', text: 'old', pressedAt: instant('2026-10-01T10:00') }),
      ],
    });
    const incident = anIncident();
    const words = recentWords([mention, incident], NOW);
    expect(words.map(({ text, to: whom }) => [text, whom])).toEqual([
      ['out', '77'],
      ['by hand', '77'],
      [incident.publications[0]?.text, null],
    ]);
  });
});

describe('what the customer did meanwhile', () => {
  const first = aPost();
  const later = aPost({ id: '1002', text: 'Forget it, I am at the airport now', at: instant('2026-11-24T10:08') });

  it('is told with their new words', () => {
    const mention = aMention({ posts: [first, later] });
    expect(meanwhile('We are on it.', aContext({ mention, read: first.id }))).toEqual({
      check: 'meanwhile',
      why: 'wrote',
      words: later.text,
      post: later.id,
    });
  });

  it('is told where all that they wrote came later', () => {
    const mention = aMention({ posts: [first, later] });
    expect(meanwhile('', aContext({ mention, read: '' }))).toMatchObject({ why: 'wrote', post: later.id });
    const at = minutesAfter(NOW, -1).toISOString();
    const gone = aMention({ posts: [first, { ...later, deletedAt: at }] });
    expect(meanwhile('', aContext({ mention: gone, read: '' }))).toMatchObject({ why: 'wrote', post: first.id });
  });

  it('is told where they deleted what was read, and where they edited it', () => {
    const at = minutesAfter(NOW, -1).toISOString();
    const gone = aMention({ posts: [first, { ...later, deletedAt: at }] });
    expect(meanwhile('', aContext({ mention: gone, read: later.id }))).toMatchObject({
      why: 'deleted',
      words: later.text,
    });
    const edited = { ...first, id: '1009', text: 'Found it!', versions: [{ id: first.id, text: first.text }] };
    const mention = aMention({ posts: [edited] });
    expect(meanwhile('', aContext({ mention, read: first.id }))).toMatchObject({ why: 'edited', words: 'Found it!' });
  });

  it('is nothing where the form shows all of it, or was opened before forms said what they show', () => {
    const mention = aMention({ posts: [first, later] });
    expect(meanwhile('', aContext({ mention, read: later.id }))).toBeNull();
    expect(meanwhile('', aContext({ mention, read: undefined }))).toBeNull();
    expect(meanwhile('', aContext({ mention: null, read: first.id }))).toBeNull();
    const gone = aMention({ posts: [first, { ...later, deletedAt: berlin('2026-11-24T10:09').toISOString() }] });
    expect(meanwhile('', aContext({ mention: gone, read: first.id }))).toBeNull();
  });
});
