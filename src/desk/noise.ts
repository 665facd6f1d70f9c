/**
 * Noise has a budget: what concerns one person goes to that person, what anyone may take goes to the channel.
 *
 * | what is said                       | where, and why                                                                    |
 * |------------------------------------|-----------------------------------------------------------------------------------|
 * | card                               | the channel of its kind and network (channels.ts): anyone may take it             |
 * | reminder, night, backlog           | the channel whose mentions it names: anyone may take them                         |
 * | a customer wrote again, claimed    | the owner by DM, and the card's thread                                            |
 * | … unclaimed, answered or closed    | one line in the channel, at most one a minute, and the thread: who had it may be off |
 * | due soon                           | the owner by DM; the reminder follows in the channel                              |
 * | a promise is due soon, or due      | its owner by DM; once it is broken the channel                                     |
 * | a rule says that it is theirs      | that person by DM; without DMs the card's thread, naming them                     |
 * | handed over, a snooze is over      | whoever has it by DM, always: nobody else looks after it now                      |
 * | taken over, taken away             | who had it by DM                                                                  |
 * | left lying, passed on, nobody's    | one line in the channel, at most one a minute: anyone may take it                 |
 * | released at closing                | nobody: the cards say so                                                          |
 * | not sent, not deleted, not hidden  | who pressed by DM, always: nobody else knows                                      |
 * | waits for a second person      | App Home of whoever may publish; after 10 minutes one lead after the other by DM  |
 * | somebody is forgotten              | who asked for it by DM, always: the rest is to be done by hand                     |
 * | sent back; lead or writer now      | that person by DM, always: a colleague counts on them                             |
 * | escalation                         | the person or group that is asked; the answer into the card's thread              |
 * | … sent back                        | who has the mention by DM; the card's thread when nobody has it, or without DMs   |
 * | … that nobody takes, or that lies  | the card's thread, naming who asked                                               |
 * | incident, its overdue update       | the team's own channel: everybody's business                                      |
 * | pause of publishing, costs, names  | the team's own channel: everybody's business                                      |
 * | alarm                              | one line in the team's own channel; who is on call by DM, always (alarms.ts)      |
 * | what only a person can mend        | the team's own channel, once                                                      |
 * | … shut out of a channel            | leads, or who runs the workspace, by DM, once; of a second one the team's own, too |
 * | report that somebody asked for     | that person by DM, because they asked; the weekly one the team's own channel      |
 * | result of a press, a refusal       | the presser alone, where they pressed                                             |
 */
import { type Decision, decided } from './decision.ts';
import { type EffectOf, type Notice, type PlannedEffect, PRIORITY, plan } from './effect.ts';
import type { Person } from './person.ts';
import { type Aggregate, channelRef } from './ref.ts';

/**
 * What becomes of a notice whose person has switched direct messages off: it is `sent` all the same, because it must reach
 * that person; it is `left-out`, because they will see it elsewhere; or the `team` is told, because nobody would.
 */
type WithoutDms = 'sent' | 'left-out' | 'team';

/** Every notice has its place here: who adds a type decides. */
const WITHOUT_DMS: Readonly<Record<Notice['type'], WithoutDms>> = {
  // Whoever is on call is called, and must know when it is over.
  alarm: 'sent',
  'alarm-ended': 'sent',
  // In the channel nobody can be told.
  'shut-out': 'sent',
  'let-in': 'sent',
  'not-sent': 'sent',
  'not-deleted': 'sent',
  'not-hidden': 'sent',
  // Nobody else has it now, and the alarm clock was set on purpose.
  'handed-over': 'sent',
  'all-handed-over': 'sent',
  'snooze-over': 'sent',
  // The card names who has it.
  'taken-away': 'left-out',
  'sent-back': 'sent',
  'approval-waits': 'sent',
  'incident-role': 'sent',
  // They have to do the rest by hand.
  forgotten: 'sent',
  // The card turns late, and the reminder names who has it.
  'due-soon': 'left-out',
  // Broken, it is told to the channel.
  promise: 'left-out',
  'wrote-again': 'team',
  // The card names them, and its thread calls them.
  assigned: 'team',
  'escalation-sent-back': 'team',
};

/** Whether a person gets a notice by DM. @param person undefined for somebody of whom nothing is known yet */
export function mayDm(person: Pick<Person, 'dms'> | undefined, notice: Notice): boolean {
  return (person?.dms ?? true) || WITHOUT_DMS[notice.type] === 'sent';
}

/** A notice does not reach its person, by their own wish or because Slack refuses it: what nobody would see is told elsewhere. */
export function withheld(state: Aggregate, effect: EffectOf<'send-notice'>): Decision<Aggregate> {
  if (WITHOUT_DMS[effect.notice.type] !== 'team') return decided(state);
  return decided(state, toldToTeam(state, effect));
}

/** The channel's line about a customer who wrote again. */
export function tellWroteAgain(
  mention: { readonly id: string; readonly channel: string },
  post: string,
): PlannedEffect {
  const news = { type: 'customer-wrote-again', mention: mention.id } as const;
  return plan(
    { type: 'tell', id: `again:${mention.id}:${post}`, to: channelRef(mention.channel), news },
    PRIORITY.channel,
  );
}

function toldToTeam(state: Aggregate, { id, to, notice }: EffectOf<'send-notice'>): readonly PlannedEffect[] {
  if (notice.type === 'wrote-again' && state.type === 'mention') return [tellWroteAgain(state, notice.post)];
  if (notice.type === 'assigned') {
    return [plan({ type: 'post-note', id, note: { type: 'assigned', to } }, PRIORITY.press)];
  }
  if (notice.type === 'escalation-sent-back') return [plan({ type: 'post-note', id, note: notice }, PRIORITY.press)];
  return [];
}
