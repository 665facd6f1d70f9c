import { composeApology } from '../src/desk/apology.ts';
import type { Warning } from '../src/desk/checks/warning.ts';
import { crowdOf, type WordChecking, type WordToAll, warningsOfWord } from '../src/desk/checks/word-to-all.ts';
import type { Incident } from '../src/desk/incident.ts';
import { MINUTE_MS } from '../src/desk/instant.ts';
import { fieldOf } from '../views/form-values.ts';
import { WAS_STOPPED } from '../views/forms/warnings.ts';
import { FIELD, FORM } from '../views/ids.ts';
import { checkingOf } from './checks.ts';
import { metaOf } from './form.ts';
import type { SlackPress } from './handler.ts';
import { typedAside } from './incident-aside.ts';
import { partsOf } from './keep-typed.ts';
import type { Tools } from './tools.ts';
import type { Change } from './typing.ts';

/** Who wrote within so long tells what language those speak who read us. */
const LATELY_MS = 7 * 24 * 60 * MINUTE_MS;

/** What a word to everybody is looked at with. It asks nobody: all of it is in memory. */
export async function wordCheckingOf(press: SlackPress, tools: Tools): Promise<WordChecking> {
  const [checking, mentions] = await Promise.all([checkingOf(press, tools), tools.store.list('mention')]);
  const since = new Date(tools.clock.now().getTime() - LATELY_MS).toISOString();
  return { ...checking, crowd: crowdOf(mentions, since) };
}

/** What gives pause about a word of an incident whose form was stopped for it: looked at anew with each letter. */
export async function standingWordWarnings(
  press: SlackPress,
  tools: Tools,
  incident: Incident | undefined,
  change: Change,
): Promise<readonly Warning[]> {
  const { warned = [] } = metaOf(press);
  const word = wordIn(press, tools, change);
  if (word === null || !warned.includes(WAS_STOPPED)) return [];
  const checking = await wordCheckingOf(press, tools);
  return warningsOfWord(word, incident?.publications ?? [], checking, tools.desk(), tools.clock.now());
}

/** The word as it stands in its form; null of a form without one. */
function wordIn(press: SlackPress, tools: Tools, change: Change): WordToAll | null {
  const { by } = press;
  const text = change.text ?? fieldOf(press.values, FIELD.text) ?? '';
  const { answerDe, answerEn, confirmedBy } = typedAside(press);
  // Its field stands in the form: who confirmed it is asked there, not here.
  const aside = { answers: { de: answerDe, en: answerEn }, confirmedBy };
  switch (press.view?.callbackId) {
    case FORM.incidentStart:
      return { by, purpose: 'incident-start', text, with: aside };
    case FORM.incidentUpdate:
      return { by, purpose: 'incident-update', text, with: aside };
    case FORM.incidentResolve:
      return { by, purpose: 'incident-resolve', text, with: aside };
    case FORM.apology: {
      const parts = partsOf(press);
      const whole = { ...parts, wrong: change.wrong ?? parts.wrong, doing: change.doing ?? parts.doing };
      // The question who confirmed it stays while the text names somebody.
      return { by, purpose: 'apology', text: composeApology(whole, tools.desk().settings.language) };
    }
    default:
      return null;
  }
}
