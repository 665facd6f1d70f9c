import { countText } from '../src/desk/answer.ts';
import { type ApologyParts, composeApology } from '../src/desk/apology.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { draftOf } from '../src/desk/draft.ts';
import { startWriting } from '../src/desk/handling.ts';
import type { Incident } from '../src/desk/incident.ts';
import type { Lang, Mention } from '../src/desk/mention.ts';
import { mentionRef } from '../src/desk/ref.ts';
import { fieldOf } from '../views/form-values.ts';
import { apologyModal } from '../views/forms/apology.ts';
import { draftNotice } from '../views/forms/reply.ts';
import { ACTION, FIELD, FORM } from '../views/ids.ts';
import { byWhenOf, timeOf } from './back-by.ts';
import { askWhoConfirmed, blamedUnconfirmed, stillAsking } from './blamed.ts';
import { nothingToAnswer } from './by-hand.ts';
import { offersFor } from './checks.ts';
import { incidentOfValue, mentionOfValue } from './find.ts';
import { incidentOfForm, mentionOfForm, metaOf, show } from './form.ts';
import { helpWith } from './form-help.ts';
import type { Handler, Reply, SlackPress } from './handler.ts';
import { chooseIncident, speakFor } from './incident-words.ts';
import { partsOf } from './keep-typed.ts';
import { onClosed } from './on-mention.ts';
import { type Again, send, stoppedBy } from './send.ts';
import { openForTarget } from './target.ts';
import type { Tools } from './tools.ts';
import type { Change } from './typing.ts';

/** An apology has its own form: what went wrong, what we do about it, by when; to one customer or to everybody. */
export const apologise: readonly Handler[] = [
  {
    on: { command: ['apologise', 'apologize'] },
    who: 'publisher',
    async run(press, tools) {
      const incident = /^\s*incident\b(.*)$/is.exec(press.text);
      if (incident === null) return openForTarget(press, tools, 'apology', openApology);
      return chooseIncident(incident[1] ?? '', tools, (one) => openApology(press, tools, one));
    },
  },
  {
    on: { action: ACTION.apologise },
    who: 'publisher',
    async run(press, tools) {
      const about =
        (await mentionOfValue(tools.store, press.value)) ?? (await incidentOfValue(tools.store, press.value));
      return about === undefined
        ? { say: tools.context().words.commands.unknownMention }
        : openApology(press, tools, about);
    },
  },
  {
    on: { form: FORM.apology },
    who: 'publisher',
    async run(press, tools) {
      const parts = partsOf(press);
      const mention = await mentionOfForm(press, tools);
      if (mention !== undefined) {
        const time = timeOf(press, tools);
        const byWhen = byWhenOf(parts.byWhen, time, mention, tools);
        const text = composeApology({ ...parts, byWhen }, mention.lang);
        const named = { parts, promiseDueAt: time?.dueAt ?? null };
        const again: Again = (latest, warnings) => apologyFormAgain(press, tools, latest, stoppedBy(press, warnings));
        return send(press, tools, { text, purpose: 'apology', with: named, again }, FIELD.wrong);
      }
      const incident = await incidentOfForm(press, tools);
      const text = composeApology(parts, teamsLang(tools));
      const blamed = blamedUnconfirmed(text, press, tools);
      if (incident !== undefined && blamed !== null) {
        const warnings = [{ check: 'blame', words: blamed } as const];
        // The question stands in the form already: it wants an answer.
        const asked = press.view?.inputs.includes(FIELD.confirmedBy) ? askWhoConfirmed(text, press, tools) : null;
        return asked ?? { ack: { update: apologyFormAgain(press, tools, incident, stoppedBy(press, warnings)) } };
      }
      const confirmedBy = fieldOf(press.values, FIELD.confirmedBy)?.trim() || null;
      const again = (one: Incident, warnings: readonly Warning[]) =>
        apologyFormAgain(press, tools, one, stoppedBy(press, stillAsking(warnings, text, press, tools)));
      const word = { purpose: 'apology', text, updateMinutes: null, with: { parts, confirmedBy }, again } as const;
      return speakFor(press, tools, incident, word, FIELD.wrong);
    },
  },
  onClosed(FORM.apology),
];

/** Opens the form; an apology that did not get out is offered, each field as it was typed. */
export async function openApology(press: SlackPress, tools: Tools, about: Mention | Incident): Promise<Reply> {
  const nothing = about.type === 'mention' ? nothingToAnswer(about) : null;
  if (nothing !== null) return nothing;
  const draft = draftOf(about, press.by, 'apology');
  const parts = draft?.parts ?? { wrong: '', doing: '', byWhen: '' };
  const notice = draft === null ? {} : { notice: draftNotice(draft.why, tools.context()) };
  const seen = about.publications.map((publication) => publication.id);
  const help = about.type === 'mention' ? await helpWith(about, 'apology', tools) : null;
  const length = lengthOf(parts, about, press, tools);
  const said = about.type === 'mention' ? composeApology(parts, about.lang) : '';
  const warnings = about.type === 'mention' ? offersFor(press, tools, about, { text: said, purpose: 'apology' }) : [];
  const form = { about, user: press.by, ...parts, seen, length, ranked: help?.ranked, warnings, ...notice };
  const shown = await show(press, tools, apologyModal(form, tools.context()));
  if (about.type === 'incident') return shown;
  return {
    ...shown,
    afterwards: async () => {
      await tools.store.change(mentionRef(about.id), (state) => startWriting(state, press.by, tools.clock.now()));
    },
  };
}

/** The form again with what stands in it now; for the live preview and for templates. */
export function apologyFormAgain(
  press: SlackPress,
  tools: Tools,
  about: Mention | Incident,
  {
    inserted,
    time: chosen,
    warnings = [],
    warned = metaOf(press).warned ?? [],
    notice,
    ...typed
  }: Partial<ApologyParts> & Pick<Change, 'inserted' | 'time' | 'warnings' | 'warned' | 'notice'>,
) {
  const meta = metaOf(press);
  const parts = { ...partsOf(press), ...typed };
  const time = chosen === undefined ? timeOf(press, tools) : chosen;
  const saidByWhen = about.type === 'mention' ? byWhenOf(parts.byWhen, time, about, tools) : parts.byWhen;
  const length = lengthOf({ ...parts, byWhen: saidByWhen }, about, press, tools);
  const form = {
    about,
    user: press.by,
    ...parts,
    time,
    saidByWhen,
    seen: meta.seen,
    read: meta.post,
    length,
    ranked: meta.ranked,
    warnings,
    warned,
    ...(notice !== undefined && { notice }),
  };
  return apologyModal({ ...form, inserted: inserted ?? meta.inserted ?? 0 }, tools.context());
}

function lengthOf(parts: ApologyParts, about: Mention | Incident, press: SlackPress, tools: Tools) {
  const isMention = about.type === 'mention';
  const text = composeApology(parts, isMention ? about.lang : teamsLang(tools));
  return countText(text, isMention ? press.by : null, tools.desk());
}

/** Everybody reads an incident's apology: the team's own language. */
function teamsLang(tools: Tools): Lang {
  return tools.desk().settings.language;
}
