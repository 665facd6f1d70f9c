import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type DeskState, NEW_DESK } from '../../src/desk/desk-state.ts';
import { settingsSchema, type Template } from '../../src/desk/settings.ts';
import { ACTION } from '../../views/ids.ts';
import { LIMIT } from '../../views/limit.ts';
import { placeFaultText, refusalText } from '../../views/refusal.ts';
import { channelsForm } from '../../views/settings/channels.ts';
import type { GroupList } from '../../views/settings/groups.ts';
import { SETTING } from '../../views/settings/ids.ts';
import { settingsHistory, settingsMenu } from '../../views/settings/menu.ts';
import { onCallForm } from '../../views/settings/on-call.ts';
import { escalationForm, rightsForm, signaturesForm } from '../../views/settings/people.ts';
import { NEW_TEMPLATE, templateForm, templatesList } from '../../views/settings/templates.ts';
import { generalForm, holidaysForm, hoursForm, reportsForm, slaForm } from '../../views/settings/times.ts';
import { togetherForm } from '../../views/settings/together.ts';
import { TOPICS } from '../../views/settings/topics.ts';
import { hostileText } from './hostile.ts';
import { faultsOfView, pressable, shownText } from './limits.ts';
import { context, minutesFromNow } from './sample.ts';

function aDeskState(settings: object = {}, changes = 0): DeskState {
  const entry = {
    at: minutesFromNow(-5),
    by: 'UCARLA',
    did: 'settings-changed',
    text: 'undoSeconds: 10 → 20',
  } as const;
  const history = Array.from({ length: changes }, () => entry);
  const parsed = settingsSchema.parse({ publishers: ['UANNA', 'SPRESS'], leads: ['UCARLA'], ...settings });
  return { ...NEW_DESK, settings: parsed, history };
}

const GROUPS: GroupList = {
  groups: [
    { id: 'SNET', handle: 'network-team' },
    { id: 'SPRESS', handle: 'press' },
  ],
};
const NONE: GroupList = { groups: [] };
const UNKNOWN: GroupList = { unknown: 'HTTP 500' };
const LENGTH = { length: 300, limit: 280 };

const input = (view: ModalView, block: string) => view.blocks.find((one) => one.block_id === block);
const fields = (view: ModalView) => view.blocks.flatMap((one) => (one.type === 'input' ? [one.block_id] : []));

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const ctx = context(language);
  const everyView = (desk: DeskState, list: GroupList) => [
    settingsMenu(desk, ctx),
    settingsHistory(desk, ctx),
    hoursForm(desk, ctx),
    holidaysForm(desk, ctx),
    slaForm(desk, ctx),
    rightsForm(desk, list, ctx),
    channelsForm(desk, ctx),
    onCallForm(desk, ctx),
    escalationForm(desk, list, ctx),
    signaturesForm(desk, ctx),
    reportsForm(desk, ctx),
    togetherForm(desk, ctx),
    generalForm(desk, ctx),
    templatesList(desk, ctx),
  ];

  test('Slack takes the menu and every form, with few settings and with many', () => {
    const people = Array.from({ length: 90 }, (_, i) => `U${1_000 + i}`);
    const groups = Array.from({ length: 120 }, (_, i) => ({ id: `S${1_000 + i}`, handle: `team-${i}` }));
    const [example] = settingsSchema.parse({}).templates;
    const many = aDeskState(
      {
        publishers: [...people, ...groups.map(({ id }) => id)],
        leads: people,
        onCall: { mon: people, sun: people },
        channels: Array.from({ length: 40 }, (_, i) => ({ network: `net${i}`, kinds: ['praise'], channel: 'CNET' })),
        signatures: Object.fromEntries(people.map((id) => [id, 'AB'])),
        escalation: { group: 'S1119', channels: Object.fromEntries(groups.map(({ id }) => [id, 'CNET'])) },
        templates: Array.from({ length: 150 }, (_, i) => ({ ...example, id: `t${i}` })),
        holidays: { extra: Array.from({ length: 200 }, (_, i) => `2026-01-${10 + (i % 20)}`) },
      },
      300,
    );
    for (const list of [GROUPS, NONE, UNKNOWN, { groups }]) {
      for (const view of [...everyView(aDeskState(), list), ...everyView(many, list)])
        expect(faultsOfView(view)).toEqual([]);
    }
  });

  test('Slack takes every template and what is said about it', () => {
    const template: fc.Arbitrary<Template> = fc.record({
      id: fc.constantFrom(NEW_TEMPLATE, 't1'),
      lang: fc.constantFrom('de', 'en'),
      purpose: fc.constantFrom('reply', 'apology-wrong', 'apology-doing', 'incident'),
      title: hostileText,
      text: hostileText,
    });
    fc.assert(
      fc.property(template, hostileText, (one, what) => {
        expect(faultsOfView(templateForm({ template: one, revision: 1, length: LENGTH }, ctx))).toEqual([]);
        const desk = aDeskState();
        const settings = { ...desk.settings, templates: [{ ...one, id: 't1' }] };
        expect(faultsOfView(templatesList({ ...desk, settings }, ctx))).toEqual([]);
        const faults = [{ at: 'holidays.extra', code: 'date', what }] as const;
        expect(refusalText({ reason: 'settings-invalid', faults }, ctx)).not.toMatch(/[<>&]/);
      }),
      { numRuns: 30 },
    );
  });

  test('titles fit', () => {
    for (const title of Object.values(ctx.words.settings.title))
      expect(title.length).toBeLessThanOrEqual(LIMIT.modalTitle);
  });
});

