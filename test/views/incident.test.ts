import { describe, expect, test } from 'vitest';
import { ACTION } from '../../views/ids.ts';
import { incidentCard, incidentPlain, updateDue } from '../../views/incident.ts';
import { when } from '../../views/text.ts';
import { faultsOfMessage, pressable, shownText } from './limits.ts';
import { context, incident, minutesFromNow, publication } from './sample.ts';

const ctx = context();
const actions = (message: ReturnType<typeof incidentCard>) => pressable(message).map((one) => one.action);

describe('an incident’s message', () => {
  test('shows what it is, the public words with who pressed and a link, and when the next is due', () => {
    const text = shownText(incidentCard(incident(), [], ctx));
    expect(text).toContain('🚨 *Incident 3 · Major – No mobile data in the north*');
    expect(text).toContain('*First announcement* by <@UANNA>');
    expect(text).toContain('<https://x.com/acme/status/2001|on X>');
    expect(text).toContain('We know and are on it.');
    expect(text).toContain(`next public update due ${when(minutesFromNow(20))}`);
  });

  test('can be updated and resolved while it runs', () => {
    expect(actions(incidentCard(incident(), [], ctx))).toEqual(
      expect.arrayContaining([ACTION.incidentUpdate, ACTION.incidentResolve, ACTION.incidentHistory]),
    );
  });

  test('turns quiet when it is resolved', () => {
    const resolved = incidentCard(
      incident({ status: 'resolved', resolvedAt: minutesFromNow(-1), updateDueAt: null }),
      [],
      ctx,
    );
    expect(shownText(resolved)).toContain(`✅ *Incident 3`);
    expect(shownText(resolved)).toContain(`Resolved ${when(minutesFromNow(-1))}`);
    expect(actions(resolved)).not.toContain(ACTION.incidentUpdate);
  });

  test('says that an update is late', () => {
    const late = incidentCard(incident({ updateDueAt: minutesFromNow(-5) }), [], ctx);
    expect(shownText(late)).toContain(`⏰ *next public update was due ${when(minutesFromNow(-5))}*`);
  });

  test('has Undo for a word that waits, and in short form too', () => {
    const waiting = incident({
      publications: [publication({ purpose: 'incident-update', status: 'waiting', post: null })],
    });
    expect(actions(incidentCard(waiting, [], ctx))).toContain(ACTION.undo);
    expect(actions(incidentPlain(waiting, [], ctx))).toContain(ACTION.undo);
  });

  test('of a long timeline shows the latest and counts the others', () => {
    const publications = Array.from({ length: 25 }, (_, n) =>
      publication({ id: `p${n}`, purpose: 'incident-update', text: `word ${n}.`, pressedAt: minutesFromNow(n - 60) }),
    );
    const shown = incidentCard(incident({ publications }), [], ctx);
    expect(faultsOfMessage(shown)).toEqual([]);
    expect(shownText(shown)).toContain('word 24.');
    expect(shownText(shown)).toMatch(/\+ \d+ more texts of ours/);
  });
});

test.each(['waiting', 'unclear', 'published', 'failed'] as const)(
  'thirty long texts that are %s still fit',
  (status) => {
    const nasty = '"\\\\'.repeat(3_000);
    const publications = Array.from({ length: 30 }, (_, n) =>
      publication({
        id: `p${n + 1}`,
        purpose: 'incident-start',
        status,
        looks: 3,
        text: nasty,
        fault: { code: 'duplicate', detail: nasty },
      }),
    );
    const full = incident({ publications, title: nasty });
    expect(faultsOfMessage(incidentCard(full, [], context('de')))).toEqual([]);
    expect(faultsOfMessage(incidentPlain(full, [], context('de')))).toEqual([]);
  },
);

test('the reminder tells the one who started it, links the incident and offers the form', () => {
  const shown = updateDue(incident({ updateDueAt: minutesFromNow(-1) }), ctx);
  expect(shown.text).toContain('<@UANNA> – <https://acme.slack.com/archives/CSUPPORT/p1772528500000100|Incident 3>');
  expect(shown.text).toContain('the next public update is due');
  expect(actions(shown)).toContain(ACTION.incidentUpdate);
});
