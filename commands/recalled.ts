import { pastAnswersOf } from '../src/desk/past-answer.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { takenOver } from '../src/desk/taken-over.ts';
import { fieldOf } from '../views/form-values.ts';
import { ACTION, FIELD } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { mentionOfForm, metaOf } from './form.ts';
import { DONE, type Handler } from './handler.ts';
import { noteTyped } from './keep-typed.ts';
import { joined, redrawForm } from './typing.ts';

/** A past answer is put into the text as a draft, behind what was typed. */
export const recalled: readonly Handler[] = [
  {
    on: { action: ACTION.insertAnswer },
    who: 'publisher',
    async run(press, tools) {
      const pressed = parsePressValue(press.value ?? '');
      const [past, mention] = await Promise.all([
        pressed?.ref.type === 'mention' ? tools.store.read(mentionRef(pressed.ref.id)) : undefined,
        mentionOfForm(press, tools),
      ]);
      const answer = past && pastAnswersOf(past).find(({ publication }) => publication === pressed?.id);
      if (past === undefined || answer === undefined || mention === undefined) {
        return { say: tools.context().words.recall.gone };
      }
      const text = joined(fieldOf(press.values, FIELD.text) ?? '', takenOver(answer.text, past, mention));
      noteTyped(press, tools, { text });
      const inserted = (metaOf(press).inserted ?? 0) + 1;
      return { ...DONE, afterwards: () => redrawForm(press, tools, { text, inserted }) };
    },
  },
];
