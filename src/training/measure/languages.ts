import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createReplyEar } from '../../triage/reply-language.ts';
import { readBrushOffs, readHeldBrushOffs } from '../brush-offs.ts';
import { ROOT } from '../places.ts';
import type { Section } from './section.ts';
import { sample, tableOf } from './table.ts';

const schema = z.strictObject({ lang: z.enum(['de', 'en']).nullable(), text: z.string().min(1) });
type Reply = z.infer<typeof schema>;

/** Short replies of ours; null where nobody could tell. @throws Error for a line that is none */
function readShortReplies(): readonly Reply[] {
  const lines = readFileSync(`${ROOT}src/training/examples/reply-languages.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** Whether the check "not in the customer's language" knows the language of a reply. */
export const languages: Section = {
  name: 'languages',
  title:
    'German or English: the language of replies of ours; “unsure” warns of nothing, “taken for one” are names, products, thanks and texts in both',
  lines: ({ examples }) => {
    const languageOf = createReplyEar();
    const heard = (replies: readonly Reply[]) => replies.map((one) => ({ ...one, said: languageOf(one.text) }));
    const short = heard(readShortReplies());
    const wrong = short.filter(({ lang, said }) => lang !== said).slice(0, examples);
    return [
      ...tableOf([
        ['', 'texts', 'right', 'unsure', 'wrong', 'taken for one'],
        row('short replies', short),
        row('replies that nobody tunes on', heard(readHeldBrushOffs())),
        row('brush-offs and good replies', heard(readBrushOffs())),
      ]),
      ...wrong.map(({ lang, said, text }) => `  ${said ?? 'unsure'} for ${lang ?? 'neither'}  ${sample(text)}`),
    ];
  },
};

function row(name: string, heard: readonly (Reply & { readonly said: Reply['lang'] })[]): readonly string[] {
  const count = (is: (one: (typeof heard)[number]) => boolean) => String(heard.filter(is).length);
  return [
    name,
    String(heard.length),
    count(({ lang, said }) => lang !== null && said === lang),
    count(({ lang, said }) => lang !== null && said === null),
    count(({ lang, said }) => lang !== null && said !== null && said !== lang),
    count(({ lang, said }) => lang === null && said !== null),
  ];
}
