import type { ModalView } from '@slack/types';
import { type PublicWord, recipientsOf } from '../src/desk/correction.ts';
import { publicationOf } from '../src/desk/publishing.ts';
import { correctionModal } from '../views/forms/correction.ts';
import { parsePressValue } from '../views/value.ts';
import { metaOf, show } from './form.ts';
import { DONE, type Reply, type SlackPress } from './handler.ts';
import { publisherRef } from './publisher-ref.ts';
import type { Tools } from './tools.ts';

/** The text with which a correction began, as a button or a form carries it; null where it is no more. */
export async function wordOf(value: string | undefined, tools: Tools): Promise<PublicWord | null> {
  const pressed = value === undefined ? null : parsePressValue(value);
  const ref = pressed === null ? null : publisherRef(pressed.ref);
  const state = ref === null ? undefined : await tools.store.read(ref);
  const publication = state && publicationOf(state, pressed?.id ?? '');
  return state === undefined || publication === undefined || state.forgotten !== null ? null : { state, publication };
}

/** Everybody who got it, as it is now. */
export async function listOf(word: PublicWord, page: number, tools: Tools) {
  const recipients = recipientsOf(word, await tools.store.list('mention'));
  return correctionModal({ word, recipients, page }, tools.context());
}

/** In the place of the list in which something was pressed. */
export async function showInPlace(press: SlackPress, tools: Tools, view: ModalView): Promise<Reply> {
  if (press.view === null) return show(press, tools, view);
  await tools.update({ id: press.view.id }, view);
  return DONE;
}

/** The form closes, and the list below it shows what came of it. */
export async function backToList(press: SlackPress, tools: Tools): Promise<Reply> {
  const source = await wordOf(metaOf(press).source, tools);
  const below = press.view?.previousId ?? null;
  if (source === null || below === null) return DONE;
  return {
    afterwards: async () => {
      await tools.update({ id: below }, await listOf(source, 1, tools));
    },
  };
}

export function gone(tools: Tools): Reply {
  return { say: tools.context().words.correction.nothing };
}
