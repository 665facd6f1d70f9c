import { CallFault } from '../src/desk/fault.ts';
import type { Settings } from '../src/desk/settings.ts';
import { TriggerGone } from '../src/slack/modals.ts';
import { StoreFault } from '../src/store/index.ts';

interface FaultWords {
  readonly cantSave: string;
  readonly triggerGone: string;
  readonly slackBusy: string;
  readonly slackRefused: (why: string) => string;
  readonly unexpected: string;
  readonly groupUnknown: (why: string) => string;
  readonly done: string;
  readonly unknownCommand: (command: string) => string;
}

type Language = Settings['language'];

const WORDS: Readonly<Record<Language, FaultWords>> = {
  en: {
    cantSave:
      'Earshot can’t save at the moment, so nothing was sent or changed. Please copy your text and try again in a minute; whoever runs Earshot finds the reason in its log.',
    triggerGone: 'Slack was too slow to open the form. Nothing was changed; please press again.',
    slackBusy: 'Slack is not answering at the moment. Nothing that was saved is lost; please try again in a minute.',
    slackRefused: (why) => `Slack did not take it (${why}). Nothing that was saved is lost; please try again.`,
    unexpected:
      'Something went wrong inside Earshot. Nothing that was saved is lost. Please try again; if it happens again, tell whoever runs Earshot: the reason is in its log.',
    groupUnknown: (why) => `Slack did not say who is in your user groups (${why}). Please try again in a minute.`,
    done: 'Done. You can close this.',
    unknownCommand: (command) => `Earshot does not know ${command}. \`/mentions help\` shows what it knows.`,
  },
  de: {
    cantSave:
      'Earshot kann gerade nicht speichern; nichts wurde gesendet oder geändert. Bitte den Text kopieren und es in einer Minute noch einmal versuchen. Der Grund steht im Protokoll von Earshot.',
    triggerGone: 'Slack war zu langsam, um das Formular zu öffnen. Nichts wurde geändert; bitte noch einmal drücken.',
    slackBusy: 'Slack antwortet gerade nicht. Gespeichertes ist nicht verloren; bitte in einer Minute noch einmal.',
    slackRefused: (why) =>
      `Slack hat es nicht angenommen (${why}). Gespeichertes ist nicht verloren; bitte noch einmal.`,
    unexpected:
      'In Earshot ist etwas schiefgegangen. Gespeichertes ist nicht verloren. Bitte noch einmal versuchen; wenn es wieder geschieht, hilft, wer Earshot betreibt: Der Grund steht im Protokoll.',
    groupUnknown: (why) =>
      `Slack hat nicht gesagt, wer in den Benutzergruppen ist (${why}). Bitte in einer Minute noch einmal.`,
    done: 'Erledigt. Dieses Fenster kann geschlossen werden.',
    unknownCommand: (command) => `Earshot kennt ${command} nicht. \`/mentions help\` zeigt, was es kennt.`,
  },
};

export function faultWords(language: Language): FaultWords {
  return WORDS[language];
}

/** What went wrong in the person's words: what happened, that nothing was lost, what to do. */
export function textOfFault(error: unknown, language: Language): string {
  const words = faultWords(language);
  if (error instanceof StoreFault) return words.cantSave;
  if (error instanceof TriggerGone) return words.triggerGone;
  if (error instanceof CallFault) {
    return error.fault.act === 'give-up' ? words.slackRefused(error.fault.why) : words.slackBusy;
  }
  return words.unexpected;
}
