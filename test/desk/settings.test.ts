import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/desk/settings.ts';

/** Where and what is wrong with a `desk.json`. */
function faultsOf(written: unknown): string[] {
  const { error } = settingsSchema.safeParse(written);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('settings that are left out', () => {
  const settings = settingsSchema.parse({});

  it('are the defaults: Berlin, Monday to Saturday, Germany’s holidays', () => {
    expect(settings).toMatchObject({
      language: 'en',
      officeHours: { timeZone: 'Europe/Berlin', week: { sun: [], mon: ['08:00-20:00'], sat: ['08:00-20:00'] } },
      holidays: { country: 'DE', extra: [], except: [] },
    });
  });

  it('give a complaint an hour, a question four, praise no time', () => {
    expect(settings.sla).toEqual({
      complaint: 60,
      question: 240,
      praise: null,
      other: null,
      followUp: 60,
      warnMinutes: 15,
      remindEveryMinutes: 15,
    });
  });

  it('let nobody publish, and leave ten seconds for Undo', () => {
    expect(settings).toMatchObject({ publishers: [], leads: [], undoSeconds: 10, expireMinutes: 15 });
    expect(settings.incident.updateMinutes).toBe(30);
  });

  it('are filled in beside those that are written', () => {
    const { sla } = settingsSchema.parse({ sla: { complaint: 30 } });
    expect(sla).toMatchObject({ complaint: 30, question: 240 });
  });
});

describe('settings that are wrong', () => {
  it.each([
    [{ publisher: ['U1'] }, 'publisher'],
    [{ publishers: ['@anna'] }, 'must be a Slack user id (U…) or user group id (S…)'],
    [{ officeHours: { timeZone: 'Berlin' } }, 'unknown time zone Berlin: write it as Europe/Berlin'],
    [{ officeHours: { week: { mon: ['8-20'] } } }, 'officeHours.week.mon: "8-20" is no opening time'],
    [{ holidays: { extra: ['24.12.2026'] } }, 'must be a date written as 2026-12-24'],
    [{ sla: { complaint: 0 } }, 'sla.complaint'],
    [{ sla: { complaint: 1.5 } }, 'sla.complaint'],
    [{ signatures: { U012AB3CD: 'A-B' } }, 'signatures.U012AB3CD: must be 1 to 4 letters'],
    [{ signatures: { anna: 'AB' } }, 'signatures.anna'],
    [{ escalation: { group: 'baggage' } }, 'must be a Slack user group id'],
    [{ escalation: { channels: { S012AB3CD: '#baggage' } } }, 'must be a Slack channel id'],
    [{ templates: [{ id: 't', lang: 'fr', purpose: 'reply', title: 'T', text: 'x' }] }, 'templates.0.lang'],
    [{ undoSeconds: -1 }, 'undoSeconds'],
  ])('%j are named with their place and the remedy', (written, fault) => {
    expect(faultsOf(written).join('\n')).toContain(fault);
  });

  it('are all named at once', () => {
    expect(faultsOf({ undoSeconds: -1, language: 'fr', publishers: ['anna'] })).toHaveLength(3);
  });
});
