import type { Refusal } from '../src/desk/decision.ts';
import { askedOf } from '../src/desk/escalation.ts';
import { isLocked, lockCauses, lockIds } from '../src/desk/lock.ts';
import type { Mention } from '../src/desk/mention.ts';
import { staffChannels, staffIds } from '../src/desk/rights.ts';
import { settingsEditors } from '../src/desk/settings-change.ts';
import type { Membership } from '../src/slack/people.ts';
import { ACTION, FORM } from '../views/ids.ts';
import { parsePressValue } from '../views/value.ts';
import { aboutMention, mentionOfPress } from './find.ts';
import type { SlackPress, Who } from './handler.ts';
import { publisherRef } from './publisher-ref.ts';
import type { Tools } from './tools.ts';
import { guestOf } from './writer.ts';

/** What Slack did not tell, and its reason. */
export interface Unknown {
  readonly what: 'groups' | 'channel' | 'person';
  readonly why: string;
}

/** A "no"; where Slack could not be asked, that is the reason, and another try may end otherwise. */
export interface Denied {
  readonly refusal: Refusal;
  readonly unknown: Unknown | null;
}

/**
 * Whether the presser may, by the team's settings and as Slack knows them at this moment; null means yes. It is the only
 * place where that is decided. Guests and people of other companies may only what they are named for themselves: neither
 * a user group nor being in a channel lets them in.
 */
export async function denied(who: Who, press: SlackPress, tools: Tools): Promise<Denied | null> {
  const locked = await lockedFor(who, press, tools);
  return locked === null ? deniedByRight(who, press, tools) : deniedLocked(locked, who, press, tools);
}

async function deniedByRight(who: Who, press: SlackPress, tools: Tools): Promise<Denied | null> {
  const { publishers, leads } = tools.desk().settings;
  switch (who) {
    case 'anyone':
      return null;
    case 'staff':
      return deniedStaff(press, tools);
    case 'asked':
      return deniedAsked(press, tools);
    case 'publisher':
      if (publishers.length === 0 && leads.length === 0) return no({ reason: 'no-publishers' });
      return deniedUnlessNamed(press, [...publishers, ...leads], { reason: 'not-publisher' }, tools);
    case 'own':
      return deniedByRight((await isOfPresser(press, tools)) ? 'publisher' : 'trusted', press, tools);
    case 'trusted':
      return (await deniedByRight('publisher', press, tools)) ?? (await deniedUntrusted(press, tools));
    case 'lead':
      return deniedUnlessNamed(press, leads, { reason: 'not-lead' }, tools);
    case 'keyholder':
      return deniedUnlessNamed(
        press,
        [...leads, ...lockIds(tools.desk().settings)],
        { reason: 'not-keyholder' },
        tools,
      );
    case 'settings':
      return deniedSettings(press, tools);
    case 'resume':
      return deniedResuming(press, tools);
  }
}

/** Rights that let something out to the public; of a mention that is locked they are the keyholders' alone. */
const OUTWARD: readonly Who[] = ['publisher', 'own', 'trusted', 'lead'];

/** Presses with such a right that bring nothing before the public: taking back, looking, keeping. */
const INWARD: readonly string[] = [
  ACTION.undo,
  ACTION.deleteReply,
  ACTION.isThere,
  ACTION.giveBack,
  FORM.giveBack,
  ACTION.hold,
  FORM.hold,
  FORM.liftHold,
  ACTION.tellList,
  ACTION.tellPage,
  ACTION.tellSkip,
  FORM.skipEnd,
];

/** The mention that a press would answer although it is locked; null where no lock is in the way. */
async function lockedFor(who: Who, press: SlackPress, tools: Tools): Promise<Mention | null> {
  if (!OUTWARD.includes(who) || INWARD.includes(press.name)) return null;
  const { settings } = tools.desk();
  if (lockIds(settings).length === 0) return null;
  const mention = await aboutMention(press, tools.store);
  return mention !== undefined && isLocked(mention, settings) ? mention : null;
}

/** Who is named for what is locked may answer it, and is no publisher of anything else. Whoever may not anyway hears that. */
async function deniedLocked(mention: Mention, who: Who, press: SlackPress, tools: Tools): Promise<Denied | null> {
  const refusal = { reason: 'locked', number: mention.number, causes: lockCauses(mention) } as const;
  const no = await deniedUnlessNamed(press, lockIds(tools.desk().settings), refusal, tools);
  if (no !== null) return (await deniedByRight(who, press, tools)) ?? no;
  if (who === 'lead') return deniedByRight(who, press, tools);
  if (who === 'publisher' || (who === 'own' && (await isOfPresser(press, tools)))) return null;
  return deniedUntrusted(press, tools);
}

/** For a rule that lets some people do more than others. */
export async function isAllowed(who: Who, press: SlackPress, tools: Tools): Promise<boolean> {
  return (await denied(who, press, tools)) === null;
}

