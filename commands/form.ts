import type { ModalView } from '@slack/types';
import type { Refusal } from '../src/desk/decision.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Mention } from '../src/desk/mention.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { type FormMeta, parseFormMeta } from '../views/form-meta.ts';
import { errorModal } from '../views/forms/reading.ts';
import { refusalText } from '../views/refusal.ts';
import { DONE, type Reply, type SlackPress } from './handler.ts';
import type { Tools } from './tools.ts';

/** What the form carried; empty for a form that is not ours. It is a hint, never a permission. */
export function metaOf(press: SlackPress): FormMeta {
  return parseFormMeta(press.view?.privateMetadata ?? '') ?? { seen: [] };
}

/** The mention that a form is about, as it is now. */
export async function mentionOfForm(press: SlackPress, tools: Tools): Promise<Mention | undefined> {
  const { mention } = metaOf(press);
  return mention === undefined ? undefined : tools.store.read(mentionRef(mention));
}

/** The incident that a form is about, as it is now. */
export async function incidentOfForm(press: SlackPress, tools: Tools): Promise<Incident | undefined> {
  const { incident } = metaOf(press);
  return incident === undefined ? undefined : tools.store.read(incidentRef(incident));
}

/** Shows a modal: in the place of the form that was just submitted, else by the press's trigger. */
export async function show(press: SlackPress, tools: Tools, view: ModalView): Promise<Reply> {
  return (await showAt(press, tools, view)).shown;
}

/** As `show`, with the place where it stands: null where it stands in that of the form. */
export async function showAt(press: SlackPress, tools: Tools, view: ModalView) {
  if (press.kind === 'form') return { shown: { ack: { update: view } } satisfies Reply, place: null };
  return { place: await tools.open(press, view), shown: DONE };
}

/** Shows why not on top of the menu in which it was pressed: a direct message would lie behind it. */
export async function showRefusal(press: SlackPress, tools: Tools, refusal: Refusal): Promise<Reply> {
  if (press.view?.type !== 'modal' || refusal.reason === 'already-handled') return { refused: refusal };
  const ctx = tools.context();
  return show(press, tools, errorModal(refusalText(refusal, ctx), ctx));
}
