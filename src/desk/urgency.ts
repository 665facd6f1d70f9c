import type { Desk } from './desk.ts';
import { graveWords } from './lock-words.ts';
import type { Mention } from './mention.ts';
import type { Post } from './post.ts';
import type { Settings } from './settings.ts';
import { runningClocks } from './sla.ts';
import { hasHandle, ruledBy } from './team-rules.ts';
import type { Urgency, UrgencyLevel, UrgencyReason } from './urgency-reason.ts';

/** So many times what is worth naming makes a mention urgent by itself. */
const FAR = 10;

/**
 * How urgent a mention is beyond its kind, and why. Words of danger, press or law make it urgent; reach, posts that wait
 * without an answer, and the team's own list raise it, two of them together make it urgent, and so does ten times the
 * reach. What its author took back does not count, what they wrote before an edit does.
 */
export function urgencyOf(mention: Mention, desk: Pick<Desk, 'settings'>): Urgency {
  const reasons: readonly UrgencyReason[] = [
    ...graveWords(mention.posts.flatMap(textsOf)),
    ...reachOf(mention, desk.settings),
    ...repeatsOf(mention, desk.settings),
    ...(hasHandle(desk.settings.vip, mention.author) ? [{ type: 'vip' } as const] : []),
    ...ruleOf(mention, desk.settings),
  ];
  return { level: levelOf(reasons, desk.settings), reasons };
}

/** The mention with its urgency as it is now; the very same where nothing else is to be said of it. */
export function judged(mention: Mention, desk: Pick<Desk, 'settings'>): Mention {
  const urgency = urgencyOf(mention, desk);
  return isSame(urgency, mention.urgency) ? mention : { ...mention, urgency };
}

/** The words that a post has had. */
export function textsOf({ text, versions }: Pick<Post, 'text' | 'versions'>): readonly string[] {
  return [text, ...versions.map((one) => one.text)];
}

/** Counts move all the time: only which reasons there are is news, and what was written. */
function isSame(one: Urgency, other: Urgency): boolean {
  return one.level === other.level && one.reasons.map(nameOf).join() === other.reasons.map(nameOf).join();
}

function nameOf(reason: UrgencyReason): string {
  switch (reason.type) {
    case 'danger':
    case 'press':
    case 'law':
      return `${reason.type} ${reason.words.join(' ')}`;
    case 'rule':
      return `${reason.type} ${reason.level}`;
    // Each further post is one more.
    case 'repeats':
      return `${reason.type} ${reason.count}`;
    case 'followers':
    case 'likes':
    case 'reposts':
    case 'vip':
      return reason.type;
  }
}

function reachOf({ author, posts }: Mention, { urgency }: Settings): readonly UrgencyReason[] {
  const there = posts.filter(({ deletedAt }) => deletedAt === null);
  const counts = {
    followers: author.followers ?? 0,
    likes: Math.max(0, ...there.map(({ likes }) => likes ?? 0)),
    reposts: Math.max(0, ...there.map(({ reposts }) => reposts ?? 0)),
  };
  return (['followers', 'likes', 'reposts'] as const).flatMap((type) => {
    const from = urgency[type];
    return from === null || counts[type] < from ? [] : [{ type, count: counts[type] }];
  });
}

function repeatsOf(mention: Mention, { urgency }: Settings): readonly UrgencyReason[] {
  const count = runningClocks(mention).length + mention.elsewhere;
  return urgency.repeats === null || count < urgency.repeats ? [] : [{ type: 'repeats', count }];
}

function ruleOf(mention: Mention, settings: Settings): readonly UrgencyReason[] {
  const { urgency: level } = ruledBy(settings, mention);
  return level === null ? [] : [{ type: 'rule', level }];
}

function levelOf(reasons: readonly UrgencyReason[], settings: Settings): UrgencyLevel {
  if (reasons.some((reason) => isUrgentAlone(reason, settings))) return 'urgent';
  // However many like it and pass it on: that is one reach.
  const apart = new Set(reasons.map(({ type }) => (type === 'likes' || type === 'reposts' ? 'followers' : type)));
  return apart.size > 1 ? 'urgent' : apart.size === 1 ? 'raised' : 'usual';
}

function isUrgentAlone(reason: UrgencyReason, { urgency }: Settings): boolean {
  switch (reason.type) {
    case 'danger':
    case 'press':
    case 'law':
      return true;
    case 'followers':
    case 'likes':
    case 'reposts':
      return reason.count >= FAR * (urgency[reason.type] ?? Number.POSITIVE_INFINITY);
    case 'rule':
      return reason.level === 'urgent';
    case 'repeats':
    case 'vip':
      return false;
  }
}