async function deniedUnlessNamed(
  { by }: SlackPress,
  ids: readonly string[],
  refusal: Refusal,
  { people }: Tools,
): Promise<Denied | null> {
  if (ids.includes(by)) return null;
  const [standing, named] = await Promise.all([people.standing(by), people.isMember(by, ids)]);
  if (!named.isMember) return no(refusal, unknown('groups', named));
  if ('why' in standing) return no({ reason: 'guest' }, { what: 'person', why: standing.why });
  return standing.value === 'member' ? null : no({ reason: 'guest' });
}

/** Who is in one of the team's channels, and whoever the settings name. */
async function deniedStaff(press: SlackPress, tools: Tools): Promise<Denied | null> {
  const { by } = press;
  const { people } = tools;
  const desk = tools.desk();
  const ids = staffIds(desk.settings);
  if (ids.includes(by)) return null;
  const about = await mentionOfPress(press, tools.store);
  const channels = new Set([...staffChannels(desk), ...(about === undefined ? [] : [about.channel])]);
  const [standing, inChannel, named] = await Promise.all([
    people.standing(by),
    people.isIn(by, [...channels]),
    people.isMember(by, ids),
  ]);
  if (!inChannel.isMember && !named.isMember) {
    const why = unknown('channel', inChannel) ?? unknown('groups', named);
    return no({ reason: 'not-staff', channel: desk.channel }, why);
  }
  if ('why' in standing) return no({ reason: 'guest' }, { what: 'person', why: standing.why });
  return standing.value === 'member' ? null : no({ reason: 'guest' });
}

/** Whoever an escalation asks, in person, by user group or in a channel; and staff. */
async function deniedAsked(press: SlackPress, tools: Tools): Promise<Denied | null> {
  const { by } = press;
  const { people } = tools;
  const asked = (await mentionOfPress(press, tools.store))?.escalations.flatMap(askedOf) ?? [];
  const ids = asked.map(({ to }) => to.id);
  if (ids.includes(by)) return null;
  const channels = asked.flatMap(({ channel }) => (channel === null ? [] : [channel]));
  const [standing, inGroup, inChannel] = await Promise.all([
    people.standing(by),
    people.isMember(by, ids),
    people.isIn(by, channels),
  ]);
  const isReached = inGroup.isMember || inChannel.isMember;
  if (isReached && 'value' in standing && standing.value === 'member') return null;
  const notStaff = await deniedStaff(press, tools);
  if (notStaff?.refusal.reason !== 'not-staff') return notStaff;
  const why = unknown('groups', inGroup) ?? unknown('channel', inChannel) ?? notStaff.unknown;
  return no({ reason: 'not-asked' }, why);
}

/**
 * What is public, or about to be, by others' hands. Whose own words wait for a colleague's look takes back no colleague's
 * and hides no customer's. Where Slack does not say who they are, the settings have the word: see writer.ts.
 */
async function deniedUntrusted({ by }: SlackPress, tools: Tools): Promise<Denied | null> {
  return (await guestOf(by, tools)) === 'untrusted' ? no({ reason: 'guest-others' }) : null;
}

/** Whether the text that a button carries is the presser's. */
async function isOfPresser({ by, value }: SlackPress, { store }: Tools): Promise<boolean> {
  const pressed = value === null ? null : parsePressValue(value);
  const ref = pressed === null ? null : publisherRef(pressed.ref);
  const state = ref === null ? undefined : await store.read(ref);
  return state?.publications.some((one) => one.id === pressed?.id && one.by === by) ?? false;
}

/** While nobody is named it is up to those who run the workspace: the first start would otherwise need a file. */
async function deniedSettings(press: SlackPress, tools: Tools): Promise<Denied | null> {
  const editors = settingsEditors(tools.desk().settings);
  if (editors.length > 0) return deniedUnlessNamed(press, editors, { reason: 'not-lead' }, tools);
  return (await tools.people.runsWorkspace(press.by)) ? null : no({ reason: 'nobody-named' });
}

/** Whoever paused all publishing, as long as they may publish, and whoever may change the settings. */
async function deniedResuming(press: SlackPress, tools: Tools): Promise<Denied | null> {
  const { paused } = tools.desk();
  if (paused === null) return deniedStaff(press, tools);
  if (paused.by === press.by) return deniedByRight('publisher', press, tools);
  const notEditor = await deniedSettings(press, tools);
  return notEditor && no({ reason: 'may-not-resume', by: paused.by }, notEditor.unknown);
}

function no(refusal: Refusal, unknown: Unknown | null = null): Denied {
  return { refusal, unknown };
}

function unknown(what: Unknown['what'], { unknown: why }: Membership): Unknown | null {
  return why === null ? null : { what, why };
}
