import { approve, sendBack } from '../src/desk/approval.ts';
import { isRefused, type Outcome } from '../src/desk/decision.ts';
import { type Publisher, publicationOf } from '../src/desk/publishing.ts';
import { fieldOf } from '../views/form-values.ts';
import { giveBackModal } from '../views/forms/give-back.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { incidentOfForm, mentionOfForm, metaOf, show } from './form.ts';
import { DONE, type Handler, type Reply, type SlackPress, type Who } from './handler.ts';
import { publisherRef } from './publisher-ref.ts';
import type { Tools } from './tools.ts';
import { writerOf } from './writer.ts';

/** A text that takes two: the second person approves it or sends it back; a lead may let it go without one. */
export const approval: readonly Handler[] = [
  decideOn(ACTION.approve, 'publisher', false),
  decideOn(ACTION.sendAlone, 'lead', true),
  {
    on: { action: ACTION.giveBack },
    who: 'trusted',
    async run(press, tools) {
      const value = parsePressValue(press.value ?? '');
      const ref = value === null ? null : publisherRef(value.ref);
      const about = ref === null ? undefined : await tools.store.read(ref);
      const publication = about === undefined ? undefined : publicationOf(about, value?.id ?? '');
      if (about === undefined || publication === undefined) return { refused: { reason: 'unknown-publication' } };
      if (publication.status !== 'approval') return { refused: { reason: 'already-done' } };
      return show(press, tools, giveBackModal(about, publication, tools.context()));
    },
  },
  { on: { form: FORM.giveBack }, who: 'trusted', run: giveBack },
];

function decideOn(action: string, who: Who, override: boolean): Handler {
  return {
    on: { action },
    who,
    async run(press, tools) {
      const value = parsePressValue(press.value ?? '');
      const ref = value === null ? null : publisherRef(value.ref);
      if (value?.id === undefined || ref === null) return { refused: { reason: 'unknown-publication' } };
      const { id } = value;
      const by = { ...press, standing: await writerOf(press, tools) };
      return told(
        await tools.store.change(ref, (state): Outcome<Publisher> => {
          return approve(state, id, by, { override }, tools.desk(), tools.clock.now());
        }),
      );
    },
  };
}

async function giveBack(press: SlackPress, tools: Tools): Promise<Reply> {
  const about = (await incidentOfForm(press, tools)) ?? (await mentionOfForm(press, tools));
  const ref = about === undefined ? null : publisherRef(about);
  const { publication } = metaOf(press);
  if (ref === null || publication === undefined)
    return { refused: { reason: 'unknown-publication' }, at: FIELD.reason };
  const reason = fieldOf(press.values, FIELD.reason)?.trim() ?? '';
  const outcome = await tools.store.change(ref, (state): Outcome<Publisher> => {
    return sendBack(state, publication, press, reason, tools.clock.now());
  });
  return told(outcome, FIELD.reason);
}

function told(outcome: object, at?: string): Reply {
  if (!isRefused(outcome)) return DONE;
  return { refused: outcome.refused, ...(at !== undefined && { at }) };
}
