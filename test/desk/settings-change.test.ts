import { describe, expect, it, test } from 'vitest';
import { type DeskState, NEW_DESK } from '../../src/desk/desk-state.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import {
  changedSince,
  changeSettings,
  revisionOf,
  type SettingsPatch,
  settingsEditors,
} from '../../src/desk/settings-change.ts';
import { ANNA, BEN, berlin, granted, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T10:00');
const CARLA = 'U0CARLA';

function aDeskState(settings: object = {}): DeskState {
  const parsed = settingsSchema.parse({ leads: [CARLA], publishers: [ANNA], ...settings });
  return { ...NEW_DESK, settings: parsed };
}

function save(desk: DeskState, patch: SettingsPatch, more: { key?: string; seen?: number; by?: string } = {}) {
  const { key = 'k1', seen = revisionOf(desk), by = CARLA } = more;
  return changeSettings(desk, { by, key, seen }, patch, NOW);
}

/** Each fault as `field code what`. */
function faultsOf(patch: SettingsPatch): string[] {
  const refusal = refusalOf(save(aDeskState(), patch));
  return refusal.reason === 'settings-invalid'
    ? refusal.faults.map(({ at, code, what }) => `${at} ${code} ${what}`)
    : [];
}

const WEEK = settingsSchema.parse({}).officeHours.week;
const hours = (tue: string[], timeZone = 'Europe/Berlin') => ({ officeHours: { timeZone, week: { ...WEEK, tue } } });
const { sla: SLA, holidays: HOLIDAYS, templates: TEMPLATES } = settingsSchema.parse({});
const [FIRST] = TEMPLATES;

describe('a change of the settings', () => {
  it('holds from then on, and leaves the rest as it was', () => {
    const before = aDeskState();
    const { state, effects } = granted(save(before, { undoSeconds: 20 }));
    expect(state.settings).toEqual({ ...before.settings, undoSeconds: 20 });
    expect(effects).toEqual([]);
  });

  it('is in the history with who, when, and what became what, a line for each value', () => {
    const patch = { undoSeconds: 20, sla: { ...SLA, complaint: 30, praise: 600 } };
    const { history } = granted(save(aDeskState(), patch)).state;
    expect(history.map(({ at, by, did }) => ({ at, by, did }))).toEqual(
      Array.from({ length: 3 }, () => ({ at: NOW.toISOString(), by: CARLA, did: 'settings-changed' })),
    );
    expect(new Set(history.map(({ text }) => text))).toEqual(
      new Set(['sla.complaint: 60 → 30', 'sla.praise: – → 600', 'undoSeconds: 10 → 20']),
    );
  });

  it('tells lists, tables and templates by what is in them', () => {
    const patch = {
      publishers: [ANNA, BEN],
      signatures: { [ANNA]: 'AB' },
      holidays: { ...HOLIDAYS, state: 'BY', extra: ['2026-12-24'] },
      templates: [{ id: 'new', lang: 'en', purpose: 'reply', title: 'New', text: 'Hello' }, ...TEMPLATES.slice(1)],
    };
    const { history } = granted(save(aDeskState(), patch)).state;
    expect(history.map(({ text }) => text)).toEqual([
      'holidays.extra: – → 2026-12-24',
      'holidays.state: – → BY',
      `publishers: ${ANNA} → ${ANNA}, ${BEN}`,
      `signatures.${ANNA}: – → AB`,
      `templates.${FIRST?.id}: ${FIRST?.text} → –`,
      'templates.new: – → Hello',
    ]);
  });

  it('that changes nothing leaves no line, and makes no other form stale', () => {
    const before = aDeskState();
    const { state } = granted(save(before, { undoSeconds: 10 }));
    expect(state.history).toEqual([]);
    expect(state.settings).toBe(before.settings);
  });

  it('that Slack delivers twice is made once', () => {
    const once = granted(save(aDeskState(), { undoSeconds: 20 })).state;
    expect(refusalOf(save(once, { undoSeconds: 20 }))).toEqual({ reason: 'already-handled' });
  });

  it('is refused when somebody else changed the settings since the form was opened, with who and when', () => {
    const opened = aDeskState();
    const changed = granted(save(opened, { undoSeconds: 20 }, { by: ANNA })).state;
    const late = save(changed, { expireMinutes: 30 }, { key: 'k2', seen: revisionOf(opened) });
    expect(refusalOf(late)).toEqual({ reason: 'settings-changed', by: ANNA, at: NOW.toISOString() });
    expect(changedSince(changed, revisionOf(changed))).toBeNull();
    granted(save(changed, { expireMinutes: 30 }, { key: 'k2', seen: revisionOf(changed) }));
  });

  it('can’t take away the last lead; one of two it can', () => {
    expect(refusalOf(save(aDeskState(), { leads: [] }))).toEqual({ reason: 'last-lead' });
    granted(save(aDeskState({ leads: [CARLA, BEN] }), { leads: [BEN] }));
    granted(save(aDeskState({ leads: [] }), { leads: [] }));
  });
});

describe('a value that can’t be kept is named with its field', () => {
  test.each<[string, SettingsPatch, string]>([
    ['a time that is none', hours(['8 to late']), 'officeHours.week.tue opening-time 8 to late'],
    ['a time that ends before it begins', hours(['22:00-06:00']), 'officeHours.week.tue opening-backwards 22:00-06:00'],
    ['times that overlap', hours(['08:00-13:00', '12:00-20:00']), 'officeHours.week.tue opening-overlap 12:00-20:00'],
    ['an unknown time zone', hours([], 'Berlin'), 'officeHours.timeZone time-zone Berlin'],
    ['a date that is none', { holidays: { ...HOLIDAYS, extra: ['2026-02-30'] } }, 'holidays.extra date 2026-02-30'],
    ['words for minutes', { sla: { ...SLA, question: 'soon' } }, 'sla.question number 1–100000'],
    ['a warning before ever', { sla: { ...SLA, warnMinutes: -5 } }, 'sla.warnMinutes number 0–1000'],
    ['minutes that must be there', { expireMinutes: null }, 'expireMinutes number 1–100000'],
    [
      'a time of day that is none',
      { reports: { weekly: { day: 'mon', time: 'early' } } },
      'reports.weekly.time time early',
    ],
    ['too long an Undo', { undoSeconds: 121 }, 'undoSeconds number 0–120'],
    ['a name for a person', { publishers: ['anna'] }, 'publishers person anna'],
    ['a channel for a lead', { leads: ['C0CARE'] }, 'leads person C0CARE'],
    ['a person for a group', { escalation: { group: ANNA, channels: {} } }, `escalation.group group ${ANNA}`],
    ['a channel without a group', { escalation: { channels: { '': 'C0CARE' } } }, 'escalation.channels group C0CARE'],
    ['a person for a channel', { escalation: { channels: { S0NET: ANNA } } }, `escalation.channel channel ${ANNA}`],
    ['initials that are a name', { signatures: { [ANNA]: 'Anna B.' } }, 'signatures initials Anna B.'],
    ['no template text', { templates: [{ ...FIRST, text: '' }] }, 'templates.text empty '],
    ['too long a title', { templates: [{ ...FIRST, title: 'x'.repeat(71) }] }, 'templates.title too-long 70'],
  ])('%s', (_, patch, fault) => {
    expect(faultsOf(patch)).toEqual([fault]);
  });

  test('all at once', () => {
    expect(faultsOf({ undoSeconds: 'x', expireMinutes: 0 })).toHaveLength(2);
  });
});

describe('who may change the settings', () => {
  it('the leads; while none is named, the publishers', () => {
    expect(settingsEditors(aDeskState().settings)).toEqual([CARLA]);
    expect(settingsEditors(aDeskState({ leads: [] }).settings)).toEqual([ANNA]);
    expect(settingsEditors(aDeskState({ leads: [], publishers: [] }).settings)).toEqual([]);
  });
});