describe('the settings', () => {
  const ctx = context();

  it('have one button for each topic, with what holds now', () => {
    const view = settingsMenu(aDeskState({ holidays: { country: 'DE', state: 'BY', extra: ['2026-12-24'] } }, 1), ctx);
    const topics = pressable(view).map(({ action, value }) => `${action} ${value}`);
    expect(topics).toEqual(TOPICS.map((topic) => `${ACTION.settingsTopic} ${topic}`));
    const text = shownText(view);
    expect(text).toContain('Mon–Sat 08:00-20:00 · Sun closed · Europe/Berlin');
    expect(text).toContain('DE BY · +1');
    expect(text).toContain('First answer to a complaint: 60 minutes');
    expect(text).toContain('First answer to praise: no deadline');
    expect(text).toContain('Publishers: <@UANNA> <!subteam^SPRESS>');
    expect(text).toContain('Last changed by <@UCARLA>');
  });

  it('name who is on call now, and each day’s people in their order', () => {
    // It is Tuesday, 10:00.
    const desk = aDeskState({ onCall: { tue: ['UBEN', 'UANNA'], changesAt: '07:30' } });
    expect(shownText(settingsMenu(desk, ctx))).toContain('Now: <@UBEN> → <@UANNA>');
    expect(shownText(settingsMenu(aDeskState(), ctx))).toContain('Nobody: alarms are shown in the channel alone.');
    const view = onCallForm(desk, ctx);
    expect(input(view, SETTING.onCall('tue'))).toMatchObject({ element: { initial_users: ['UBEN', 'UANNA'] } });
    expect(input(view, SETTING.onCallChangesAt)).toMatchObject({ element: { initial_value: '07:30' } });
  });

  it('show each kind’s channel, and say what the form can’t show', () => {
    const channels = [
      { network: 'x', channel: 'CX' },
      { kinds: ['praise'], channel: 'CPRAISE' },
    ];
    const view = channelsForm(aDeskState({ channels }), ctx);
    expect(input(view, SETTING.kindChannel('praise'))).toMatchObject({ element: { initial_conversation: 'CPRAISE' } });
    expect(input(view, SETTING.kindChannel('complaint'))).not.toHaveProperty('element.initial_conversation');
    expect(shownText(view)).toContain('Cards go to <#CSUPPORT>');
    expect(shownText(view)).toContain('One rule about a network');
    expect(shownText(settingsMenu(aDeskState({ channels }), ctx))).toContain('X: all → <#CX>\nPraise → <#CPRAISE>');
  });

  it('are in the form as they are, and the form knows their revision', () => {
    const week = { mon: ['08:00-12:00', '13:00-20:00'], sun: [] };
    const view = hoursForm(aDeskState({ officeHours: { week } }, 3), ctx);
    expect(input(view, SETTING.day('mon'))).toMatchObject({ element: { initial_value: '08:00-12:00, 13:00-20:00' } });
    expect(input(view, SETTING.day('sun'))).not.toHaveProperty('element.initial_value');
    expect(fields(view)[0]).toBe('officeHours.week.mon');
    expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ topic: 'hours', revision: 3 });
  });

  it('offer the user groups by handle, with those that Slack no longer lists', () => {
    const view = rightsForm(aDeskState({ publishers: ['UANNA', 'SPRESS', 'SGONE'] }), GROUPS, ctx);
    expect(input(view, SETTING.publishers)).toMatchObject({ element: { initial_users: ['UANNA'] } });
    expect(input(view, SETTING.publisherGroups)).toMatchObject({
      element: { initial_options: [{ text: { text: '@press' }, value: 'SPRESS' }, { text: { text: 'SGONE' } }] },
    });
  });

  it('leave the groups out, and say why, while nobody knows them', () => {
    const view = rightsForm(aDeskState(), UNKNOWN, ctx);
    const fieldsWithGroups: readonly string[] = [SETTING.publisherGroups, SETTING.leadGroups];
    expect(fields(view)).toEqual(expect.arrayContaining([SETTING.publishers, SETTING.leads]));
    expect(fields(view).filter((one) => fieldsWithGroups.some((group) => group === one))).toEqual([]);
    expect(shownText(view)).toContain('HTTP 500');
    expect(shownText(rightsForm(aDeskState(), NONE, ctx))).toContain('no user groups');
  });

  it('show a template as an example customer would read it, with its public length', () => {
    const [first] = settingsSchema.parse({}).templates;
    if (first === undefined) throw new Error('there are no templates');
    const text = shownText(templateForm({ template: first, revision: 0, length: { length: 99, limit: 280 } }, ctx));
    expect(text).toContain('Hi Jane Example, thank you');
    expect(text).toContain('99 / 280');
  });

  it('name an unknown state and those that are known', () => {
    const fault = { field: 'state', value: 'ZZ', known: ['BE', 'BY'] } as const;
    expect(placeFaultText(fault, ctx)).toBe('Nobody knows the state “ZZ”. Known are BE, BY.');
    expect(placeFaultText({ ...fault, known: [] }, context('de'))).toContain('ZZ passt also nicht');
  });
});
