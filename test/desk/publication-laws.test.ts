import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approve, sendBack } from '../../src/desk/approval.ts';
import { type Decision, decided, isRefused, type Outcome } from '../../src/desk/decision.ts';
import { PRIORITY } from '../../src/desk/effect.ts';
import type { PublicationStatus } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, confirmThere, staysPublic, wasDeleted } from '../../src/desk/published.ts';
import {
  becameUnclear,
  beginSending,
  expireWaiting,
  heldBack,
  LOOKS_BEFORE_ASKING,
  lookedInVain,
  type Publisher,
  pressSend,
  publicationOf,
  sendAgain,
  wasRefused,
} from '../../src/desk/publishing.ts';
import { shownWithUndo, undo } from '../../src/desk/undo.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPress,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  secondsAfter,
} from './examples.ts';

/** What can happen to a publication, in any order: deliveries are late, doubled and overtake each other. */
const EVENTS = {
  shown: (state, now) => shownWithUndo(state, state.publications, desk, now),
  'begin by A': (state, now) => beginSending(state, 'p1', 'A', desk, now),
  'begin by B': (state, now) => beginSending(state, 'p1', 'B', desk, now),
  'held back': (state) => heldBack(state, 'p1', true),
  published: (state, now) => becamePublic(state, 'p1', aPublicPost(), aDesk(), now),
  unclear: (state, now) => becameUnclear(state, 'p1', now),
  'looked in vain': (state, now) => lookedInVain(state, 'p1', now),
  refused: (state, now) => wasRefused(state, 'p1', { code: 'refused', detail: 'no' }, now),
  undo: (state, now) => undo(state, 'p1', ANNA, now),
  expire: (state, now) => expireWaiting(state, now),
  'send again': (state, now) => sendAgain(state, 'p1', BEN, desk, now),
  'confirm there': (state, now) => confirmThere(state, 'p1', BEN, aDesk(), now),
  'ask to delete': (state, now) => askToDelete(state, 'p1', ANNA, now),
  deleted: (state, now) => wasDeleted(state, 'p1', now),
  'approve by A': (state, now) => approve(state, 'p1', aPress(ANNA, now.toISOString()), TWO, desk, now),
  'approve by B': (state, now) => approve(state, 'p1', aPress(BEN, now.toISOString()), TWO, desk, now),
  'send without a second': (state, now) => approve(state, 'p1', aPress(ANNA, now.toISOString()), ALONE, desk, now),
  'send back': (state, now) => sendBack(state, 'p1', aPress(BEN, now.toISOString()), 'too early', now),
  'stays public': (state, now) => staysPublic(state, 'p1', 'no', now),
} satisfies Record<string, (state: Publisher, now: Date) => Outcome<Publisher>>;
type Event = keyof typeof EVENTS;

const TWO = { override: false } as const;
const ALONE = { override: true } as const;

const desk = aDesk();
const pressedAt = berlin('2026-11-24T10:05');
const wish = { by: ANNA, text: 'It is on the next flight.' } as const;
const FRESH: readonly Publisher[] = [
  pressSend(aMention(), { ...wish, purpose: 'reply', inReplyTo: '1001' }, desk, pressedAt),
  pressSend(anIncident({ publications: [] }), { ...wish, purpose: 'incident-start', inReplyTo: null }, desk, pressedAt),
  // It takes two.
  pressSend(anIncident({ publications: [] }), { ...wish, purpose: 'apology', inReplyTo: null }, desk, pressedAt),
];

const NAMES = Object.keys(EVENTS).filter((name): name is Event => name in EVENTS);
/** Half of the events are any, the other half some that do something, so that stories get far. */
const story = fc.array(
  fc.record({
    any: fc.boolean(),
    pick: fc.nat(1_000),
    seconds: fc.oneof({ weight: 9, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(1_200) }),
  }),
  { maxLength: 40 },
);
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

interface Step {
  readonly event: Event;
  readonly at: Date;
  readonly before: Publisher;
  readonly decision: Decision<Publisher>;
  readonly from: PublicationStatus;
  readonly to: PublicationStatus;
}

/** Plays the events, each so many seconds after the one before; a refusal changes nothing. */
function play(start: Publisher, events: Story): Step[] {
  const steps: Step[] = [];
  let state = start;
  let at = pressedAt;
  for (const { any, pick, seconds } of events) {
    at = secondsAfter(at, seconds);
    const outcomes = NAMES.map((event) => ({ event, decision: happen(event, state, at) }));
    const choice = any ? outcomes : outcomes.filter(({ decision }) => decision.state !== state);
    const { event, decision } = choice[pick % choice.length] ?? { event: 'shown', decision: decided(state) };
    steps.push({ event, at, before: state, decision, from: statusOf(state), to: statusOf(decision.state) });
    state = decision.state;
  }
  return steps;
}

function happen(event: Event, state: Publisher, at: Date): Decision<Publisher> {
  const outcome: Outcome<Publisher> = EVENTS[event](state, at);
  return isRefused(outcome) ? decided(state) : outcome;
}

function statusOf(state: Publisher): PublicationStatus {
  const publication = publicationOf(state, 'p1');
  if (publication === undefined) throw new Error('the publication is lost');
  return publication.status;
}

