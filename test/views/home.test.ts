import { describe, expect, test } from 'vitest';
import type { Home } from '../../src/desk/home.ts';
import { home } from '../../views/home.ts';
import { ACTION } from '../../views/ids.ts';
import { faultsOfView, pressable, shownText } from './limits.ts';
import { aHome, context, incident, mention, minutesFromNow, publication, slaClock } from './sample.ts';

const STAFF = { isLead: false, mayPublish: false, maySettings: false };
const LEAD = { isLead: true, mayPublish: true, maySettings: true };
const ctx = context();

function waiting(number: number, owner: string | null = null) {
  const clocks = [slaClock({ startedAt: minutesFromNow(-number), dueAt: minutesFromNow(60 - number) })];
  return mention({ id: `x:${number}`, number, owner, clocks });
}

function drawn(fields: Partial<Home>, rights = STAFF, language: 'en' | 'de' = 'en') {
  const view = home(aHome(fields), rights, context(language));
  expect(faultsOfView(view)).toEqual([]);
  return { text: shownText(view), pressable: pressable(view), view };
}

describe('the home tab', () => {
  test('is calm when nothing is there', () => {
    const { text } = drawn({});
    expect(text).toContain('Nothing waits unclaimed.');
    expect(text).toContain('Nothing is claimed by you.');
    expect(text).toContain('*First answer, median*\nnone yet');
    expect(text).not.toContain('past due');
  });

  test('lists what nobody has with Claim, what is mine with Reply, and what is late elsewhere', () => {
    const unclaimed = { shown: [waiting(80), waiting(20)], total: 2 };
    const mine = { shown: [waiting(30, 'UANNA')], total: 1 };
    const overdueElsewhere = { shown: [waiting(90, 'UBEN')], total: 1 };
    const { text, pressable: all } = drawn({ unclaimed, mine, overdueElsewhere, overdue: 2 });
    const claims = all.filter(({ action }) => action === ACTION.claim);
    expect(claims.map(({ value }) => value)).toEqual(['["mention","x:80"]', '["mention","x:20"]']);
    expect(all.filter(({ action }) => action === ACTION.reply)).toMatchObject([{ value: '["mention","x:30"]' }]);
    expect(all.filter(({ action }) => action === ACTION.showMention)).toMatchObject([{ value: '["mention","x:90"]' }]);
    expect(text).toContain('⏰ *2 mentions are past due*');
    expect(text).toContain('⏰ *late by 20 minutes*');
    expect(text).toContain('Claimed by <@UBEN>');
  });

  test('has one row for those who share a card, with one press for all of them', () => {
    const unclaimed = { shown: [waiting(80), waiting(20)], total: 10, alike: { 'x:80': 7 } };
    const { text, pressable: all } = drawn({ unclaimed });
    expect(text).toContain('*and 7 like it*');
    expect(text).toContain('and 1 more');
    expect(all.filter(({ action }) => action === ACTION.foldClaim)).toMatchObject([
      { value: '["mention","x:80"]', label: 'Claim all 8' },
    ]);
    expect(all.filter(({ action }) => action === ACTION.claim)).toMatchObject([{ value: '["mention","x:20"]' }]);
  });

  test('offers of a text that waits only what its reader can do with it', () => {
    const waitsFor = (by: string) => ({
      shown: [{ about: mention(), publication: publication({ status: 'approval', by, post: null }) }],
      total: 1,
    });
    const offered = (by: string, rights: typeof STAFF) =>
      drawn({ approvals: waitsFor(by) }, rights)
        .pressable.map(({ action }) => action)
        .filter((action) =>
          [ACTION.approve, ACTION.giveBack, ACTION.sendAlone, ACTION.undo].some((one) => one === action),
        );
    const publisher = { ...STAFF, mayPublish: true };
    expect(offered('UBEN', publisher)).toEqual([ACTION.approve, ACTION.giveBack]);
    expect(offered('UBEN', LEAD)).toEqual([ACTION.approve, ACTION.giveBack, ACTION.sendAlone]);
    expect(offered('UANNA', publisher)).toEqual([ACTION.undo]);
    expect(offered('UANNA', LEAD)).toEqual([ACTION.sendAlone, ACTION.undo]);
  });

  test('leads to the whole list where it shows only its beginning', () => {
    const unclaimed = { shown: [waiting(80)], total: 31 };
    const { text, pressable: all } = drawn({ unclaimed });
    expect(text).toContain('and 30 more');
    expect(all.filter(({ action }) => action === ACTION.openList)).toMatchObject([{ value: 'open|1' }]);
  });

  test('tells how the day goes', () => {
    const figures = {
      open: 12,
      arrived: 1_040,
      answered: 30,
      medianMs: 110 * 60_000,
      keptShare: 0.999,
      answeredShare: 0.001,
      muted: 0,
    };
    const { text } = drawn({ figures });
    expect(text).toContain('*Open now*\n12 mentions');
    expect(text).toContain('*First answered today*\n30 mentions');
    expect(text).toContain('*First answer, median*\n1 h 50 min');
    expect(text).toContain('*Answered in time (SLA)*\n99%');
    expect(text).toContain('*Came today and got an answer*\n1% of 1,040');
  });

  test('names the incident that runs, and when its next public word is due', () => {
    const late = incident({ title: 'No fibre', updateDueAt: minutesFromNow(-5) });
    const { text } = drawn({ incidents: { shown: [incident(), late], total: 2 } });
    expect(text).toContain('2 incidents are running');
    expect(text).toContain('No mobile data in the north');
    expect(text).toContain('next public update due');
    expect(text).toContain('⏰ *next public update was due');
  });

  test('shows only to leads who carries how much', () => {
    const loads = { shown: [{ owner: 'UBEN', open: 7, overdue: 2, promises: 1, snoozed: 3 }], total: 3 };
    expect(drawn({ loads }).text).not.toContain('Who carries how much');
    expect(drawn({ loads }, LEAD).text).toContain(
      '<@UBEN> – 7 claimed, 2 past due, 1 promise, 3 snoozed\nand 2 more people',
    );
  });

  test('offers the settings only to those who may change them', () => {
    const actionsOf = (rights: typeof STAFF) => drawn({}, rights).pressable.map(({ action }) => action);
    const all = [ACTION.incidentStart, ACTION.openHelp, ACTION.switchDms];
    expect(actionsOf(STAFF)).toEqual(all);
    expect(actionsOf(LEAD)).toEqual([...all, ACTION.openSettings]);
  });

  test('switches direct messages off or on again, and says that they are off', () => {
    const switchOf = (dms: boolean) => drawn({ dms }).pressable.find(({ action }) => action === ACTION.switchDms);
    expect(switchOf(true)).toMatchObject({ label: 'Fewer direct messages', value: 'off' });
    expect(switchOf(false)).toMatchObject({ label: 'All direct messages', value: 'on' });
    expect(drawn({ dms: true }).text).not.toContain('must reach you');
    expect(drawn({ dms: false }).text).toContain('only the direct messages that must reach you');
  });

  test('says how fresh it is and where the cards are', () => {
    expect(drawn({ channels: ['CSUPPORT', 'CPRAISE'] }).text).toContain('<#CSUPPORT>, <#CPRAISE> · as of');
    expect(drawn({}).text).toContain(`<#CSUPPORT> · as of <!date^${ctx.now.getTime() / 1_000}^`);
  });

  test('speaks German', () => {
    const unclaimed = { shown: [waiting(80)], total: 1 };
    const figures = { ...aHome().figures, medianMs: 60_000, keptShare: 1 };
    const { text } = drawn({ unclaimed, figures }, LEAD, 'de');
    for (const words of [
      'Übernehmen',
      'Einstellungen',
      '*Erste Antwort, Median*\n1 Min.',
      '100 %',
      'Wer trägt wie viel',
    ])
      expect(text).toContain(words);
  });
});
