import type { ModalView } from '@slack/types';
import { CHECKS } from '../../src/desk/checks/warning.ts';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { LIMIT } from '../limit.ts';
import { SETTING } from './ids.ts';
import { line, settingsForm } from './inputs.ts';

/** Which checks look at a text before it goes out, and what of ours may stand in every text. */
export function checksForm(desk: DeskState, ctx: ViewContext): ModalView {
  const { checks: words } = ctx.words;
  const { checks, publicContacts } = desk.settings;
  const options = CHECKS.map((check) => option(words.setting[check], check));
  const chosen = options.filter((_, index) => checks[CHECKS[index] ?? 'meanwhile']);
  const blocks = [
    {
      type: 'input' as const,
      block_id: SETTING.checks,
      // Nobody need leave one on.
      optional: true,
      label: label(words.settingLabel, LIMIT.inputLabel),
      hint: label(words.settingHint, LIMIT.inputLabel),
      element: {
        type: 'checkboxes' as const,
        action_id: SETTING.checks,
        options,
        ...(chosen.length > 0 && { initial_options: chosen }),
      },
    },
    line({
      field: SETTING.publicContacts,
      label: words.contacts,
      text: publicContacts.join('\n'),
      hint: words.contactsHint,
      multiline: true,
    }),
  ];
  return settingsForm('checks', revisionOf(desk), blocks, ctx);
}

/** What holds now, for the menu. */
export function checksInShort({ settings: { checks } }: DeskState, { words }: ViewContext): string {
  const off = CHECKS.filter((check) => !checks[check]);
  return off.length === 0 ? words.checks.allOn : words.checks.off(off.map((one) => words.checks.name[one]).join(', '));
}