/** What may follow what; everything else would send twice, or lose a text. */
const FOLLOWS: Readonly<Record<PublicationStatus, readonly PublicationStatus[]>> = {
  approval: ['approval', 'waiting', 'undone'],
  waiting: ['waiting', 'sending', 'undone', 'failed', 'published'],
  sending: ['sending', 'waiting', 'published', 'unclear', 'failed'],
  unclear: ['unclear', 'waiting', 'published', 'failed'],
  // The network may say that a text is public after we gave it up: then it is.
  failed: ['failed', 'published'],
  undone: ['undone', 'published'],
  published: ['published', 'deleting'],
  deleting: ['deleting', 'deleted', 'published'],
  deleted: ['deleted'],
};

describe('a publication, whatever happens in whatever order', () => {
  it('comes into every status in the stories told here', () => {
    const told = fc
      .sample(story, { numRuns: 500, seed: 1 })
      .flatMap((events) => FRESH.flatMap((start) => play(start, events)));
    expect(new Set(told.map((step) => step.to))).toEqual(new Set(Object.keys(FOLLOWS)));
  });

  it.each(FRESH.map((state) => [state.type, state] as const))(
    'of %s moves only where it may, and never from public or undone back to a sending state',
    (_, start) => {
      fc.assert(
        fc.property(story, (events) => {
          for (const { from, to } of play(start, events)) expect(FOLLOWS[from]).toContain(to);
        }),
      );
    },
  );

  it('has a publish effect planned only while it waits and Undo was shown, and not before its seconds are over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { decision, at } of play(start, events)) {
          for (const planned of decision.effects.filter(({ effect }) => effect.type === 'publish')) {
            const publication = publicationOf(decision.state, 'p1');
            expect(publication?.status).toBe('waiting');
            expect(planned.notBefore).toBe(publication?.goesOutAt);
            expect(planned.notBefore).toBe(secondsAfter(at, desk.settings.undoSeconds).toISOString());
          }
        }
      }),
    );
  });

  it('waits for a second person until one presses, and never goes out on its writer’s own word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { event, at, decision, from, to } of play(start, events)) {
          if (from !== 'approval') continue;
          expect(effectsOf(decision, 'publish')).toEqual([]);
          if (to !== 'waiting') continue;
          expect(['approve by B', 'send without a second']).toContain(event);
          const publication = publicationOf(decision.state, 'p1');
          expect(publication?.approved?.override).toBe(event === 'send without a second');
          const { expireMinutes } = desk.settings;
          expect(publication?.expiresAt).toBe(secondsAfter(at, expireMinutes * 60).toISOString());
        }
      }),
    );
  });

  it('begins to send only from waiting, in time, and each attempt names itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { event, at, before, decision, from, to } of play(start, events)) {
          if (to !== 'sending' || from === 'sending') continue;
          expect(from).toBe('waiting');
          expect(publicationOf(decision.state, 'p1')?.attempt).toEqual({
            id: event === 'begin by A' ? 'A' : 'B',
            at: at.toISOString(),
          });
          expect(at.toISOString() < (publicationOf(before, 'p1')?.expiresAt ?? '')).toBe(true);
        }
      }),
    );
  });

  it('is sent again after an unclear end only when three looks found nothing and a person said so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { event, before, from, to } of play(start, events)) {
          if (from !== 'unclear' || to !== 'waiting') continue;
          expect(event).toBe('send again');
          expect(publicationOf(before, 'p1')?.looks).toBeGreaterThanOrEqual(LOOKS_BEFORE_ASKING);
        }
      }),
    );
  });

  it('is looked for whenever it becomes unclear, and until a person is asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { event, decision, from, to } of play(start, events)) {
          if (to !== 'unclear' || (from === 'unclear' && event !== 'looked in vain')) continue;
          const looks = publicationOf(decision.state, 'p1')?.looks ?? 0;
          expect(effectsOf(decision, 'look-for')).toHaveLength(looks < LOOKS_BEFORE_ASKING ? 1 : 0);
        }
      }),
    );
  });

  it('comes back as a draft whenever it ends unsent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { decision, from, to } of play(start, events)) {
          if (from === to || (to !== 'failed' && to !== 'undone')) continue;
          expect(decision.state.drafts).toMatchObject([{ by: ANNA, text: wish.text }]);
        }
      }),
    );
  });

  it('is taken from the network only after a person asked for it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { event, decision } of play(start, events)) {
          if (effectsOf(decision, 'unpublish').length > 0) expect(event).toBe('ask to delete');
        }
      }),
    );
  });

  it('goes ahead of what nobody waits for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { decision } of play(start, events)) {
          expect(decision.effects.every((planned) => planned.priority === PRIORITY.press)).toBe(true);
        }
      }),
    );
  });

  it('draws the card again whenever people see it change', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FRESH), story, (start, events) => {
        for (const { decision, from, to } of play(start, events)) {
          // The short way out and back is not worth a call: the card says "waiting" until it is known.
          if (from === to || to === 'sending' || (from === 'sending' && to === 'waiting')) continue;
          expect(decision.effects.map(({ effect }) => effect.type)).toContain(
            decision.state.type === 'mention' ? 'draw-card' : 'draw-incident',
          );
        }
      }),
    );
  });
});
