import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { DeskState } from '../../src/desk/desk-state.ts';
import { KINDS } from '../../src/desk/mention.ts';
import { revisionOf } from '../../src/desk/settings-change.ts';
import { RULE_LANGUAGES, RULE_LEVELS, type TeamRule } from '../../src/desk/urgency-settings.ts';
import { actions, button, confirm, context, label, option, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { networkName } from '../facts.ts';
import { formModal, readingModal } from '../forms/modal.ts';
import { ACTION, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { channel, snippet, user } from '../text.ts';
import { SETTING } from './ids.ts';
import { choice, line } from './inputs.ts';
import { handlesText } from './urgency.ts';

/** The value of the button that adds one. */
export const NEW_RULE = 'new';
/** The value of "as triage says", "as usual" in a menu. */
export const UNSET = 'unset';
const SHOWN = 60;
const SHORT = 3;
const WORDS_SHOWN = 6;

/** Every rule in the order in which they are asked. */
export function rulesList(desk: DeskState, ctx: ViewContext, notice?: string): ModalView {
  const { settings: words } = ctx.words;
  const { rules: said } = ctx.words.urgency;
  const { rules } = desk.settings;
  const blocks: KnownBlock[] = [
    ...(notice === undefined ? [] : [section(`⚠️ ${notice}`)]),
    context(said.intro),
    actions(button(ACTION.editRule, said.add, NEW_RULE, { style: 'primary' })),
    ...(rules.length === 0 ? [section(said.none)] : []),
    ...rules
      .slice(0, SHOWN)
      .map((rule, index) =>
        section(`*${index + 1}.* ${ruleText(rule, ctx)}`, button(ACTION.editRule, words.edit, String(index))),
      ),
  ];
  const meta = { seen: [], topic: 'rules', revision: revisionOf(desk) };
  return readingModal(FORM.reading, words.title.rules, meta, blocks, ctx);
}

/** For the settings' menu: the first few, one to a line. */
export function rulesInShort({ settings: { rules } }: DeskState, ctx: ViewContext): string {
  if (rules.length === 0) return ctx.words.urgency.rules.none;
  const more = rules.length - SHORT;
  const lines = rules.slice(0, SHORT).map((rule, index) => `${index + 1}. ${ruleText(rule, ctx)}`);
  return [...lines, ...(more > 0 ? [`+ ${more}`] : [])].join('\n');
}

/** A rule in one line: what it is about → what follows. */
export function ruleText({ words, authors, languages, networks, set }: TeamRule, ctx: ViewContext): string {
  const { rules: said, level } = ctx.words.urgency;
  const about = [
    ...(words === undefined ? [] : [wordsText(words, ctx)]),
    ...(authors === undefined ? [] : [said.about.authors(snippet(handlesText(authors).replaceAll('\n', ', '), 200))]),
    ...(languages === undefined ? [] : [languages.map((one) => said.language[one]).join(', ')]),
    ...(networks === undefined ? [] : [networks.map(networkName).join(', ')]),
  ];
  const does = [
    ...(set.kind === undefined ? [] : [ctx.words.card.kind[set.kind]]),
    ...(set.urgency === undefined ? [] : [level[set.urgency]]),
    ...(set.channel === undefined ? [] : [channel(set.channel)]),
    ...(set.person === undefined ? [] : [user(set.person)]),
  ];
  return `${about.join(' · ')} → ${does.join(' · ')}`;
}

/** The first few; a team may name hundreds. */
function wordsText(words: readonly string[], { words: { urgency } }: ViewContext): string {
  const more = words.length - WORDS_SHOWN;
  const shown = words.slice(0, WORDS_SHOWN).map((word) => urgency.rules.about.words(snippet(word, 60)));
  return [...shown, ...(more > 0 ? [`+ ${more}`] : [])].join(', ');
}

export interface RuleForm {
  /** null for a new one. */
  readonly rule: TeamRule | null;
  /** Its place, from 0; of a new one behind all others. */
  readonly index: number;
  /** How many there are, without a new one. */
  readonly rules: number;
  readonly revision: number;
}

/** One rule: what it is about above, what follows below. */
export function ruleForm({ rule, index, rules, revision }: RuleForm, ctx: ViewContext): ModalView {
  const { rules: said, level } = ctx.words.urgency;
  const { forms, settings: words, card } = ctx.words;
  const places = Array.from({ length: Math.min(rules + (rule === null ? 1 : 0), LIMIT.selectOptions) }, (_, n) => n);
  const usual = option(said.unset, UNSET);
  const blocks: KnownBlock[] = [
    section(`*${said.when}*`),
    context(said.whenHint),
    line({
      field: SETTING.ruleWords,
      label: said.words,
      text: (rule?.words ?? []).join('\n'),
      hint: said.wordsHint,
      multiline: true,
    }),
    line({
      field: SETTING.ruleAuthors,
      label: said.authors,
      text: handlesText(rule?.authors ?? []),
      hint: said.authorsHint,
      multiline: true,
    }),
    languagesInput(rule, ctx),
    section(`*${said.does}*`),
    choice({
      field: SETTING.ruleKind,
      label: said.kind,
      options: [usual, ...KINDS.map((kind) => option(card.kind[kind], kind))],
      chosen: rule?.set.kind ?? UNSET,
    }),
    choice({
      field: SETTING.ruleUrgency,
      label: said.urgency,
      options: [usual, ...RULE_LEVELS.map((one) => option(level[one], one))],
      chosen: rule?.set.urgency ?? UNSET,
    }),
    channelInput(rule, ctx),
    personInput(rule, ctx),
    choice({
      field: SETTING.rulePlace,
      label: said.place,
      options: places.map((n) => option(`${n + 1}.`, String(n))),
      chosen: String(index),
    }),
    ...(rule === null ? [] : [removal(index, ctx)]),
  ];
  const meta = { seen: [], topic: 'rules', revision, page: index };
  const title = rule === null ? words.title.newRule : words.title.editRule;
  return formModal({ id: FORM.rule, title, submit: forms.submit.save, meta, blocks }, ctx);
}

function languagesInput(rule: TeamRule | null, ctx: ViewContext): InputBlock {
  const { rules: said } = ctx.words.urgency;
  const options = RULE_LANGUAGES.map((one) => option(said.language[one], one));
  const initial = options.filter(({ value }) => rule?.languages?.some((one) => one === value));
  return {
    type: 'input',
    block_id: SETTING.ruleLanguages,
    label: label(said.languages, LIMIT.inputLabel),
    optional: true,
    element: {
      type: 'multi_static_select',
      action_id: SETTING.ruleLanguages,
      options,
      ...(initial.length > 0 && { initial_options: initial }),
    },
  };
}

function channelInput(rule: TeamRule | null, ctx: ViewContext): InputBlock {
  const { rules: said } = ctx.words.urgency;
  return {
    type: 'input',
    block_id: SETTING.ruleChannel,
    label: label(said.channel, LIMIT.inputLabel),
    hint: label(said.channelHint, LIMIT.inputLabel),
    optional: true,
    element: {
      type: 'conversations_select',
      action_id: SETTING.ruleChannel,
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(rule?.set.channel !== undefined && { initial_conversation: rule.set.channel }),
    },
  };
}

function personInput(rule: TeamRule | null, ctx: ViewContext): InputBlock {
  const { rules: said } = ctx.words.urgency;
  return {
    type: 'input',
    block_id: SETTING.rulePerson,
    label: label(said.person, LIMIT.inputLabel),
    hint: label(said.personHint, LIMIT.inputLabel),
    optional: true,
    element: {
      type: 'users_select',
      action_id: SETTING.rulePerson,
      ...(rule?.set.person !== undefined && { initial_user: rule.set.person }),
    },
  };
}

function removal(index: number, ctx: ViewContext): KnownBlock {
  const { settings: words } = ctx.words;
  const { rules: said } = ctx.words.urgency;
  const question = confirm({
    title: said.removeQuestion,
    text: said.removeText,
    yes: said.remove,
    no: words.keep,
  });
  return actions(button(ACTION.deleteRule, said.remove, String(index), { style: 'danger', confirm: question }));
}
