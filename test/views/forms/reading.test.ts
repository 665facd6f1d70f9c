import { describe, expect, test } from 'vitest';
import {
  errorModal,
  helpModal,
  historyModal,
  incidentShowModal,
  showModal,
  workingModal,
} from '../../../views/forms/reading.ts';
import { ACTION } from '../../../views/ids.ts';
import { faultsOfView, pressable, shownText } from '../limits.ts';
import { context, incident, mention, minutesFromNow, publication } from '../sample.ts';

const ctx = context();
const history = [
  { at: minutesFromNow(-30), by: 'customer', did: 'arrived', text: 'Down <again>' },
  { at: minutesFromNow(-20), by: 'UANNA', did: 'claimed' },
  { at: minutesFromNow(-10), by: 'earshot', did: 'send-failed', text: 'refused' },
] as const;

describe('a history', () => {
  test('says who did what, when, with which words', () => {
    const text = shownText(historyModal(mention({ history }), ctx));
    expect(text).toContain('– Customer wrote: Down &lt;again&gt;');
    expect(text).toContain('– <@UANNA> claimed it');
    expect(text).toContain('– Earshot could not send it: refused');
  });

  test('counts what is too old to be shown', () => {
    const long = Array.from({ length: 70 }, () => history[1]);
    expect(shownText(historyModal(incident({ history: long }), ctx))).toContain('+ 10 earlier entries are not shown');
  });
});

test('everything about a mention is its talk, with the buttons for our texts, and its history', () => {
  const view = showModal(mention({ history, publications: [publication()] }), ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(view.title.text).toBe('Mention #42');
  expect(shownText(view)).toContain('Hi Jane, we are on it.');
  expect(pressable(view).map((one) => one.action)).toContain(ACTION.deleteReply);
  expect(shownText(view)).toContain('<@UANNA> claimed it');
});

test('an incident is shown as on its card, with its history', () => {
  const view = incidentShowModal(
    incident({ history: [{ at: minutesFromNow(-40), by: 'UANNA', did: 'started' }] }),
    [],
    ctx,
  );
  expect(shownText(view)).toContain('We know and are on it.');
  expect(shownText(view)).toContain('<@UANNA> started the incident');
});

test('help, waiting and errors are modals that Slack takes', () => {
  const error = errorModal('Too late. <@UBEN> has it.', ctx);
  expect([helpModal(ctx), workingModal('Reply to #42', ctx), error].flatMap(faultsOfView)).toEqual([]);
  expect(shownText(helpModal(ctx))).toContain('`/reply #42 text`');
  expect(shownText(error)).toContain('Too late. <@UBEN> has it.');
});
