import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/desk/incident.ts';
import { incidentCard } from '../../views/incident.ts';
import { cheerfulNote } from '../../views/silence-meter.ts';
import { shownText } from './limits.ts';
import { context, incident, minutesFromNow } from './sample.ts';

const shown = (one: Incident, lang: 'en' | 'de', minutes: number, hasSpoken = true) =>
  shownText(
    incidentCard(one, [], context(lang), { since: minutesFromNow(-minutes), hasSpoken, complaints: 1_234 }),
  ).replaceAll(/<!date\^[^>]*>/g, 'THEN');
const greeting = {
  network: 'x',
  id: '1',
  url: 'https://x.com/nordfunk/status/1',
  at: minutesFromNow(-60),
  text: 'Happy Friday <!channel>',
};

describe('the silence meter', () => {
  const running = incident({ updateMinutes: 30 });

  test('is one of the facts while the silence is short, with the complaints since', () => {
    expect(shown(running, 'en', 12)).toContain('last public word THEN · 1,234 complaints since');
    expect(shown(running, 'de', 12)).toContain('1.234 Beschwerden seitdem');
  });

  test('is a warning once it is long, and a louder one once it is far too long', () => {
    expect(shown(running, 'en', 31)).toContain(
      '⚠️ *No public word on X: the last one was THEN · 1,234 complaints since*',
    );
    expect(shown(running, 'en', 61)).toContain('🔴 *No public word on X');
    expect(shown(running, 'de', 31)).toContain('⚠️ *Kein öffentliches Wort auf X: das letzte war THEN');
    expect(shown(running, 'en', 31, false)).toContain('⚠️ *No public word on X yet: the incident began THEN');
  });

  test('warns of a greeting on our profile in both languages, and its words ping nobody', () => {
    const warned = incident({ cheerful: greeting });
    expect(shown(warned, 'en', 1)).toContain(
      '🎈 *The newest post on our X profile is cheerful (“Happy Friday”, THEN).*',
    );
    expect(shown(warned, 'de', 1)).toContain(
      '🎈 *Der neueste Beitrag auf unserem X-Profil ist fröhlich („Happy Friday“',
    );
    expect(shown({ ...warned, status: 'resolved' }, 'en', 1)).not.toContain('🎈');
    expect(cheerfulNote(greeting, context('en')).text).not.toContain('<!channel>');
  });
});
