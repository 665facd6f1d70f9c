import { type ChannelRule, withChannelOfKind } from '../src/desk/channels.ts';
import { CHECKS } from '../src/desk/checks/warning.ts';
import { topicsFrom } from '../src/desk/labels.ts';
import { KINDS } from '../src/desk/mention.ts';
import { PROMISE_MINUTES, type Settings, SLA_MINUTES, type Template } from '../src/desk/settings.ts';
import type { SettingsPatch } from '../src/desk/settings-change.ts';
import { datesFrom, handlesFrom, listFrom, numberFrom, spansFrom, timeFrom } from '../src/desk/settings-text.ts';
import { WEEKDAYS } from '../src/desk/week.ts';
import { type FormValues, fieldOf, listOf } from '../views/form-values.ts';
import { RINGS } from '../views/settings/bell.ts';
import { SETTING } from '../views/settings/ids.ts';
import { NOBODY } from '../views/settings/people.ts';
import { PURPOSES } from '../views/settings/templates.ts';
import { NEVER } from '../views/settings/times.ts';
import { YES } from '../views/settings/together.ts';
import type { Topic } from '../views/settings/topics.ts';
import { URGENCY_NUMBERS } from '../views/settings/urgency.ts';

/** What a submitted form says about the settings, as it was written; nothing of it is checked yet. */
export function patchOf(topic: Topic, values: FormValues, settings: Settings): SettingsPatch {
  switch (topic) {
    case 'hours': {
      const week = Object.fromEntries(WEEKDAYS.map((day) => [day, spansFrom(written(values, SETTING.day(day)))]));
      return { officeHours: { timeZone: written(values, SETTING.timeZone), week } };
    }
    case 'holidays':
      return { holidays: holidaysIn(values) };
    case 'sla':
      return {
        sla: Object.fromEntries(SLA_MINUTES.map((one) => [one, number(values, SETTING.sla(one))])),
        promise: Object.fromEntries(PROMISE_MINUTES.map((one) => [one, number(values, SETTING.promise(one))])),
      };
    case 'rights':
      return {
        publishers: named(values, SETTING.publishers, SETTING.publisherGroups, settings.publishers),
        leads: named(values, SETTING.leads, SETTING.leadGroups, settings.leads),
        trustedGuests: listOf(values, SETTING.trustedGuests) ?? settings.trustedGuests,
        approval: approvalIn(values, settings),
      };
    case 'onCall':
      return {
        onCall: onCallIn(values, settings),
        surge: { sensitivity: fieldOf(values, SETTING.surgeSensitivity) ?? settings.surge.sensitivity },
      };
    case 'channels':
      return { channels: channelsIn(values, settings) };
    case 'escalation':
      return { escalation: escalationIn(values, settings) };
    case 'together':
      return {
        claim: {
          ...settings.claim,
          idleMinutes: number(values, SETTING.idleMinutes),
          releaseAtClosing: fieldOf(values, SETTING.releaseAtClosing) === YES,
        },
        fold: fieldOf(values, SETTING.fold) === YES,
      };
    case 'urgency':
      return urgencyIn(values, settings);
    case 'signatures':
      return { signatures: signaturesIn(values, settings) };
    case 'checks':
      return checksIn(values, settings);
    case 'topics':
      return { topics: topicsFrom(`${written(values, SETTING.topics)}\n${written(values, SETTING.moreTopics)}`) };
    case 'bell':
      return {
        bell: {
          opening: fieldOf(values, SETTING.bellOpening) === RINGS,
          closing: fieldOf(values, SETTING.bellClosing) === RINGS,
        },
      };
    case 'reports': {
      const day = fieldOf(values, SETTING.weeklyDay);
      const time = timeFrom(written(values, SETTING.weeklyTime));
      return { reports: { ...settings.reports, weekly: day === null || day === NEVER ? null : { day, time } } };
    }
    case 'general':
      return {
        undoSeconds: number(values, SETTING.undoSeconds),
        expireMinutes: number(values, SETTING.expireMinutes),
        retentionDays: number(values, SETTING.retentionDays),
        incident: { updateMinutes: number(values, SETTING.updateMinutes) },
        language: fieldOf(values, SETTING.language) ?? settings.language,
      };
    case 'templates':
    case 'rules':
    case 'history':
      return {};
  }
}

/** The template as it stands in the form; what was not given is as in the one that it changes. */
export function templateIn(values: FormValues, template: Template): Template {
  const lang = fieldOf(values, SETTING.templateLang);
  const purpose = fieldOf(values, SETTING.templatePurpose);
  return {
    id: template.id,
    lang: lang === 'de' || lang === 'en' ? lang : template.lang,
    purpose: PURPOSES.find((one) => one === purpose) ?? template.purpose,
    title: written(values, SETTING.templateTitle),
    text: written(values, SETTING.templateText),
  };
}

