import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { openApology } from './apologise.ts';
import { openEscalation } from './escalate.ts';
import { metaOf } from './form.ts';
import type { Handler } from './handler.ts';
import { openReplyWith } from './reply.ts';

const FORMS = { reply: openReplyWith, apology: openApology, escalate: openEscalation } as const;

/** The answer to "which mention?" after `/reply`, `/apologise` or `/escalate` alone. */
export const pick: readonly Handler[] = [
  {
    on: { form: FORM.pick },
    who: (press) => (metaOf(press).purpose === 'escalate' ? 'staff' : 'publisher'),
    async run(press, tools) {
      const id = fieldOf(press.values, FIELD.mention);
      const mention = id === null ? undefined : await tools.store.read(mentionRef(id));
      if (mention === undefined) {
        return { ack: { errors: { [FIELD.mention]: tools.context().words.commands.unknownMention } } };
      }
      return FORMS[metaOf(press).purpose ?? 'reply'](press, tools, mention, '');
    },
  },
];
