import type { ModalView } from '@slack/types';
import type { Mention } from '../src/desk/mention.ts';
import { pastAnswersOf } from '../src/desk/past-answer.ts';
import { BEST_TEMPLATES, bestTemplates } from '../src/desk/rank-templates.ts';
import { mentionRef } from '../src/desk/ref.ts';
import type { Template } from '../src/desk/settings.ts';
import { type FormHelp, MOST_RECALLED, type RecalledAnswer } from '../views/forms/recalled.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** As many as templates are ranked by; the first few of them are shown. */
const LOOKED_AT = 12;

const IN_REPLIES: readonly Template['purpose'][] = ['reply', 'holding'];
const IN_APOLOGIES: readonly Template['purpose'][] = ['apology-wrong', 'apology-doing'];

/** What helps with an answer to this mention; null while too little of the history was read to say. */
export async function helpWith(mention: Mention, form: 'reply' | 'apology', tools: Tools): Promise<FormHelp | null> {
  const found = await tools.recall.closestTo(mention, LOOKED_AT);
  if (found === null) return null;
  const question = mention.posts.map(({ text }) => text).join('\n');
  const answers = found.map(({ answer, score }) => ({ text: answer.text, score }));
  const { templates } = tools.desk().settings;
  const ranked = (form === 'reply' ? IN_REPLIES : IN_APOLOGIES).flatMap((purpose) =>
    bestTemplates(
      templates.filter((one) => one.purpose === purpose),
      question,
      answers,
    ),
  );
  const shown = form === 'reply' ? found.slice(0, MOST_RECALLED).map(({ answer }) => idOf(answer)) : [];
  return { recalled: await answersAt(shown, tools), ranked };
}

/** The same as the form showed it when it was drawn last; what is no longer to be had is left out. */
export async function helpOf(
  press: SlackPress,
  mention: Mention,
  form: 'reply' | 'apology',
  tools: Tools,
): Promise<FormHelp | null> {
  const { recalled: ids, ranked } = metaOf(press);
  if (ids === undefined && ranked === undefined) return helpWith(mention, form, tools);
  return {
    recalled: await answersAt(ids?.slice(0, MOST_RECALLED) ?? [], tools),
    ranked: ranked?.slice(0, 2 * BEST_TEMPLATES) ?? [],
  };
}

/** The form opened before the history was read: what was found comes into it, under whatever was typed meanwhile. */
export async function helpLater(
  place: { readonly id: string; readonly hash: string },
  mention: Mention,
  form: 'reply' | 'apology',
  tools: Tools,
  draw: (help: FormHelp) => ModalView,
): Promise<void> {
  await tools.recall.ready();
  const help = await helpWith(mention, form, tools);
  if (help === null) return;
  await tools.redraw({ view: place, inserted: 0, inserts: false }, async () => draw(help));
}

function idOf({ publication, mention }: { readonly publication: string; readonly mention: string }): string {
  return `${publication} ${mention}`;
}

async function answersAt(ids: readonly string[], tools: Tools): Promise<readonly RecalledAnswer[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [publication, ...rest] = id.split(' ');
      const mention = await tools.store.read(mentionRef(rest.join(' ')));
      const answer = mention && pastAnswersOf(mention).find((one) => one.publication === publication);
      return mention === undefined || answer === undefined ? [] : [{ mention, answer }];
    }),
  );
  return found.flat();
}