/** Public holidays as a form names them; letters of a country or state are written large. */
export function holidaysIn(values: FormValues): Settings['holidays'] {
  const state = written(values, SETTING.state).toUpperCase();
  const region = written(values, SETTING.region).toUpperCase();
  return {
    country: written(values, SETTING.country).toUpperCase(),
    ...(state !== '' && { state }),
    ...(region !== '' && { region }),
    extra: datesFrom(written(values, SETTING.extra)),
    except: datesFrom(written(values, SETTING.except)),
  };
}

/** People and groups; a form that could not show the groups leaves them as they are. */
function named(values: FormValues, people: string, groups: string, present: readonly string[]): readonly string[] {
  const kept = present.filter((id) => id.startsWith('S'));
  return [...(listOf(values, people) ?? []), ...(listOf(values, groups) ?? kept)];
}

/** A form without these fields leaves them as they are; a list of boxes that were all unticked is there and empty. */
function checksIn(values: FormValues, settings: Settings): SettingsPatch {
  const on = listOf(values, SETTING.checks);
  const checks = on === null ? settings.checks : Object.fromEntries(CHECKS.map((one) => [one, on.includes(one)]));
  return { checks, publicContacts: topicsFrom(written(values, SETTING.publicContacts)) };
}

/** A form without these fields leaves them as they are. */
function approvalIn(values: FormValues, { approval }: Settings): unknown {
  const incidents = fieldOf(values, SETTING.approveIncidents);
  const apologies = fieldOf(values, SETTING.approveApologies);
  return {
    incidents: incidents === null ? approval.incidents : incidents === YES,
    apologies: apologies === null ? approval.apologies : apologies === YES,
    newcomerReplies: number(values, SETTING.newcomerReplies) ?? 0,
  };
}

function onCallIn(values: FormValues, { onCall }: Settings): unknown {
  const days = WEEKDAYS.map((day) => [day, listOf(values, SETTING.onCall(day)) ?? onCall[day]]);
  return { ...Object.fromEntries(days), changesAt: timeFrom(written(values, SETTING.onCallChangesAt)) };
}

/** The team's own channel is what a form means by an empty field; rules that it can't show stay. */
function channelsIn(values: FormValues, { channels }: Settings): unknown {
  return KINDS.reduce<readonly ChannelRule[]>(
    (rules, kind) => withChannelOfKind(rules, kind, fieldOf(values, SETTING.kindChannel(kind))),
    channels,
  );
}

function escalationIn(values: FormValues, { escalation }: Settings): unknown {
  const first = fieldOf(values, SETTING.escalationGroup);
  const group = first === null ? escalation.group : first === NOBODY ? undefined : first;
  const asked = fieldOf(values, SETTING.channelOf);
  const channel = fieldOf(values, SETTING.channel);
  const { [asked ?? '']: _before, ...others } = escalation.channels;
  const channels = channel === null ? others : { ...others, [asked ?? '']: channel };
  return { ...(group !== undefined && { group }), channels, chain: chainIn(values, escalation.chain) };
}

/** One step put in, changed or taken out; the desk says what is missing of it. */
function chainIn(values: FormValues, chain: Settings['escalation']['chain']): readonly unknown[] {
  const step = fieldOf(values, SETTING.chainStep);
  const who = [fieldOf(values, SETTING.chainPerson), fieldOf(values, SETTING.chainGroup)].filter((one) => one !== null);
  const minutes = number(values, SETTING.chainMinutes);
  const isEmpty = who.length === 0 && minutes === null;
  if (step === null) return isEmpty ? chain : [...chain, { to: who.join(' '), minutes: minutes ?? '' }];
  return chain.flatMap((one, index) => {
    if (String(index) !== step) return [one];
    return isEmpty ? [] : [{ to: who.length === 0 ? one.to : who.join(' '), minutes: minutes ?? one.minutes }];
  });
}

/** A form that could not show the groups leaves the one that is set. */
function urgencyIn(values: FormValues, { lock }: Settings): SettingsPatch {
  const chosen = fieldOf(values, SETTING.lockGroup);
  const group = chosen === null ? lock.group : chosen === NOBODY ? undefined : chosen;
  return {
    urgency: Object.fromEntries(URGENCY_NUMBERS.map((one) => [one, number(values, SETTING.urgency(one))])),
    lock: { ...(group !== undefined && { group }), people: listOf(values, SETTING.lockPeople) ?? lock.people },
    vip: handlesFrom(written(values, SETTING.vip)),
    mute: {
      handles: handlesFrom(written(values, SETTING.muteHandles)),
      words: listFrom(written(values, SETTING.muteWords)),
    },
  };
}

function signaturesIn(values: FormValues, { signatures }: Settings): unknown {
  const signer = fieldOf(values, SETTING.signer) ?? '';
  const initials = written(values, SETTING.initials).replace(/^\^/, '');
  const { [signer]: _before, ...others } = signatures;
  return initials === '' ? others : { ...others, [signer]: initials };
}

function number(values: FormValues, field: string): number | string | null {
  return numberFrom(fieldOf(values, field));
}

function written(values: FormValues, field: string): string {
  return fieldOf(values, field)?.trim() ?? '';
}
