import { describe, expect, it } from 'vitest';
import { promiseTime } from '../../../src/desk/checks/promise.ts';
import { instant } from '../examples.ts';
import { aContext } from './examples.ts';

/** Tuesday, ten past ten. A promise without a time is told, one with a time is offered, all else is none. */
const said = (text: string) => {
  const warning = promiseTime(text, aContext());
  if (warning?.check !== 'promiseTime') return 'none';
  return warning.why === 'offer' ? warning.dueAt : 'no time';
};

describe('a promise without a time', () => {
  it.each([
    'We’ll be back with more soon.',
    'I’m going to ring you about this.',
    'I’ll chase the depot and come back to you.',
    'Someone from the team will reach out shortly.',
    'You’ll hear from me as soon as I know more.',
    'Leave it with me, I’ll report back here.',
    'Our engineer will call you.',
    'We will update you once the part is in.',
    'More on this from us later.',
    'I’m on it and will drop you a line.',
    'Expect a call from us.',
    'We are going to get back to you on that.',
    'Wir kommen auf dich zu.',
    'Ich frage nach und melde mich wieder.',
    'Sobald wir mehr wissen, sagen wir Bescheid.',
    'Unsere Technik meldet sich bei Ihnen.',
    'Wir halten Sie auf dem Laufenden.',
    'Du hörst dann von mir.',
    'Jemand aus der Filiale ruft Sie zurück.',
    'Wir werden uns bei Ihnen melden.',
    'Ich werde Sie anrufen.',
    'Mehr dazu von uns in Kürze.',
    'Ein Kollege wird sich darum kümmern und sich melden.',
    'Wir informieren euch hier.',
  ])('is told: %s', (text) => {
    expect(said(text)).toBe('no time');
  });
});

describe('a promise with a time', () => {
  it.each([
    ['I’ll get back to you before 3pm.', '2026-11-24T15:00'],
    ['We’ll ring you within the hour.', '2026-11-24T11:10'],
    ['I’ll be back here by end of day.', '2026-11-24T20:00'],
    ['I will message you by close of play.', '2026-11-24T20:00'],
    ['We will call first thing tomorrow.', '2026-11-25T10:00'],
    ['You’ll hear from us in the next two hours.', '2026-11-24T12:10'],
    ['I’ll write at quarter past four.', '2026-11-24T16:15'],
    ['We will call you at half past two.', '2026-11-24T14:30'],
    ['I’ll let you know by lunchtime.', '2026-11-24T12:00'],
    ['The money will be there within 3 days.', '2026-11-27T10:10'],
    ['I’m back at my desk at 4 and will call you then.', '2026-11-24T16:00'],
    ['We will write to you by tomorrow evening.', '2026-11-25T20:00'],
    ['Ich melde mich vor 15 Uhr.', '2026-11-24T15:00'],
    ['Wir rufen Sie in der nächsten halben Stunde an.', '2026-11-24T10:40'],
    ['Ich gebe dir heute noch Bescheid.', '2026-11-24T20:00'],
    ['Wir melden uns bis Dienstschluss.', '2026-11-24T20:00'],
    ['Morgen früh um acht rufe ich Sie an.', '2026-11-25T08:00'],
    ['Ich melde mich spätestens um 16 Uhr bei Ihnen.', '2026-11-24T16:00'],
    ['Wir melden uns um viertel nach vier.', '2026-11-24T16:15'],
    ['Ich rufe Sie im Lauf des Nachmittags an.', '2026-11-24T17:00'],
    ['Bis heute Mittag wissen wir mehr.', '2026-11-24T12:00'],
    ['Ihr Geld ist in 3 Tagen da, ich melde mich dann in drei Tagen.', '2026-11-27T10:10'],
    ['Wir schreiben Ihnen am Donnerstag bis 12 Uhr.', '2026-11-26T12:00'],
    ['In zwei Stunden läuft es wieder.', '2026-11-24T12:10'],
  ])('is offered: %s', (text, at) => {
    expect(said(text)).toBe(instant(at));
  });
});

describe('what is no promise, or has a time that nobody need keep in mind', () => {
  it.each([
    'Your money is on its way back to you.',
    'The refund goes back to you in full.',
    'I gave the case back to you, Ben has it now.',
    'The site will be back to normal for everybody, thanks for waiting.',
    'Please get back to us if it happens again.',
    'We called you back yesterday and nobody picked up.',
    'I have told them to call you.',
    'Did our driver call you?',
    'You will know it from the green light.',
    'They told you they will call, and they did not. I am sorry.',
    'We have replied to your message.',
    'Feel free to write to us any time.',
    'From now on we will write here every two hours.',
    'We will keep your seat for you.',
    'There is more here: https://nordfunk.de/status',
    'I can call you, or we write: which is better?',
    'Ihr Geld ist auf dem Weg zurück zu Ihnen.',
    'Melden Sie sich gern, falls es wieder hängt.',
    'Wir haben Sie gestern angerufen.',
    'Hat sich unser Techniker gemeldet?',
    'Sie haben Antwort per Direktnachricht.',
    'Rufen Sie uns jederzeit an.',
    'Ab jetzt schreiben wir hier alle zwei Stunden.',
    'Ich habe der Filiale Bescheid gegeben.',
    'Das Netz kommt gerade wieder, bei Ihnen auch?',
    'Sie schreiben, dass wir uns nicht melden. Das stimmt, es tut mir leid.',
    'Wir melden den Schaden der Versicherung.',
    'Mehr dazu steht auf nordfunk.de/umbau.',
    'Wir schreiben Ihnen den Betrag gut.',
    'Sie hören richtig: Es kostet nichts.',
    'Rufen wir Sie an, oder schreiben wir lieber?',
    'Die Kollegin informierte Sie am Montag.',
  ])('none: %s', (text) => {
    expect(said(text)).toBe('none');
  });
});
