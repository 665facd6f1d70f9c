import { describe, expect, it } from 'vitest';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { namedIn, withoutHandles } from '../../src/desk/forget-names.ts';
import { hearForgot } from '../../src/desk/forget-report.ts';
import { changeSettings, revisionOf } from '../../src/desk/settings-change.ts';
import { toldChange, toldLists } from '../../src/desk/settings-told.ts';
import { ANNA, aDesk, berlin, granted, refusalOf } from './examples.ts';

const NOW = berlin('2026-11-24T12:00');
const { settings } = aDesk({
  vip: ['jon_reyes', 'mia'],
  mute: { handles: ['Jon_Reyes'], words: ['@jon_reyes', 'jon_reyes', 'spam'] },
  rules: [
    { authors: ['jon_reyes'], set: { kind: 'complaint' } },
    { authors: ['jon_reyes', 'mia'], set: { urgency: 'raised' } },
    { words: ['@jon_reyes'], authors: ['mia'], set: { urgency: 'urgent' } },
    { words: ['router'], set: { kind: 'question' } },
  ],
});
const FORGOT = { type: 'forgot', by: ANNA, from: { way: 'form', name: 'forget_form' }, numbers: [42] } as const;
const desk = { ...NEW_DESK, settings };

describe('the name of somebody who is forgotten', () => {
  it('goes from VIP list, mute list and rules, whatever its letters; the names of others stay', () => {
    const { settings: next, changes } = withoutHandles(settings, ['JON_REYES']);
    expect(next.vip).toEqual(['mia']);
    expect(next.mute).toEqual({ handles: [], words: ['jon_reyes', 'spam'] });
    expect(next.rules).toEqual([
      { authors: ['mia'], set: { urgency: 'raised' } },
      { words: ['router'], set: { kind: 'question' } },
    ]);
    expect(changes).toEqual(['vip: 2 → 1', 'mute.handles: 1 → 0', 'mute.words: 3 → 2', 'rules: 4 → 2']);
    const [, both] = settings.rules;
    expect(withoutHandles({ ...settings, rules: both ? [both] : [] }, ['jon_reyes']).changes).toContain(
      'rules.about: 2 → 1',
    );
    expect(namedIn(next, ['jon_reyes'])).toBeNull();
  });

  it('takes a rule away that was about nobody else: without the name it would be about everybody', () => {
    expect(namedIn(settings, ['jon_reyes'])).toEqual({ vip: true, mute: true, rules: 3, wholeRules: 2 });
    expect(withoutHandles(settings, ['jon_reyes']).settings.rules).not.toContainEqual({ set: { kind: 'complaint' } });
  });

  it('leaves settings that do not name them as they are', () => {
    expect(withoutHandles(settings, ['lena', 'reyes', 'jon'])).toEqual({ settings, changes: [] });
    expect(withoutHandles(settings, ['lena']).settings).toBe(settings);
  });

  it('goes from the history of the settings too, which says that lists became shorter', () => {
    const patch = {
      mute: { handles: ['jon_reyes'], words: ['@jon_reyes', 'spam'] },
      vip: ['mia', 'jon_reyes', 'jon_reyes_fan'],
      rules: [{ authors: ['jon_reyes'], set: { kind: 'praise' } }],
    };
    const changed = granted(changeSettings(desk, { by: ANNA, key: 'k1', seen: revisionOf(desk) }, patch, NOW)).state;
    expect(changed.history.map(({ text }) => text).join()).toContain('jon_reyes');
    const { state } = hearForgot(changed, 'n1', { ...FORGOT, handles: ['jon_reyes'] }, NOW);
    expect(JSON.stringify(state)).not.toMatch(/jon_reyes(?!_fan)/);
    expect(state.settings.vip).toEqual(['mia', 'jon_reyes_fan']);
    const [line, ...lists] = state.history.slice(changed.history.length);
    expect(line).toMatchObject({ did: 'forgot', text: '#42', by: ANNA, from: FORGOT.from });
    expect(lists).toMatchObject([
      { did: 'settings-changed', text: 'vip: 3 → 2', from: FORGOT.from },
      { did: 'settings-changed', text: 'mute.handles: 1 → 0' },
      { did: 'settings-changed', text: 'mute.words: 2 → 1' },
      { did: 'settings-changed', text: 'rules: 1 → 0' },
    ]);
    expect(hearForgot(state, 'n1', { ...FORGOT, handles: ['mia'] }, NOW).state).toBe(state);
  });

  it('leaves a history of the rules that can still be told in words', () => {
    const set = { kind: 'praise' } as const;
    const patch = { rules: [{ authors: ['jon_reyes', 'mia'], words: ['@jon_reyes', 'router'], set }] };
    const changed = granted(changeSettings(desk, { by: ANNA, key: 'k1', seen: revisionOf(desk) }, patch, NOW)).state;
    const { state } = hearForgot(changed, 'n1', { ...FORGOT, handles: ['jon_reyes'] }, NOW);
    const told = toldChange(state.history.find(({ text = '' }) => text.startsWith('rules: '))?.text ?? '');
    expect(toldLists.rules(told?.to ?? '')).toEqual([{ authors: ['–', 'mia'], words: ['@–', 'router'], set }]);
    expect(toldLists.rules(told?.from ?? '')).toHaveLength(settings.rules.length);
  });

  it('is not written back by a form that was open meanwhile', () => {
    const seen = revisionOf(desk);
    const after = hearForgot(desk, 'n1', { ...FORGOT, handles: ['jon_reyes'] }, NOW).state;
    const save = changeSettings(after, { by: ANNA, key: 'k2', seen }, { vip: ['jon_reyes', 'mia', 'lena'] }, NOW);
    expect(refusalOf(save)).toMatchObject({ reason: 'settings-changed', by: ANNA });
  });

  it('is left to people where an older Earshot did not say whom', () => {
    const { state } = hearForgot(desk, 'n1', FORGOT, NOW);
    expect(state.settings).toBe(settings);
    expect(state.history).toMatchObject([{ did: 'forgot', text: '#42' }]);
  });
});
