import type { KnownBlock, PlainTextOption } from '@slack/types';
import { answerWay } from '../../src/desk/answer-way.ts';
import { isWriting } from '../../src/desk/handling.ts';
import { ELSEWHERE } from '../../src/desk/history.ts';
import type { UserId } from '../../src/desk/instant.ts';
import type { Lang, Mention } from '../../src/desk/mention.ts';
import { approvalCause, ONE_OF_US } from '../../src/desk/needs-approval.ts';
import type { Publication, Purpose } from '../../src/desk/publication.ts';
import type { Publisher } from '../../src/desk/publishing.ts';
import type { Template } from '../../src/desk/settings.ts';
import { answeredDirectly } from '../answerer.ts';
import { actions, context, label, option, plainSection, section } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { authorName, duration, kindLabel, numberLink, since } from '../facts.ts';
import { ACTION } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { pauseWarning } from '../pause.ts';
import { postMarks } from '../post-marks.ts';
import { snippet, user, when } from '../text.ts';
import type { TextLength } from './reply.ts';

/** What of an earlier version is shown. */
const VERSION_SHOWN = 600;

/** The customer's words and everything that matters before one answers them. */
export function situation(mention: Mention, writer: UserId, ctx: ViewContext): KnownBlock[] {
  return [...customersWords(mention, ctx), ...saidSoFar(mention, ctx), ...whoWrites(mention, writer, ctx)];
}

/** The first post and, if there is a later one, the last. */
export function customersWords(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const [first, ...later] = mention.posts;
  const last = later.at(-1);
  const who = `*${authorName(mention)}* @${snippet(mention.author.handle, 40)}`;
  const facts = [numberLink(mention, ctx), kindLabel(mention.kind, ctx), when(first.at)].join(' · ');
  return [
    context(`${who} · ${facts}`),
    plainSection(first.text, 2_000),
    ...postMarks(first, mention, VERSION_SHOWN, ctx),
    ...(last === undefined
      ? []
      : [
          context(`↪️ ${ctx.words.card.wroteAgain(when(last.at))}`),
          plainSection(last.text, 2_000),
          ...postMarks(last, mention, VERSION_SHOWN, ctx),
        ]),
  ];
}

/** Whether these words of the customer stand there whole, as what a post said before it was edited. */
export function showsVersion({ posts }: Mention, text: string): boolean {
  return text.length <= VERSION_SHOWN && [posts[0], posts.at(-1)].some((post) => post?.versions.at(-1)?.text === text);
}

/** Our last words to this customer, and whose they are, so that nobody answers twice unawares. */
function saidSoFar(mention: Mention, ctx: ViewContext): KnownBlock[] {
  const out = mention.publications.filter((one) => ['waiting', 'sending', 'unclear', 'published'].includes(one.status));
  return out
    .slice(-3)
    .flatMap((publication) => [
      section(`💬 *${answeredLine(mention, publication, ctx)}*`),
      plainSection(publication.text, 600),
    ]);
}

function answeredLine({ network }: Mention, publication: Publication, ctx: ViewContext): string {
  const { forms } = ctx.words;
  if (publication.by === ELSEWHERE) return answeredDirectly(publication.pressedAt, network, ctx);
  const by = user(publication.by);
  const ms = since(publication.post?.at ?? publication.pressedAt, ctx);
  const [now, ago] =
    publication.status === 'published' ? [forms.answeredNow, forms.answeredAgo] : [forms.answersNow, forms.answersAgo];
  return ms < 60_000 ? now(by) : ago(by, duration(ms, ctx));
}

function whoWrites(mention: Mention, writer: UserId, ctx: ViewContext): KnownBlock[] {
  const { writing } = mention;
  if (writing === null || writing.by === writer || !isWriting(mention, ctx.now)) return [];
  return [section(`✍️ *${ctx.words.forms.writingNow(user(writing.by))}*`)];
}

/** A line about the text itself, such as that it is an unsent draft. */
export function noticeLine(notice: string | undefined): KnownBlock[] {
  return notice === undefined || notice === '' ? [] : [section(`💡 ${snippet(notice, 500)}`)];
}

export function lengthLine({ length, limit }: TextLength, ctx: ViewContext): KnownBlock {
  const { forms } = ctx.words;
  return context(length > limit ? `⚠️ *${forms.tooLong(length, limit)}*` : forms.length(length, limit));
}

/** Where the network takes an answer only on its own page, the form leads there instead of sending. */
export function submitLabel(mention: Mention, { words: { forms } }: ViewContext): string {
  return answerWay(mention) === 'intent' ? forms.submit.next : forms.submit.send;
}

/** What happens after the form is submitted. */
export function afterSubmit(mention: Mention, purpose: Purpose, ctx: ViewContext): KnownBlock {
  return answerWay(mention) === 'intent'
    ? context(`✋ ${ctx.words.listening.byHand.hint}`)
    : sendHint(mention, purpose, ctx);
}

/** What Send will do: there are seconds for Undo, it waits for a second person, or all publishing is paused. */
export function sendHint(about: Publisher, purpose: Purpose, ctx: ViewContext): KnownBlock {
  // That somebody new or a guest writes is known only when they send.
  const waits = approvalCause(about, purpose, ONE_OF_US, ctx.desk) !== null;
  return waits ? approvalHint(ctx) : undoHint(ctx);
}

export function approvalHint(ctx: ViewContext): KnownBlock {
  return pauseWarning(ctx) ?? context(`✋ ${ctx.words.approval.afterSend}`);
}

export function undoHint(ctx: ViewContext): KnownBlock {
  return pauseWarning(ctx) ?? context(ctx.words.forms.afterSend(ctx.desk.settings.undoSeconds));
}

interface TemplateChoice {
  readonly block: string;
  readonly purpose: Template['purpose'];
  readonly lang: Lang;
  readonly placeholder: string;
  readonly chosen: string | undefined;
  /** Those that fit best stand first. */
  readonly ranked?: readonly string[];
}

/** Nothing where the team has no template for it. */
export function templateSelect(choice: TemplateChoice, ctx: ViewContext): KnownBlock[] {
  const options = templatesFor(choice, ctx).map(templateOption);
  if (options.length === 0) return [];
  const chosen = options.find((one) => one.value === choice.chosen);
  return [
    {
      ...actions({
        type: 'static_select',
        action_id: ACTION.chooseTemplate,
        placeholder: label(choice.placeholder, LIMIT.placeholder),
        options,
        ...(chosen && { initial_option: chosen }),
      }),
      block_id: choice.block,
    },
  ];
}

/** The customer's language first, English for a language that has no templates; in each what fits best. */
function templatesFor({ purpose, lang, ranked = [] }: TemplateChoice, ctx: ViewContext): readonly Template[] {
  const byId = new Map(ctx.desk.settings.templates.map((template) => [template.id, template]));
  const place = ({ id }: Template) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  const fitting = [...byId.values()]
    .filter((template) => template.purpose === purpose)
    .toSorted((a, b) => place(a) - place(b));
  const first = lang === 'de' ? 'de' : 'en';
  return [
    ...fitting.filter((template) => template.lang === first),
    ...fitting.filter((template) => template.lang !== first),
  ].slice(0, LIMIT.selectOptions);
}

function templateOption(template: Template): PlainTextOption {
  return option(`${template.lang.toUpperCase()} · ${template.title}`, template.id);
}
