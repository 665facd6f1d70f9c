import type { Refusal } from '../src/desk/decision.ts';
import { APP, ELSEWHERE, OPERATOR } from '../src/desk/history.ts';
import type { PublicationFaultCode } from '../src/desk/publication.ts';
import type { PlaceFault, SettingsFault } from '../src/desk/settings-fault.ts';
import type { ViewContext } from './context.ts';
import { lockedText } from './lock.ts';
import { channel, eitherWay, quote, shorten, snippet, user, when } from './text.ts';

/**
 * A refusal in the person's words: what happened, and what to do; `mrkdwn`. What is about the typed text itself
 * (`too-long`, `unsuitable-text`) has no markup, so that it also fits under a field of a form.
 */
export function refusalText(refusal: Refusal, ctx: ViewContext): string {
  const words = ctx.words.refusal;
  switch (refusal.reason) {
    case 'already-done':
      return words.alreadyDone;
    case 'already-handled':
      return words.alreadyHandled;
    case 'answered-meanwhile':
      if (refusal.by === ELSEWHERE) return words.answeredDirectly(when(refusal.at), quote(refusal.text, 600));
      return words.answeredMeanwhile(user(refusal.by), when(refusal.at), quote(refusal.text, 600));
    case 'edited-meanwhile':
      return words.editedMeanwhile(quote(refusal.was, 600), quote(refusal.text, 600));
    case 'post-deleted':
      return words.postDeleted;
    case 'warned':
      return refusal.warnings.map(({ check }) => ctx.words.checks.name[check]).join(', ');
    case 'reply-by-hand':
      return words.replyByHand;
    case 'claimed-by':
      return words.claimedBy(user(refusal.by));
    case 'not-yours':
      return refusal.by === null ? words.notYoursNobody : words.notYours(user(refusal.by));
    case 'not-yours-to-give':
      return words.notYoursToGive(user(refusal.by));
    case 'to-oneself':
      return words.toOneself;
    case 'has-it-already':
      return words.hasItAlready(user(refusal.by));
    case 'carries-nothing':
      return words.carriesNothing(user(refusal.by));
    case 'touched-again':
      return words.touchedAgain(user(refusal.by));
    case 'time-past':
      return words.timePast;
    case 'closed':
      return words.closed;
    case 'too-long':
      return words.tooLong(refusal.length, refusal.limit);
    case 'promise-time':
      return ctx.words.promises.time[refusal.why];
    case 'unsuitable-text':
      return words.unsuitable[refusal.why](eitherWay(refusal.what));
    case 'topic-too-long':
      return words.topicTooLong(eitherWay(refusal.what), refusal.limit);
    case 'too-many-topics':
      return words.tooManyTopics(refusal.limit);
    case 'ticket-unfit':
      return words.ticketUnfit;
    case 'undo-too-late':
      return refusal.status === 'failed' ? words.undoFailed : words.undoTooLate;
    case 'nothing-published':
      return words.nothingPublished;
    case 'unknown-publication':
      return words.unknownPublication;
    case 'promises-taken':
      return ctx.words.bell.promisesTaken(user(refusal.by));
    case 'not-under-ours':
      return ctx.words.hide.notUnderOurs;
    case 'unknown-escalation':
      return words.unknownEscalation;
    case 'escalation-taken':
      return words.escalationTaken(user(refusal.by), when(refusal.at));
    case 'escalation-ended':
      return words.escalationEnded[refusal.how](user(refusal.by), when(refusal.at));
    case 'incident-over':
      return words.incidentOver;
    case 'paused':
      return words.paused(user(refusal.by), when(refusal.at));
    case 'may-not-resume':
      return words.mayNotResume(user(refusal.by));
    case 'own-approval':
      return words.ownApproval;
    case 'guest-approval':
      return words.guestApproval;
    case 'guest-others':
      return words.guestOthers;
    case 'linked-elsewhere':
      return words.linkedElsewhere(refusal.number);
    case 'not-linked':
      return words.notLinked;
    case 'told-already':
      return words.toldAlready(user(refusal.by), when(refusal.at));
    case 'nothing-to-tell':
      return words.nothingToTell;
    case 'not-staff':
      return words.notStaff(channel(refusal.channel));
    case 'not-asked':
      return words.notAsked;
    case 'guest':
      return words.guest;
    case 'locked':
      return lockedText(refusal.number, refusal.causes, ctx);
    case 'not-keyholder':
      return ctx.words.urgency.lock.notKeyholder;
    case 'no-publishers':
      return words.noPublishers;
    case 'not-publisher':
      return words.notPublisher;
    case 'not-lead':
      return words.notLead;
    case 'nobody-named':
      return ctx.words.settings.nobodyNamed;
    case 'settings-changed':
      return ctx.words.settings.changedMeanwhile(user(refusal.by), when(refusal.at));
    case 'settings-invalid':
      return refusal.faults.map((fault) => settingsFaultText(fault, ctx)).join('\n');
    case 'alarm-taken':
      return ctx.words.alarm.alreadyTaken(user(refusal.by), when(refusal.at));
    case 'alarm-over':
      return ctx.words.alarm.alreadyOver;
    case 'last-lead':
      return ctx.words.settings.lastLead;
    case 'forgotten':
    case 'nobody-to-forget':
    case 'held':
      return privacyText(refusal, ctx);
  }
}

/** What is wrong with one value of the settings; plain text, for under its field. */
export function settingsFaultText({ code, what }: SettingsFault, ctx: ViewContext): string {
  return ctx.words.settings.fault[code](eitherWay(what));
}

/** What nobody knows about the place whose public holidays are wanted; plain text. */
export function placeFaultText({ field, value, known }: PlaceFault, ctx: ViewContext): string {
  const { settings } = ctx.words;
  const list = shorten(known.join(', '), 400);
  return list === ''
    ? settings.noPlaces[field](eitherWay(value))
    : settings.unknownPlace[field](eitherWay(value), list);
}

/** Why a publication did not go out, and what to do. */
export function faultText(code: PublicationFaultCode, ctx: ViewContext): string {
  return ctx.words.card.fault[code];
}

/** Why nothing can be done with it, or why it is not deleted. */
function privacyText(
  refusal: Extract<Refusal, { reason: 'forgotten' | 'nobody-to-forget' | 'held' }>,
  ctx: ViewContext,
): string {
  const { privacy } = ctx.words;
  switch (refusal.reason) {
    case 'forgotten':
      if (refusal.by === APP) return privacy.outdatedRefusal(when(refusal.at));
      return privacy.forgottenRefusal(
        refusal.by === OPERATOR ? ctx.words.reading.operator : user(refusal.by),
        when(refusal.at),
      );
    case 'nobody-to-forget':
      return privacy.nobodyToForget;
    case 'held':
      return privacy.heldRefusal(
        `#${refusal.number}`,
        privacy.held(user(refusal.by), when(refusal.at), snippet(refusal.why, 300)),
      );
  }
}
