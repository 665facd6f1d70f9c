import { describe, expect, it } from 'vitest';
import { patchOf, templateIn } from '../../commands/settings-patch.ts';
import { settingsSchema } from '../../src/desk/settings.ts';
import type { FieldState } from '../../views/form-values.ts';
import { SETTING } from '../../views/settings/ids.ts';
import { NOBODY } from '../../views/settings/people.ts';
import { NEVER } from '../../views/settings/times.ts';
import { ANNA, BEN } from '../desk/examples.ts';

const SETTINGS = settingsSchema.parse({
  publishers: [ANNA, 'S0PRESS'],
  leads: [BEN, 'S0LEADS'],
  signatures: { [ANNA]: 'AA', [BEN]: 'BO' },
  escalation: { group: 'S0LEADS', channels: { S0NET: 'C0NET', S0PRESS: 'C0PRESS' } },
});

/** A form's values as Slack sends them. */
const form = (fields: Record<string, FieldState>) =>
  Object.fromEntries(Object.entries(fields).map(([field, state]) => [field, { [field]: state }]));
const option = (value: string) => ({ selected_option: { value } });

describe('a form of the settings', () => {
  it('that could not show the user groups leaves them as they are', () => {
    const people = form({ publishers: { selected_users: [BEN] }, leads: { selected_users: [] } });
    expect(patchOf('rights', people, SETTINGS)).toMatchObject({ publishers: [BEN, 'S0PRESS'], leads: ['S0LEADS'] });
    const groups = form({ [SETTING.publisherGroups]: { selected_options: [] } });
    expect(patchOf('rights', { ...people, ...groups }, SETTINGS)).toMatchObject({
      publishers: [BEN],
      leads: ['S0LEADS'],
    });
  });

  it('sets who is trusted and what waits for a second person', () => {
    const filled = form({
      [SETTING.approveIncidents]: { selected_option: { value: 'yes' } },
      [SETTING.approveApologies]: { selected_option: { value: 'no' } },
      [SETTING.newcomerReplies]: { value: '3' },
      [SETTING.trustedGuests]: { selected_users: [BEN] },
    });
    expect(patchOf('rights', filled, SETTINGS)).toMatchObject({
      approval: { incidents: true, apologies: false, newcomerReplies: 3 },
      trustedGuests: [BEN],
    });
  });

  it('gives one group its channel, or takes it away, and leaves the others', () => {
    const escalation = (fields: Record<string, FieldState>) => patchOf('escalation', form(fields), SETTINGS).escalation;
    expect(
      escalation({ [SETTING.channelOf]: option('S0NET'), [SETTING.channel]: { selected_conversation: 'C0NEW' } }),
    ).toEqual({ group: 'S0LEADS', channels: { S0NET: 'C0NEW', S0PRESS: 'C0PRESS' }, chain: [] });
    expect(escalation({ [SETTING.channelOf]: option('S0NET') })).toEqual({
      group: 'S0LEADS',
      channels: { S0PRESS: 'C0PRESS' },
      chain: [],
    });
    expect(escalation({ [SETTING.escalationGroup]: option(NOBODY) })).toEqual({
      channels: SETTINGS.escalation.channels,
      chain: [],
    });
    expect(escalation({})).toEqual(SETTINGS.escalation);
  });

  it('sends a kind to another channel or back, and keeps the rules that it can’t show', () => {
    const kept = { network: 'x', channel: 'C0X' };
    const settings = { ...SETTINGS, channels: [kept, { kinds: ['praise' as const], channel: 'C0PRAISE' }] };
    const saved = (fields: Record<string, FieldState>) => patchOf('channels', form(fields), settings).channels;
    expect(saved({ [SETTING.kindChannel('other')]: { selected_conversation: 'C0PRAISE' } })).toEqual([
      kept,
      { kinds: ['other'], channel: 'C0PRAISE' },
    ]);
    expect(saved({ [SETTING.kindChannel('praise')]: { selected_conversation: 'C0PRAISE' } })).toEqual(
      settings.channels,
    );
  });

  it('puts a step into the chain, changes one, or takes it out', () => {
    const chain = [
      { to: ANNA, minutes: 30 },
      { to: 'S0NET', minutes: 10 },
    ];
    const settings = { ...SETTINGS, escalation: { ...SETTINGS.escalation, chain } };
    const chainOf = (fields: Record<string, FieldState>) => patchOf('escalation', form(fields), settings).escalation;
    const step = { [SETTING.chainStep]: option('1') };
    const ben = { [SETTING.chainPerson]: { selected_user: BEN } };
    const minutes = { [SETTING.chainMinutes]: { value: '5' } };
    expect(chainOf({})).toMatchObject({ chain });
    expect(chainOf({ ...ben, ...minutes })).toMatchObject({ chain: [...chain, { to: BEN, minutes: 5 }] });
    expect(chainOf({ ...step, ...ben })).toMatchObject({ chain: [chain[0], { to: BEN, minutes: 10 }] });
    expect(chainOf({ ...step, ...minutes })).toMatchObject({ chain: [chain[0], { to: 'S0NET', minutes: 5 }] });
    expect(chainOf(step)).toMatchObject({ chain: [chain[0]] });
    // What is missing or too much is left to the desk to name.
    expect(chainOf(ben)).toMatchObject({ chain: [...chain, { to: BEN, minutes: '' }] });
    expect(chainOf({ ...minutes, ...ben, [SETTING.chainGroup]: option('S0NET') })).toMatchObject({
      chain: [...chain, { to: `${BEN} S0NET`, minutes: 5 }],
    });
  });

  it('puts people on call by day, in the order in which they were chosen', () => {
    const settings = { ...SETTINGS, onCall: { ...SETTINGS.onCall, mon: [BEN] } };
    const fields = {
      [SETTING.onCall('tue')]: { selected_users: [BEN, ANNA] },
      [SETTING.onCallChangesAt]: { value: '7' },
    };
    const { onCall } = patchOf('onCall', form(fields), settings);
    expect(onCall).toMatchObject({ mon: [BEN], tue: [BEN, ANNA], wed: [], changesAt: '07:00' });
  });

  it('says when a claim is offered, and whether the evening releases all; empty is never', () => {
    const saved = (minutes: string | null, release: string) =>
      patchOf(
        'together',
        form({ [SETTING.idleMinutes]: { value: minutes }, [SETTING.releaseAtClosing]: option(release) }),
        SETTINGS,
      ).claim;
    expect(saved('90', 'yes')).toEqual({ idleMinutes: 90, releaseAtClosing: true });
    expect(saved(null, 'no')).toEqual({ idleMinutes: null, releaseAtClosing: false });
  });

  it('gives one person initials, or takes them away', () => {
    const signed = (initials: string | null) =>
      patchOf(
        'signatures',
        form({ [SETTING.signer]: { selected_user: ANNA }, [SETTING.initials]: { value: initials } }),
        SETTINGS,
      );
    expect(signed('^ab ')).toEqual({ signatures: { [ANNA]: 'ab', [BEN]: 'BO' } });
    expect(signed(null)).toEqual({ signatures: { [BEN]: 'BO' } });
  });

  it('sets the day and hour of the weekly report, or ends it', () => {
    const weekly = (day: string) =>
      patchOf('reports', form({ [SETTING.weeklyDay]: option(day), [SETTING.weeklyTime]: { value: '9' } }), SETTINGS);
    expect(weekly('mon')).toEqual({ reports: { weekly: { day: 'mon', time: '09:00' } } });
    expect(weekly(NEVER)).toEqual({ reports: { weekly: null } });
  });

  it('hands on what is no number as it was written', () => {
    const { sla } = patchOf(
      'sla',
      form({ 'sla.complaint': { value: ' 45 ' }, 'sla.question': { value: 'soon' } }),
      SETTINGS,
    );
    expect(sla).toMatchObject({ complaint: 45, question: 'soon', praise: null });
  });

  it('writes a country and its state large, and leaves out what is empty', () => {
    const { holidays } = patchOf(
      'holidays',
      form({ 'holidays.country': { value: 'de' }, 'holidays.state': { value: 'by' } }),
      SETTINGS,
    );
    expect(holidays).toEqual({ country: 'DE', state: 'BY', extra: [], except: [] });
  });

  it('keeps a template’s id, whatever is written', () => {
    const before = { id: 't1', lang: 'en', purpose: 'reply', title: 'Old', text: 'Old' } as const;
    const values = form({ [SETTING.templateLang]: option('xx'), [SETTING.templateTitle]: { value: ' New ' } });
    expect(templateIn(values, before)).toEqual({ ...before, title: 'New', text: '' });
  });

  it('switches single checks off, all of them too, and keeps what a form did not show', () => {
    const ticked = (some: string[], contacts = '') =>
      patchOf(
        'checks',
        form({
          [SETTING.checks]: { selected_options: some.map((value) => ({ value })) },
          [SETTING.publicContacts]: { value: contacts },
        }),
        SETTINGS,
      );
    const { checks, publicContacts } = ticked(['brushOff'], '0800 330 1000\nhelp@nordfunk.de');
    expect(checks).toMatchObject({ brushOff: true, privateData: false, meanwhile: false });
    expect(publicContacts).toEqual(['0800 330 1000', 'help@nordfunk.de']);
    expect(Object.values(ticked([]).checks ?? {})).not.toContain(true);
    expect(patchOf('checks', form({}), SETTINGS)).toMatchObject({ checks: SETTINGS.checks });
  });
});
