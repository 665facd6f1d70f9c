import type { ApologyParts } from '../src/desk/apology.ts';
import { isEmptyAside } from '../src/desk/aside.ts';
import { forgetDraft, keepTyped, unsentApology } from '../src/desk/draft.ts';
import type { Lang } from '../src/desk/mention.ts';
import { newPerson } from '../src/desk/person.ts';
import type { Purpose } from '../src/desk/publication.ts';
import { incidentRef, mentionRef, personRef } from '../src/desk/ref.ts';
import type { Unsent } from '../src/desk/unsent.ts';
import { fieldOf } from '../views/form-values.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { metaOf } from './form.ts';
import type { Reply, SlackPress } from './handler.ts';
import { typedAside } from './incident-aside.ts';
import type { Tools } from './tools.ts';

/** What was put into an open form for its person, beside what they typed. */
interface PutIn {
  readonly text?: string;
  readonly wrong?: string;
  readonly doing?: string;
}

/** Remembers what the form holds now, so that neither Esc nor a crash loses it; saved a moment later. */
export function noteTyped(press: SlackPress, tools: Tools, putIn: PutIn = {}): void {
  const save = saveOf(press, tools, putIn);
  if (press.view !== null && save !== null) tools.typed.note(press.view.id, save);
}

/** The form was closed without sending. Slack may leave out what it held; then the last letter told it. */
export async function keepOnClosing(press: SlackPress, tools: Tools): Promise<void> {
  if (press.view === null) return;
  if (Object.keys(press.values).length > 0) noteTyped(press, tools);
  await tools.typed.flush(press.view.id);
}

/** Sends a form: what was typed in it is kept until that is saved, and goes on being kept where it is refused. */
export async function sendTyped(press: SlackPress, tools: Tools, send: () => Promise<Reply>): Promise<Reply> {
  const form = press.view?.id ?? '';
  await tools.typed.pause(form);
  const reply = await send();
  if (isRefusal(reply)) noteTyped(press, tools);
  else tools.typed.over(form);
  return reply;
}

function isRefusal({ refused, ack }: Reply): boolean {
  return refused !== undefined || (ack !== undefined && !('clear' in ack));
}

/** The first word of an incident belongs to no incident yet: its starter keeps it. */
export async function forgetStart(press: SlackPress, tools: Tools): Promise<void> {
  if ((await tools.store.read(personRef(press.by))) === undefined) return;
  await tools.store.change(personRef(press.by), (state) => forgetDraft(state, press.by, 'incident-start'));
}

function saveOf(press: SlackPress, tools: Tools, putIn: PutIn): (() => Promise<void>) | null {
  const { mention, incident, tellsOf, corrects } = metaOf(press);
  const ends = { ...(tellsOf !== undefined && { tellsOf }), ...(corrects !== undefined && { corrects }) };
  const text = putIn.text ?? fieldOf(press.values, FIELD.text) ?? '';
  const whole = (what: Purpose): Unsent => ({ by: press.by, purpose: what, text });
  const word = (what: Purpose): Unsent => {
    const aside = typedAside(press);
    return { ...whole(what), ...(isEmptyAside(aside) ? {} : { aside }) };
  };
  switch (press.view?.callbackId) {
    case FORM.reply:
    case FORM.replyAnyway:
      return onMention(() => ({ ...whole('reply'), ...altOf(press), ...ends }));
    case FORM.apology: {
      const before = partsOf(press);
      const parts = { ...before, wrong: putIn.wrong ?? before.wrong, doing: putIn.doing ?? before.doing };
      const unsent = (lang: Lang) => unsentApology(press.by, parts, lang);
      return incident === undefined ? onMention(unsent) : onIncident(unsent(tools.desk().settings.language));
    }
    case FORM.incidentUpdate:
      return onIncident(word('incident-update'));
    case FORM.incidentResolve:
      return onIncident(word('incident-resolve'));
    case FORM.incidentStart:
      return onPerson({ ...word('incident-start'), title: fieldOf(press.values, FIELD.title) ?? '' });
    default:
      return null;
  }

  function onMention(unsent: (lang: Lang) => Unsent): (() => Promise<void>) | null {
    if (mention === undefined) return null;
    return async () => {
      await tools.store.change(mentionRef(mention), (state) => keepTyped(state, unsent(state.lang), tools.clock.now()));
    };
  }

  function onIncident(unsent: Unsent): (() => Promise<void>) | null {
    if (incident === undefined) return null;
    return async () => {
      await tools.store.change(incidentRef(incident), (state) => keepTyped(state, unsent, tools.clock.now()));
    };
  }

  function onPerson(unsent: Unsent): () => Promise<void> {
    return async () => {
      await tools.store.create('person', press.by, () => newPerson(press.by));
      await tools.store.change(personRef(press.by), (state) => keepTyped(state, unsent, tools.clock.now()));
    };
  }
}

/** What a picture shows that was chosen for the text; a form can't be given the picture again. */
function altOf(press: SlackPress): { readonly alt?: string } {
  const alt = fieldOf(press.values, FIELD.alt)?.trim() ?? '';
  return alt === '' ? {} : { alt };
}

/** The fields of an apology as they stand in its form. */
export function partsOf(press: SlackPress): ApologyParts {
  return {
    wrong: fieldOf(press.values, FIELD.wrong) ?? '',
    doing: fieldOf(press.values, FIELD.doing) ?? '',
    byWhen: fieldOf(press.values, FIELD.byWhen) ?? '',
  };
}
