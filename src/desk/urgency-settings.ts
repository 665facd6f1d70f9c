import { z } from 'zod';
import { KINDS } from './mention.ts';
import { channelId, groupId, minutes, type Range, userId, within } from './settings-parts.ts';

/** How many people make a reach worth naming. */
export const REACH: Range = { min: 1, max: 1_000_000_000 };
/** After how many posts without an answer. */
export const REPEATS: Range = { min: 2, max: 100 };
const MOST_NAMES = 200;
const MOST_WORDS = 200;
/** As much as a form's field takes: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const MOST_LETTERS = 2_900;
const MOST_RULES = 50;

export const RULE_LANGUAGES = ['de', 'en', 'other'] as const;
export const RULE_LEVELS = ['raised', 'urgent'] as const;

/** An account on a network: kept without its @, in small letters. */
const handle = z
  .string()
  .trim()
  .regex(/^@?[\p{L}\p{N}_.-]{1,60}$/u, 'must be a handle such as @jane_doe')
  .transform((written) => written.replace(/^@/, '').toLowerCase());

/** A word or phrase; `*` stands for any letters, so that `*kündigung*` finds every compound. */
const word = z
  .string()
  .trim()
  .max(60)
  .regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u, 'must be a word of at least two letters; * may stand for any letters');

const fitsField = (list: readonly string[]) => list.join('\n@').length <= MOST_LETTERS;
const TOO_LONG = 'is too long a list';
const handleList = z.array(handle).max(MOST_NAMES).refine(fitsField, TOO_LONG);
const handles = handleList.default([]);
const words = z.array(word).max(MOST_WORDS).refine(fitsField, TOO_LONG);

const ruleParts = {
  /** Any of them in a post. */
  words: words.optional(),
  /** Any of these accounts. */
  authors: z.array(handle).min(1).max(MOST_NAMES).optional(),
  languages: z
    .array(z.enum(['de', 'en', 'other']))
    .min(1)
    .optional(),
  networks: z.array(z.string().trim().toLowerCase().min(1).max(20)).min(1).optional(),
  set: z
    .strictObject({
      kind: z.enum(KINDS).optional(),
      urgency: z.enum(RULE_LEVELS).optional(),
      channel: channelId.optional(),
      person: userId.optional(),
    })
    .refine((does) => Object.keys(does).length > 0, {
      error: 'must say what follows: kind, urgency, channel or person',
      path: ['kind'],
    }),
};

const rule = z
  .strictObject(ruleParts)
  .refine(
    ({ words: said = [], authors = [], languages = [], networks = [] }) =>
      said.length + authors.length + languages.length + networks.length > 0,
    { error: 'must say what it is about: words, authors, languages or networks', path: ['about'] },
  );

/** What a team wants done with posts of some sort, on arrival. */
export type TeamRule = z.infer<typeof rule>;

/** What makes a mention more urgent than its kind says; a number that is null never does. */
export const urgencySettings = z
  .strictObject({
    followers: within(REACH).nullable().default(10_000),
    likes: within(REACH).nullable().default(100),
    reposts: within(REACH).nullable().default(25),
    repeats: within(REPEATS).nullable().default(3),
    /** Minutes of office time until an urgent mention is due; null: a quarter of a complaint's, at least 5. */
    urgentMinutes: minutes.nullable().default(null),
  })
  .prefault({});

/** Who alone answers what sounds like danger, press or law; while nobody is named, nothing is locked. */
export const lockSettings = z
  .strictObject({ group: groupId.optional(), people: z.array(userId).default([]) })
  .prefault({});

/** Accounts whose mentions are raised. */
export const vipSettings = handles;

/** Whose mentions get no card, unless they sound like danger. */
export const muteSettings = z.strictObject({ handles, words: words.default([]) }).prefault({});

/** For each of kind, urgency, channel and person the first rule that fits and names it has the word. */
export const rulesSettings = z.array(rule).max(MOST_RULES).default([]);

const toldTexts = z.array(z.string()).optional();
/** Rules as a history tells of them: who is forgotten stands there as a dash, which no rule takes. */
export const toldRules: z.ZodType<TeamRule[]> = z.array(
  z.strictObject({ ...ruleParts, words: toldTexts, authors: toldTexts }),
);
