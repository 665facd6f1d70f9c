import { describe, expect, it } from 'vitest';
import { graveWords, lawWords, pressWords } from '../../src/desk/lock-words.ts';

describe('words of law', () => {
  it.each([
    'You will hear from my lawyer.',
    'My solicitor will be in touch, I have had enough',
    'I am going to take legal action if this is not fixed by Friday',
    "See you in court then! I'll sue.",
    'Time to sue them? I should: gonna sue you for this',
    'Filed a complaint with the ombudsman and trading standards today.',
    'This is a clear GDPR violation, I am writing to the data protection authority',
    'I reported you to the regulator. Ofcom knows.',
    'Mein Anwalt meldet sich bei euch.',
    'Ich schalte jetzt meinen Rechtsanwalt ein!',
    'Dann werde ich Klage einreichen. Verklagen kann ich euch auch.',
    'Ich verklage euch, das glaubt ihr nicht',
    'Die Verbraucherzentrale ist informiert, und die Bundesnetzagentur auch.',
    'Ich habe Strafanzeige gestellt.',
    'Wir behalten uns rechtliche Schritte vor',
    'Ich fordere Schadensersatz für zwei Wochen ohne Netz',
    'Wenn morgen nichts passiert, erstatte ich Anzeige: Anzeige erstattet man online. #Anwalt',
    'lol mein Anwalt lacht schon',
  ])('are in: %s', (text) => {
    expect(lawWords(text)).not.toEqual([]);
  });

  it.each([
    'Thanks Sue from the shop, you were lovely',
    'Talked to Sue in support, all good now',
    "I'm not a lawyer, but is that contract still valid?",
    'No need for a lawyer here, just fix it please',
    "I won't sue you over five euros :)",
    'The pressure regulator of my boiler is stuck, do you sell spare ones?',
    'Do I need a power of attorney to change the contract of my mother?',
    'Binging Better Call Saul on your wifi, works great',
    'Ich kann mich nicht beklagen, läuft super',
    'Ich bin kein Anwalt, aber das steht so in den AGB',
    'Kann ich bei euch auch eine Rechtsschutzversicherung abschließen?',
    'Klagen über das Wetter hilft nicht',
    'Is the tennis court by your office public?',
    'Bitte die Rechnung korrigieren, danke',
    'issue with my router, please pursue the ticket',
  ])('are not in: %s', (text) => {
    expect(lawWords(text)).toEqual([]);
  });
});

describe('words of the press', () => {
  it.each([
    'I am a journalist with the Evening Post and would like a statement.',
    'Going to the press with this. Enough.',
    'Press inquiry: whom do I contact about the outage?',
    'There will be a newspaper article about how you treat pensioners',
    'We are working on a story about your outage, any comment for our readers?',
    'The local newspaper is very interested in this',
    'I will tell the media, BBC Watchdog loves this',
    'Ich bin Journalistin und bitte um Stellungnahme bis 17 Uhr.',
    'Hier die Redaktion von WISO: Presseanfrage zur Störung',
    'Dann gehe ich eben zur Presse!',
    'Ich wende mich an die Presse und an die Medien.',
    'Die Lokalzeitung bringt am Samstag einen Artikel über euch',
    'Ein Kamerateam steht schon vor eurem Laden',
  ])('are in: %s', (text) => {
    expect(pressWords(text)).not.toEqual([]);
  });

  it.each([
    'I press the button and nothing happens',
    'My French press arrived broken',
    'Die Kaffeepresse ist undicht',
    'Passt das Ersatzsieb an die Presse? Die Saftpresse klemmt',
    'My newspaper was not delivered today, the local newspaper never comes',
    'Die Tageszeitung wurde wieder nicht zugestellt',
    'Mir fehlen seit gestern alle Fernsehsender',
    "Don't worry, I'm not a journalist, just curious",
    'Ich gehe damit nicht zur Presse, keine Sorge',
    'Please read the press release again, it says Monday',
    'under pressure to express myself',
    'Das ist keine Drohung, ich bin kein Reporter',
  ])('are not in: %s', (text) => {
    expect(pressWords(text)).toEqual([]);
  });
});

describe('what is grave', () => {
  it('is named by what it is, each word once, over all posts', () => {
    expect(graveWords(['My lawyer knows.', 'My lawyer, and a journalist!', 'Somebody is injured'])).toEqual([
      { type: 'danger', words: ['injured'] },
      { type: 'press', words: ['journalist'] },
      { type: 'law', words: ['lawyer'] },
    ]);
  });

  it('is nothing for almost every post', () => {
    expect(graveWords(['My suitcase is still in Oslo!', ''])).toEqual([]);
  });
});
