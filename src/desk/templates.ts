import type { Lang } from './mention.ts';
import type { Template } from './settings.ts';
import { spokenName } from './spoken-name.ts';

/**
 * What a team starts with, in the customers' two languages; `{name}` is the customer's name. Written to be finished:
 * each leaves room for the fact that only the person who answers knows.
 */
export const DEFAULT_TEMPLATES: Template[] = [
  {
    id: 'look-en',
    lang: 'en',
    purpose: 'reply',
    title: 'We are looking into it',
    text: 'Hi {name}, thank you for telling us. We are looking into it now and will write to you here again today.',
  },
  {
    id: 'look-de',
    lang: 'de',
    purpose: 'reply',
    title: 'Wir sehen es uns an',
    text: 'Hallo {name}, danke für den Hinweis. Wir sehen uns das jetzt an und melden uns heute noch einmal hier.',
  },
  {
    id: 'call-en',
    lang: 'en',
    purpose: 'reply',
    title: 'May we call you back?',
    text: 'Hi {name}, we would like to sort this out with you directly. May we call you back today? Send us your number by direct message.',
  },
  {
    id: 'call-de',
    lang: 'de',
    purpose: 'reply',
    title: 'Dürfen wir zurückrufen?',
    text: 'Hallo {name}, das klären wir gern direkt. Dürfen wir Sie heute zurückrufen? Schicken Sie uns Ihre Nummer per Direktnachricht.',
  },
  {
    id: 'thanks-en',
    lang: 'en',
    purpose: 'reply',
    title: 'Thank you',
    text: 'Thank you, {name}, that made our day!',
  },
  {
    id: 'thanks-de',
    lang: 'de',
    purpose: 'reply',
    title: 'Danke',
    text: 'Danke, {name}, das freut das ganze Team!',
  },
  {
    id: 'holding-en',
    lang: 'en',
    purpose: 'holding',
    title: 'We are on it',
    text: 'Hi {name}, thank you for telling us. We are on it and will be back to you here {byWhen}.',
  },
  {
    id: 'holding-de',
    lang: 'de',
    purpose: 'holding',
    title: 'Wir bleiben am Ball',
    text: 'Hallo {name}, danke für den Hinweis. Wir bleiben am Ball und melden uns hier {byWhen} wieder.',
  },
  {
    id: 'wrong-late-en',
    lang: 'en',
    purpose: 'apology-wrong',
    title: 'We were late',
    text: 'We are sorry, {name}: we kept you waiting far too long',
  },
  {
    id: 'wrong-late-de',
    lang: 'de',
    purpose: 'apology-wrong',
    title: 'Wir waren zu spät',
    text: 'Es tut uns leid, {name}: Wir haben Sie viel zu lange warten lassen',
  },
  {
    id: 'wrong-fault-en',
    lang: 'en',
    purpose: 'apology-wrong',
    title: 'We made a mistake',
    text: 'We are sorry, {name}: this was our mistake',
  },
  {
    id: 'wrong-fault-de',
    lang: 'de',
    purpose: 'apology-wrong',
    title: 'Wir haben einen Fehler gemacht',
    text: 'Es tut uns leid, {name}: Das war unser Fehler',
  },
  {
    id: 'doing-repair-en',
    lang: 'en',
    purpose: 'apology-doing',
    title: 'We are repairing it',
    text: 'Our technicians are working on it',
  },
  {
    id: 'doing-repair-de',
    lang: 'de',
    purpose: 'apology-doing',
    title: 'Wir reparieren es',
    text: 'Unsere Technik arbeitet daran',
  },
  {
    id: 'doing-refund-en',
    lang: 'en',
    purpose: 'apology-doing',
    title: 'We refund it',
    text: 'You get your money back in full',
  },
  {
    id: 'doing-refund-de',
    lang: 'de',
    purpose: 'apology-doing',
    title: 'Wir erstatten',
    text: 'Sie bekommen Ihr Geld vollständig zurück',
  },
  {
    id: 'incident-en',
    lang: 'en',
    purpose: 'incident',
    title: 'Outage, first word',
    text: 'Some of you can’t use our service at the moment. We know, we are on it, and we will write here again within 30 minutes. We are sorry.',
  },
  {
    id: 'incident-de',
    lang: 'de',
    purpose: 'incident',
    title: 'Störung, erstes Wort',
    text: 'Einige von Ihnen können unseren Dienst gerade nicht nutzen. Wir wissen davon, arbeiten daran und melden uns hier in spätestens 30 Minuten wieder. Das tut uns leid.',
  },
];

/** What the places of a template are filled with. */
export interface Filling {
  readonly name: string;
  readonly handle: string;
  /** "by 5 pm", in the customer's language; the place stays as it is where no time was chosen. */
  readonly byWhen?: string;
}

/** A template's text for this customer. */
export function fillTemplate(template: Template, filling: Filling): string {
  return fillIn(template.text, filling);
}

/** The places of a text filled for this customer; what a name itself contains is never filled in. */
export function fillIn(text: string, { name, handle, byWhen }: Filling): string {
  return text.replace(/\{(name|handle|byWhen)\}/g, (place, field: string) => {
    if (field === 'byWhen') return byWhen ?? place;
    return field === 'name' ? spokenName(name, handle) : `@${handle}`;
  });
}

/** The team's own for holding replies, then those that every team starts with: a press must always have words to put in. */
export function holdingTemplates(templates: readonly Template[]): readonly Template[] {
  return [...templates, ...DEFAULT_TEMPLATES].filter(({ purpose }) => purpose === 'holding');
}

/** What a holding reply says in the customer's language. */
export function holdingTemplate(templates: readonly Template[], lang: Lang): Template | undefined {
  return holdingTemplates(templates).find((one) => one.lang === (lang === 'de' ? 'de' : 'en'));
}
