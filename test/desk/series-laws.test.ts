import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused, type Outcome } from '../../src/desk/decision.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { pressSendAll } from '../../src/desk/press-send-all.ts';
import type { PublicationStatus } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, confirmThere, wasDeleted } from '../../src/desk/published.ts';
import {
  becameUnclear,
  beginSending,
  expireWaiting,
  heldBack,
  lookedInVain,
  type Publisher,
  publicationOf,
  sendAgain,
  takenOff,
  wasRefused,
} from '../../src/desk/publishing.ts';
import { waitsForPredecessor } from '../../src/desk/series.ts';
import { shownWithUndo, undo } from '../../src/desk/undo.ts';
import { ANNA, aDesk, aMention, aPublicPost, BEN, berlin, secondsAfter } from './examples.ts';

const desk = aDesk();
const pressedAt = berlin('2026-11-24T10:05');
const fault = { code: 'refused', detail: 'no' } as const;
const TEXTS = ['1/3 One.', '2/3 Two.', '3/3 Three.'];
const IDS = ['p1', 'p2', 'p3'];
const wish = { by: ANNA, purpose: 'reply', inReplyTo: '1001' } as const;
const START: Publisher = pressSendAll(aMention(), TEXTS, wish, desk, pressedAt);

/** What can happen to one post of three, in any order. A post is taken to be sent only when it may be. */
const EVENTS: readonly ((state: Publisher, id: string, now: Date) => Outcome<Publisher>)[] = [
  (state, _, now) => shownWithUndo(state, state.publications, desk, now),
  (state, id, now) =>
    mayGo(state, id) ? beginSending(state, id, `${now.getTime()}`, { paused: null }, now) : { state, effects: [] },
  (state, id, now) => becamePublic(state, id, aPublicPost(`9${id}`), desk, now),
  (state, id) => heldBack(state, id, true),
  (state, id, now) => becameUnclear(state, id, now),
  (state, id, now) => lookedInVain(state, id, now),
  (state, id, now) => wasRefused(state, id, fault, now),
  (state, id, now) => (mayGo(state, id) ? takenOff(state, id, fault, now) : { state, effects: [] }),
  (state, id, now) => undo(state, id, ANNA, now),
  (state, _, now) => expireWaiting(state, now),
  (state, id, now) => sendAgain(state, id, BEN, desk, now),
  (state, id, now) => confirmThere(state, id, BEN, desk, now),
  (state, id, now) => askToDelete(state, id, ANNA, now),
  (state, id, now) => wasDeleted(state, id, now),
];

function mayGo(state: Publisher, id: string): boolean {
  const publication = publicationOf(state, id);
  return publication !== undefined && !waitsForPredecessor(state.publications, publication);
}

const story = fc.array(
  fc.record({
    event: fc.nat(EVENTS.length - 1),
    id: fc.constantFrom(...IDS),
    seconds: fc.oneof({ weight: 9, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(1_200) }),
  }),
  { maxLength: 60 },
);
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** The states that such a story goes through; a network never says that a post is public before it was sent. */
function play(events: Story): Mention[] {
  const states: Publisher[] = [START];
  let [state, at] = [START, pressedAt];
  for (const { event, id, seconds } of events) {
    at = secondsAfter(at, seconds);
    const from = publicationOf(state, id)?.status;
    if (event === 2 && from !== 'sending' && from !== 'unclear') continue;
    const outcome: Outcome<Publisher> | undefined = EVENTS[event]?.(state, id, at);
    if (outcome === undefined || isRefused(outcome)) continue;
    state = outcome.state;
    states.push(state);
  }
  return states.filter((one) => one.type === 'mention');
}

const statuses = (state: Publisher) => state.publications.map(({ status }) => status);
const OUT: readonly (PublicationStatus | undefined)[] = ['published', 'deleting', 'deleted'];
const BEGUN: readonly (PublicationStatus | undefined)[] = ['sending', 'unclear', ...OUT];

describe('three numbered posts, whatever happens in whatever order', () => {
  it('go out in their order: none begins before the one before it is out', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const state of play(events)) {
          const [first, second, third] = statuses(state);
          if (BEGUN.includes(second)) expect(OUT).toContain(first);
          if (BEGUN.includes(third)) expect(OUT).toContain(second);
        }
      }),
    );
  });

  it('answer only when all three are out', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const state of play(events)) {
          if (state.status === 'answered') expect(OUT).toContain(statuses(state)[2]);
        }
      }),
    );
  });

  it('come back as one text that holds every post that will not go out', () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const state of play(events)) {
          const back = state.publications.filter(({ status }) => status === 'undone' || status === 'failed');
          const offered = state.drafts.map(({ text }) => text);
          expect(offered.length).toBeLessThanOrEqual(1);
          for (const { text } of back) expect(offered[0]).toContain(text.slice(4));
        }
      }),
    );
  });
});
