import { promisesTaken } from './bell.ts';
import { hear } from './channel-lines.ts';
import { releasedAtClosing } from './closing.ts';
import { type Decision, decided, isRefused } from './decision.ts';
import type { News } from './effect.ts';
import { hearForget } from './forget.ts';
import { hearForgot, hearForgotten } from './forget-report.ts';
import { partHandedOver } from './hand-over-all.ts';
import { remember, wasHandled } from './handled.ts';
import { claim } from './handling.ts';
import { hearHelped } from './helpful.ts';
import type { Incident } from './incident.ts';
import { linkTo } from './incident-link.ts';
import { recount } from './incident-news.ts';
import type { UserId } from './instant.ts';
import type { Mention } from './mention.ts';
import { hearPause } from './pause.ts';
import type { Aggregate } from './ref.ts';
import { hearCheerful } from './silence-meter.ts';
import type { ExplainsNews } from './surge-news.ts';

/** What one aggregate tells another; the receiver handles each id once. */
export function hearNews(state: Aggregate, id: string, news: News, now: Date): Decision<Aggregate> {
  switch (state.type) {
    case 'channel':
      return hear(state, id, news, now);
    case 'mention':
      return wasHandled(state, id) ? decided(state) : hearOnMention(remember(state, id), id, news, now);
    case 'incident':
      return hearAsIncident(state, news, now);
    case 'person':
      return news.type === 'forgotten' ? hearForgotten(state, id, news) : decided(state);
    case 'desk':
      return news.type === 'forgot' ? hearForgot(state, id, news, now) : decided(state);
    case 'spending':
      return decided(state);
  }
}

function hearOnMention(mention: Mention, id: string, news: News, now: Date): Decision<Mention> {
  if (news.type === 'forget') return hearForget(mention, news, now);
  if (mention.forgotten !== null) return decided(mention);
  switch (news.type) {
    case 'handed-over':
      return partHandedOver(mention, news, now);
    case 'desk-closed':
      return releasedAtClosing(mention, news.at, now) ?? decided(mention);
    case 'promises-taken':
      return promisesTaken(mention, news.by, now);
    case 'paused':
    case 'resumed':
      return hearPause(mention);
    case 'incident-explains':
      return explained(mention, news, id, now);
    case 'helped':
      return hearHelped(mention, news);
    case 'surge-explained':
    case 'cheerful-post':
    case 'mention-settled':
    case 'customer-wrote-again':
    case 'incident-links-changed':
    case 'offered':
    case 'promise-told':
    case 'promise-ended':
    case 'staff-names':
    case 'spending':
    case 'alarm':
    case 'mention-emptied':
    case 'forgotten':
    case 'forgot':
      return decided(mention);
    case 'alarm-taken':
      return claimedBy(mention, news.by, id, now);
  }
}

/** Whoever took an alarm has its mention, unless somebody has it already. */
function claimedBy(mention: Mention, by: UserId, id: string, now: Date): Decision<Mention> {
  if (mention.status === 'answered') return decided(mention);
  const outcome = claim(mention, { by, key: `claim:${id}` }, now);
  return isRefused(outcome) ? decided(mention) : outcome;
}

/** What it is linked to already stays. */
function explained(mention: Mention, { incident, by }: ExplainsNews, id: string, now: Date): Decision<Mention> {
  const outcome = linkTo(mention, incident, { by, key: `link:${id}` }, now);
  return isRefused(outcome) ? decided(mention) : outcome;
}

function hearAsIncident(incident: Incident, news: News, now: Date): Decision<Incident> {
  if (news.type === 'paused' || news.type === 'resumed') return hearPause(incident);
  if (news.type === 'cheerful-post') return hearCheerful(incident, news);
  return news.type === 'incident-links-changed' ? recount(incident, now) : decided(incident);
}
