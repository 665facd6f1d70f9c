import type { Refusal } from '../src/desk/decision.ts';
import type { Desk } from '../src/desk/desk.ts';
import type { UserId } from '../src/desk/instant.ts';
import { settingsEditors } from '../src/desk/settings-change.ts';
import type { People } from '../src/slack/people.ts';
import type { Who } from './handler.ts';

/** A "no", with Slack's reason where it could not be asked who is in a user group. */
export interface Denied {
  readonly refusal: Refusal;
  readonly unknown: string | null;
}

/** Whether a person may, by the team's settings; null means yes. */
export async function denied(who: Who, by: UserId, desk: Desk, people: People): Promise<Denied | null> {
  const { publishers, leads } = desk.settings;
  switch (who) {
    case 'anyone':
    case 'staff':
      return null;
    case 'publisher': {
      if (publishers.length === 0 && leads.length === 0) return { refusal: { reason: 'no-publishers' }, unknown: null };
      const { isMember, unknown } = await people.isMember(by, [...publishers, ...leads]);
      return isMember ? null : { refusal: { reason: 'not-publisher' }, unknown };
    }
    case 'lead': {
      const { isMember, unknown } = await people.isMember(by, leads);
      return isMember ? null : { refusal: { reason: 'not-lead' }, unknown };
    }
    case 'settings':
      return deniedSettings(by, desk, people);
  }
}

/** While nobody is named it is up to those who run the workspace: the first start would otherwise need a file. */
async function deniedSettings(by: UserId, desk: Desk, people: People): Promise<Denied | null> {
  const editors = settingsEditors(desk.settings);
  if (editors.length === 0) {
    return (await people.runsWorkspace(by)) ? null : { refusal: { reason: 'nobody-named' }, unknown: null };
  }
  const { isMember, unknown } = await people.isMember(by, editors);
  return isMember ? null : { refusal: { reason: 'not-lead' }, unknown };
}
