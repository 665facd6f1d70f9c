import { describe, expect, test } from 'vitest';
import { cheerIn } from '../../src/desk/cheerful.ts';

describe('a post of ours', () => {
  test.each([
    'Happy Friday! What are your plans?',
    'HAPPY NEW YEAR to all of you',
    'Have a great weekend everyone ☀️',
    'Good morning! Coffee first.',
    'Merry Christmas from all of us',
    'Giveaway time: win two tickets for Saturday',
    'Retweet for a chance to win a new phone',
    'We’re thrilled to announce our new app',
    'Fun fact: our first router weighed 4 kilos',
    '🎉 10 years of Nordfunk',
    'Schönes Wochenende!',
    'Wir wünschen schoenen Feierabend',
    'Guten Morgen, Hamburg! Was macht ihr heute?',
    'Frohe Weihnachten und einen guten Rutsch',
    'Gewinnspiel: gewinne ein Jahr Glasfaser',
    'Wir verlosen 3x2 Karten',
    'Wir feiern Geburtstag!',
    'Juhu, der Sommer ist da',
  ])('is cheerful: %s', (text) => {
    expect(cheerIn(text)).not.toBeNull();
  });

  test.each([
    'We are sorry for the outage. Thank you for your patience.',
    'Good morning, we are aware of the disruption in the north and are working on it.',
    'The issue is fixed. Have a great day!',
    'Thanks for letting us know, we will have a look.',
    'Our hotline is open from 8 to 20.',
    'We won the tender for the new line.',
    'The winter timetable starts on Sunday.',
    'Wir bitten um Entschuldigung und danken für die Geduld.',
    'Guten Morgen, leider ist unser Netz in Hamburg gestört.',
    'Die Störung ist behoben. Schönes Wochenende!',
    'Unsere Hotline ist am Sonntag von 8 bis 20 Uhr erreichbar.',
    'Die Verlosungsregeln stehen nicht zur Debatte, es tut uns leid.',
    'Ab Montag gilt der neue Fahrplan.',
    'Alle Gewinne fließen in den Netzausbau.',
  ])('is not: %s', (text) => {
    expect(cheerIn(text)).toBeNull();
  });
});
