import { decided, type Outcome, refused } from './decision.ts';
import type { DeskState } from './desk-state.ts';
import { remember, wasHandled } from './handled.ts';
import { recorded } from './history.ts';
import type { Instant, UserId } from './instant.ts';
import type { Press } from './press.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { changesBetween, changeText } from './settings-changes.ts';
import { faultsOf } from './settings-fault.ts';

/** The parts of the settings that a form replaces, as they were written: the schema has the last word. */
export type SettingsPatch = { readonly [Part in keyof Settings]?: unknown };

/** Who saved a form, and which settings that person was looking at: the revision when the form was opened. */
export interface SettingsPress extends Press {
  readonly seen: number;
}

/**
 * Who may change the settings: the leads. While no lead is named it is the publishers, so that a team can name its first
 * lead from Slack; whoever may publish can do more harm in public than a setting could. Empty means that nobody is named
 * at all: then it is those who run the workspace, who installed the app (see commands/may.ts).
 */
export function settingsEditors(settings: Settings): readonly string[] {
  return settings.leads.length > 0 ? settings.leads : settings.publishers;
}

/** Grows with each change; a form carries the one that it was opened with. */
export function revisionOf(desk: DeskState): number {
  return desk.history.length;
}

/** The last change after a revision; null while the settings are still those. */
export function changedSince(desk: DeskState, revision: number): { by: UserId; at: Instant } | null {
  return desk.history.slice(revision).findLast((entry) => entry.did === 'settings-changed') ?? null;
}

/**
 * Puts a form's values into the settings. Each setting that changed is one line of the desk's history. Refused when
 * somebody else changed the settings since the form was opened, when a value can't be kept (with its path), and when
 * nobody would be left to change them back.
 */
export function changeSettings(
  desk: DeskState,
  press: SettingsPress,
  patch: SettingsPatch,
  now: Date,
): Outcome<DeskState> {
  if (wasHandled(desk, press.key)) return refused({ reason: 'already-handled' });
  const meanwhile = changedSince(desk, press.seen);
  if (meanwhile !== null) return refused({ reason: 'settings-changed', by: meanwhile.by, at: meanwhile.at });
  const written = { ...desk.settings, ...patch };
  const { data: settings, error } = settingsSchema.safeParse(written);
  if (error !== undefined) return refused({ reason: 'settings-invalid', faults: faultsOf(error.issues, written) });
  if (desk.settings.leads.length > 0 && settings.leads.length === 0) return refused({ reason: 'last-lead' });
  const changes = changesBetween(desk.settings, settings);
  if (changes.length === 0) return decided(remember(desk, press.key));
  const next = changes.reduce(
    (state, change) => recorded(state, now, press.by, 'settings-changed', changeText(change)),
    remember({ ...desk, settings }, press.key),
  );
  return decided(next);
}
