import { describe, expect, test } from 'vitest';
import { untoldModal } from '../../views/forms/untold.ts';
import { ACTION } from '../../views/ids.ts';
import { untoldMessage } from '../../views/untold.ts';
import { faultsOfMessage, faultsOfView, pressable, shownText } from './limits.ts';
import { context, incident, mention, minutesFromNow, post, publication } from './sample.ts';

const ctx = context();
const end = publication({ id: 'p2', purpose: 'incident-resolve', text: 'It works again.' });
const over = incident({ status: 'resolved', resolvedAt: minutesFromNow(-2), publications: [end] });
const drawn = incident({ ...over, untold: { channel: 'CSUPPORT', ts: '1.2' } });
const told = { at: minutesFromNow(-1), by: 'UANNA', how: 'sent', reason: null } as const;
const waits = (number: number, more: object = {}) =>
  mention({
    id: `x:${number}`,
    number,
    incident: { id: 'incident:k1', number: 3, by: 'UANNA', at: minutesFromNow(-20), told: null },
    posts: [post({ id: String(number), at: minutesFromNow(-100 + number) })],
    ...more,
  });
const heard = waits(9, { incident: { id: 'incident:k1', number: 3, by: 'UANNA', at: minutesFromNow(-20), told } });
const actionsOf = (view: Parameters<typeof pressable>[0]) => pressable(view).map(({ action }) => action);

describe('the list after an incident', () => {
  test('shows each text that a press publishes, once for each language', () => {
    const word = publication({ ...end, answers: { de: 'Geht wieder, {name}.', en: null } });
    const incidentOver = incident({ ...over, publications: [word] });
    const list = [waits(1, { lang: 'de' }), waits(2, { lang: 'de' }), waits(3)];
    const view = untoldModal({ incident: incidentOver, untold: list, page: 1 }, ctx);
    expect(faultsOfView(view)).toEqual([]);
    const shown = shownText(view);
    expect(shown).toContain('What they are told:');
    expect(shown.match(/Geht wieder, Jane Doe\./g)).toHaveLength(1);
    expect(shown.match(/It works again\./g)).toHaveLength(1);
  });
});

describe('the message after an incident', () => {
  test('counts who still waits to hear it, and names the longest wait', () => {
    const message = untoldMessage(over, [waits(2), waits(1), heard], ctx);
    if (message === null) throw new Error('there is something to say');
    expect(shownText(message)).toContain('Incident 3>');
    expect(message.text).toMatch(/is over: 2 customers wait to hear it/);
    expect(shownText(message)).toContain('1 told');
    expect(shownText(message)).toMatch(/Longest wait: .*#1/);
    expect(actionsOf(message)).toEqual([ACTION.tellNext, ACTION.tellList]);
    expect(faultsOfMessage(message)).toEqual([]);
  });

  test('is not there while nobody waits, while it runs, or when nothing public ended it', () => {
    expect(untoldMessage(over, [heard], ctx)).toBeNull();
    expect(untoldMessage(incident(), [waits(1)], ctx)).toBeNull();
    expect(untoldMessage(incident({ ...over, publications: [] }), [waits(1)], ctx)).toBeNull();
  });

  test('says so when everybody has heard it, and offers nothing more', () => {
    const message = untoldMessage(drawn, [heard], ctx);
    expect(message?.text).toMatch(/^✅ .*every linked customer is seen to/);
    expect(actionsOf(message ?? { blocks: [] })).toEqual([]);
  });

  test('offers no next one while the last are on their way', () => {
    const going = waits(1, { publications: [publication({ status: 'waiting', tellsOf: 'incident:k1' })] });
    const message = untoldMessage(drawn, [going], ctx);
    expect(shownText(message ?? { blocks: [] })).toContain('1 on their way');
    expect(actionsOf(message ?? { blocks: [] })).toEqual([ACTION.tellList]);
  });
});

describe('the list of those who wait', () => {
  test('offers each to be told, edited first or skipped, page by page', () => {
    const untold = Array.from({ length: 45 }, (_, index) => waits(index + 1));
    const view = untoldModal({ incident: over, untold, page: 2 }, ctx);
    expect(shownText(view)).toContain('#21');
    expect(shownText(view)).not.toContain('#41');
    expect(actionsOf(view).filter((action) => action === ACTION.tellPage)).toHaveLength(2);
    expect(actionsOf(view).filter((action) => action === ACTION.tellOne)).toHaveLength(20);
    expect(faultsOfView(view)).toEqual([]);
    expect(shownText(untoldModal({ incident: over, untold, page: 9 }, ctx))).toContain('#41');
  });

  test('sends to X itself for who was found by search, with the text filled in', () => {
    const found = waits(7, { posts: [post({ id: '77', via: 'search' })] });
    const view = untoldModal({ incident: over, untold: [found], page: 1 }, ctx);
    expect(JSON.stringify(view)).toContain('https://x.com/intent/post?in_reply_to=77&text=It%20works%20again.');
    expect(actionsOf(view)).toEqual([ACTION.replyOnNetwork, ACTION.tellSkip]);
  });

  test('says of one who is being told who pressed', () => {
    const going = waits(1, { publications: [publication({ status: 'waiting', tellsOf: 'incident:k1' })] });
    const view = untoldModal({ incident: over, untold: [going], page: 1 }, ctx);
    expect(shownText(view)).toContain('<@UANNA> pressed Send');
    expect(actionsOf(view)).toEqual([]);
  });

  test('is empty in words', () => {
    expect(shownText(untoldModal({ incident: over, untold: [], page: 1 }, ctx))).toContain('Nobody waits');
  });
});
