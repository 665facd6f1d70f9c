import type { Forgotten } from './forgotten.ts';
import type { Incident } from './incident.ts';
import type { Asked, Author, Escalation, Mention } from './mention.ts';
import type { Post } from './post.ts';
import type { HistoryEntry, Publication } from './publication.ts';
import type { Aggregate } from './ref.ts';
import { stopClocks } from './sla.ts';
import { USUAL } from './urgency-reason.ts';

/** The customer whom nobody knows any more. */
export const NOBODY: Author = { id: '', handle: '', name: '–', followers: null };

/**
 * The mention with what it takes to count it: kinds, times, topics, the network, who of us did what. No customer, no words of
 * anybody. The numbers of its posts stay, so that a post that is read again does not come back as a new mention.
 */
export function withoutPerson(mention: Mention, now: Date): Mention {
  const { incident } = mention;
  return {
    ...mention,
    author: NOBODY,
    conversation: '',
    posts: withoutWords(mention.posts),
    reasons: [],
    urgency: USUAL,
    unlocked: mention.unlocked && { ...mention.unlocked, reason: '' },
    muted: mention.muted && { ...mention.muted, what: '' },
    closed: mention.closed && { ...mention.closed, reason: '' },
    clocks: stopClocks(mention.clocks, now, null),
    publications: mention.publications.map(silent),
    escalations: mention.escalations.map(silentEscalation),
    drafts: [],
    writing: null,
    snooze: null,
    ticket: null,
    incident: incident && { ...incident, told: incident.told && { ...incident.told, reason: null } },
    suggested: null,
    group: null,
    card: null,
    history: silentHistory(mention.history),
  };
}

/** The same of an incident; its title and what it weighed stay. */
export function silentIncident(incident: Incident): Incident {
  return {
    ...incident,
    publications: incident.publications.map(silent),
    drafts: [],
    cheerful: null,
    card: null,
    untold: null,
    history: silentHistory(incident.history),
  };
}

/** Whether its people and words were deleted: nothing happens to it any more. */
export function isForgotten(state: Aggregate): state is (Mention | Incident) & { readonly forgotten: Forgotten } {
  return (state.type === 'mention' || state.type === 'incident') && state.forgotten !== null;
}

/** A post without its words and pictures. */
export function emptied(post: Post): Post {
  return { ...post, text: '', pictures: [], versions: post.versions.map(({ id }) => ({ id, text: '' })) };
}

/** A text that still waited for its turn goes out no more. */
function silent(one: Publication): Publication {
  return {
    ...one,
    text: '',
    status: one.status === 'waiting' || one.status === 'approval' ? 'undone' : one.status,
    post: one.post && { ...one.post, url: '' },
    fault: one.fault && { ...one.fault, detail: '' },
    parts: null,
    picture: null,
    answers: null,
    confirmedBy: null,
    wrong: null,
    leftWrong: one.leftWrong && { ...one.leftWrong, reason: '' },
  };
}

function silentEscalation(one: Escalation): Escalation {
  return {
    ...one,
    ...unposted(one),
    reason: '',
    answers: one.answers.map((answer) => ({ ...answer, text: '' })),
    ended: one.ended && { ...one.ended, reason: null },
    told: one.told.map((asked) => ({ ...asked, ...unposted(asked) })),
    due: null,
  };
}

function unposted({ fault }: Asked): Pick<Asked, 'message' | 'fault'> {
  return { message: null, fault: fault === null ? null : '' };
}

function silentHistory(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return history.map(({ text: _words, ...entry }) => entry);
}

function withoutWords([first, ...later]: Mention['posts']): Mention['posts'] {
  return [nameless(first), ...later.map(nameless)];
}

/** Its address has the customer's name in it. */
function nameless(post: Post): Post {
  return { ...emptied(post), url: '', hideWish: null };
}
