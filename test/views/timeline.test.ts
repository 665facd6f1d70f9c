import { describe, expect, test } from 'vitest';
import { recorded } from '../../src/desk/history.ts';
import type { Incident } from '../../src/desk/incident.ts';
import { escapeMarkdown } from '../../views/markdown.ts';
import { timeline } from '../../views/timeline.ts';
import { context, incident, mention, minutesFromNow, NOW, post, publication } from './sample.ts';

const answers = { de: null, en: null };
const words = [
  publication({
    id: 'p1',
    purpose: 'incident-start',
    text: 'We know and are on it.',
    confirmedBy: 'Tom, *network*',
    post: { id: '1', url: 'https://x.com/acme/status/1', at: minutesFromNow(-90) },
  }),
  publication({
    id: 'p2',
    purpose: 'apology',
    text: 'We are sorry.\n# Truly',
    approved: { by: 'UBEN', at: minutesFromNow(-40), override: true },
    status: 'deleted',
    post: { id: '2', url: 'https://x.com/acme/status/2', at: minutesFromNow(-39) },
  }),
  publication({
    id: 'p3',
    purpose: 'incident-resolve',
    text: 'It works again.',
    confirmedBy: 'Tom',
    answers,
    post: { id: '3', url: 'https://x.com/acme/status/3', at: minutesFromNow(-10) },
  }),
];

function anOutage(): Incident {
  const over = incident({
    startedAt: minutesFromNow(-91),
    status: 'resolved',
    resolvedAt: minutesFromNow(-10),
    publications: words,
    lead: 'UBEN',
  });
  const started = recorded(over, new Date(minutesFromNow(-91)), 'UANNA', 'started', 'No mobile data | in the north');
  const handed = recorded(started, new Date(minutesFromNow(-80)), 'UANNA', 'lead-named', 'My shift ends.', 'UBEN');
  return recorded(handed, new Date(minutesFromNow(-10)), 'UBEN', 'resolved');
}

const link = (told: 'sent' | 'skipped' | null) => ({
  id: 'incident:k1',
  number: 3,
  by: 'UANNA',
  at: minutesFromNow(-60),
  told: told && { at: minutesFromNow(-5), by: 'UANNA', how: told, reason: told === 'skipped' ? 'phoned' : null },
});
const linked = [
  mention({
    incident: link('sent'),
    posts: [post({ at: minutesFromNow(-85), text: '<!channel> **no** net | since\n9:00 https://evil.example' })],
    publications: [publication({ post: { id: '9', url: 'https://x.com/acme/status/9', at: minutesFromNow(-75) } })],
  }),
  mention({ id: 'x:2', number: 43, incident: link('skipped'), posts: [post({ id: '2', at: minutesFromNow(-20) })] }),
  mention({ id: 'x:3', number: 44, incident: link(null), posts: [post({ id: '3', at: minutesFromNow(-15) })] }),
];

describe('the timeline of an incident', () => {
  test('says what happened, what was public when, and how the customers fared', () => {
    expect(
      timeline(
        anOutage(),
        linked,
        new Map([
          ['UANNA', 'Anna'],
          ['UBEN', 'Ben_B'],
        ]),
        context(),
      ),
    ).toMatchSnapshot();
  });

  test('names no staff unless the team wants names, and speaks the team’s language', () => {
    const text = timeline(anOutage(), linked, null, context('de'));
    expect(text).not.toMatch(/UANNA|UBEN/);
    expect(text).toMatchSnapshot();
  });

  test('of an incident that runs and concerns nobody yet has what there is', () => {
    const text = timeline(incident({ publications: [], startedAt: NOW.toISOString() }), [], null, context());
    expect(text).toContain('Nothing was public.');
    expect(text).not.toContain('Complaints by hour');
  });
});

test('somebody else’s words stay text in Markdown', () => {
  expect(escapeMarkdown('# head')).toBe('\\# head');
  expect(escapeMarkdown('- item\n1. one\n+ two')).toBe('\\- item\n1\\. one\n\\+ two');
  expect(escapeMarkdown('[x](http://y) <b> `c` a|b @all _i_ &lt; ![p](q)')).toBe(
    '\\[x\\](http\\://y) \\<b\\> \\`c\\` a\\|b \\@all \\_i\\_ \\&lt; !\\[p\\](q)',
  );
  expect(escapeMarkdown('see www.evil.example')).toBe('see www\\.evil.example');
});
