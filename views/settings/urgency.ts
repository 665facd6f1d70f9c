import type { KnownBlock, ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { lockIds } from '../../src/desk/lock.ts';
import type { Settings } from '../../src/desk/settings.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { context, divider, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { LIMIT } from '../limit.ts';
import { group, user } from '../text.ts';
import { aboutGroups, type GroupList, groupOptions } from './groups.ts';
import { SETTING } from './ids.ts';
import { choice, line, peopleInput, settingsForm } from './inputs.ts';
import { NOBODY } from './people.ts';

/** What makes a mention urgent, in the order in which people are asked for it. */
export const URGENCY_NUMBERS = [
  'followers',
  'likes',
  'reposts',
  'repeats',
  'urgentMinutes',
] as const satisfies readonly (keyof Settings['urgency'])[];

/** What is urgent beyond its kind, who alone answers what is grave, and whose mentions are raised or have no card. */
export function urgencyForm(desk: DeskState, list: GroupList, ctx: ViewContext): ModalView {
  const { form } = ctx.words.urgency;
  const { urgency, lock, vip, mute } = desk.settings;
  const blocks = [
    context(form.intro),
    ...URGENCY_NUMBERS.map((one) =>
      line({
        field: SETTING.urgency(one),
        label: form.number[one],
        text: String(urgency[one] ?? ''),
        hint: form.hint[one],
      }),
    ),
    divider,
    context(lockIds(desk.settings).length === 0 ? `${form.lockIntro} ${form.noLock}` : form.lockIntro),
    ...groupChoice(lock, list, ctx),
    peopleInput(SETTING.lockPeople, form.lockPeople, lock.people, ctx),
    divider,
    many(SETTING.vip, form.vip, handlesText(vip), form.handlesHint),
    many(SETTING.muteHandles, form.muteHandles, handlesText(mute.handles), form.muteHint),
    many(SETTING.muteWords, form.muteWords, mute.words.join('\n'), form.wordsHint),
  ];
  return settingsForm('urgency', revisionOf(desk), blocks, ctx);
}

/** For the settings' menu. */
export function urgencyInShort({ settings }: DeskState, ctx: ViewContext): string {
  const { form } = ctx.words.urgency;
  const { vip, mute } = settings;
  const who = lockIds(settings).map((id) => (id.startsWith('S') ? group(id) : user(id)));
  return [
    who.length === 0 ? form.noLock : form.lockShort(who.slice(0, 5).join(' ')),
    form.listsShort(vip.length, mute.handles.length + mute.words.length),
  ].join('\n');
}

function groupChoice(lock: Settings['lock'], list: GroupList, ctx: ViewContext): KnownBlock[] {
  const { settings: words, urgency } = ctx.words;
  const options = groupOptions(list, lock.group === undefined ? [] : [lock.group], LIMIT.selectOptions - 1);
  if (options === null || options.length === 0) return aboutGroups(list, ctx);
  return [
    choice({
      field: SETTING.lockGroup,
      label: urgency.form.lockGroup,
      options: [option(words.noGroup, NOBODY), ...options],
      chosen: lock.group ?? NOBODY,
    }),
  ];
}

function many(field: string, label: string, text: string, hint: string) {
  return line({ field, label, text, hint, multiline: true });
}

/** As people write accounts. */
export function handlesText(handles: readonly string[]): string {
  return handles.map((handle) => `@${handle}`).join('\n');
}
