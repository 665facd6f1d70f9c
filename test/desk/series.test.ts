import { describe, expect, it } from 'vitest';
import { answer, postsOf } from '../../src/desk/answer.ts';
import { speak } from '../../src/desk/broadcast.ts';
import { destinationOf, facetsOf } from '../../src/desk/facets.ts';
import { firstAnswer } from '../../src/desk/figures.ts';
import type { Mention } from '../../src/desk/mention.ts';
import type { Publication } from '../../src/desk/publication.ts';
import { askToDelete, becamePublic, confirmThere, wasDeleted } from '../../src/desk/published.ts';
import {
  becameUnclear,
  beginSending,
  expireWaiting,
  LOOKS_BEFORE_ASKING,
  lookedInVain,
  sendAgain,
  wasRefused,
} from '../../src/desk/publishing.ts';
import { shownWithUndo, undo } from '../../src/desk/undo.ts';
import { asMention, stops } from './answers.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPost,
  aPublicPost,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  refusalOf,
  secondsAfter,
} from './examples.ts';

const desk = aDesk({ signatures: { [ANNA]: 'AB' } });
const now = berlin('2026-11-24T10:05');
const FIRST = `${'We looked for your suitcase in Oslo and it is there. '.repeat(4)}It is fine.`;
const SECOND = `${'A courier brings the suitcase to your door this evening and asks for nothing. '.repeat(2)}Sorry for the wait.`;
const wish = { by: ANNA, key: 'k1', purpose: 'reply', text: `${FIRST} ${SECOND}`, seen: [], anyway: false } as const;

const statuses = ({ publications }: Mention) => publications.map(({ status }) => status);
const post = (id: string) => aPublicPost(`90${id}`);

/** Both posts wait, and Slack has shown them. */
function shown(): Mention {
  const { state } = granted(answer(aMention(), { ...wish, asPosts: true }, desk, now));
  return shownWithUndo(state, state.publications, desk, now).state;
}

/** This one is on its way to the network. */
function sending(mention: Mention, id: string, at = secondsAfter(now, 12)): Mention {
  return granted(beginSending(mention, id, `attempt of ${id}`, { paused: null }, at)).state;
}

function publicOne(mention: Mention, id: string, at = secondsAfter(now, 13)): Mention {
  return asMention(becamePublic(mention, id, post(id), desk, at).state);
}

describe('a text in numbered posts', () => {
  it('is refused as too long unless its sender wants posts, and goes out as one where it fits', () => {
    expect(refusalOf(answer(aMention(), wish, desk, now))).toMatchObject({ reason: 'too-long' });
    const short = granted(answer(aMention(), { ...wish, text: FIRST, asPosts: true }, desk, now)).state;
    expect(short.publications).toMatchObject([{ text: `${FIRST} ^AB`, after: null }]);
  });

  it('becomes publications in a row; each names the one before it, the last has the signature', () => {
    expect(shown().publications).toMatchObject([
      { id: 'p1', text: `1/2 ${FIRST}`, after: null, inReplyTo: '1001' },
      { id: 'p2', text: `2/2 ${SECOND} ^AB`, after: 'p1', inReplyTo: null },
    ]);
  });

  it('has one signature, also when it is sent again with the one that came back', () => {
    expect(postsOf(`${FIRST} ${SECOND} ^AB`, ANNA, desk)).toEqual(postsOf(`${FIRST} ${SECOND}`, ANNA, desk));
  });

  it('is refused where one post has two cashtags', () => {
    const text = `${FIRST} ${SECOND} $AB $CD`;
    expect(refusalOf(answer(aMention(), { ...wish, text, asPosts: true }, desk, now))).toMatchObject({
      why: 'too-many-cashtags',
    });
  });

  it('counts as one answer to a colleague, who reads all of it', () => {
    const refused = refusalOf(answer(shown(), { ...wish, by: BEN, key: 'k2', text: 'On it' }, desk, now));
    expect(refused).toMatchObject({ reason: 'answered-meanwhile', by: ANNA, text: `${FIRST} ${SECOND} ^AB` });
  });

  it('of an incident stands below its thread', () => {
    const word = { by: ANNA, key: 'k1', purpose: 'incident-update', text: wish.text, updateMinutes: null } as const;
    const { state } = granted(speak(anIncident(), { ...word, asPosts: true }, desk, now));
    const first = granted(beginSending(state, 'p2', 'a', { paused: null }, now)).state;
    expect(first.publications[1]).toMatchObject({ inReplyTo: '9001', text: `1/2 ${FIRST}` });
    const out = becamePublic(first, 'p2', post('p2'), desk, now).state;
    const second = granted(beginSending(out, 'p3', 'b', { paused: null }, now)).state;
    expect(second.publications[2]).toMatchObject({ status: 'sending', inReplyTo: '90p2', text: `2/2 ${SECOND}` });
  });
});

describe('the second post', () => {
  const effect = { type: 'publish', publication: 'p2' } as const;

  it('waits until the first is public, and goes below it', () => {
    const start = shown();
    expect(destinationOf(start, effect)).toBeNull();
    const onItsWay = sending(start, 'p1');
    expect(destinationOf(onItsWay, effect)).toBeNull();
    expect(destinationOf(becameUnclear(onItsWay, 'p1', now).state, effect)).toBeNull();
    const out = publicOne(onItsWay, 'p1');
    expect(destinationOf(out, effect)).toBe('network:x:publish');
    expect(sending(out, 'p2').publications[1]).toMatchObject({ status: 'sending', inReplyTo: '90p1' });
  });

  it('goes beside the first where only a person saw that one', () => {
    const unclear = becameUnclear(sending(shown(), 'p1'), 'p1', now).state;
    const there = asMention(granted(confirmThere(unclear, 'p1', BEN, desk, now)).state);
    expect(destinationOf(there, effect)).toBe('network:x:publish');
    expect(sending(there, 'p2').publications[1]).toMatchObject({ inReplyTo: '1001' });
  });

  it('waits on while the first is sent again', () => {
    let unclear = becameUnclear(sending(shown(), 'p1'), 'p1', now).state;
    for (let look = 0; look < LOOKS_BEFORE_ASKING; look += 1) unclear = lookedInVain(unclear, 'p1', now).state;
    const again = granted(sendAgain(unclear, 'p1', BEN, desk, now));
    expect(statuses(again.state)).toEqual(['waiting', 'waiting']);
    expect(destinationOf(again.state, effect)).toBeNull();
  });

  it('does not expire before the first, and has the same time from when that is public', () => {
    const unclear = becameUnclear(sending(shown(), 'p1'), 'p1', now).state;
    const later = minutesAfter(now, 20);
    expect(expireWaiting(unclear, later).state).toBe(unclear);
    expect(facetsOf({ ...unclear, clocks: [] }).wakeAt).toBeNull();
    expect(facetsOf({ ...shown(), clocks: [] }).wakeAt).toBe(minutesAfter(now, 15).toISOString());
    const found = publicOne(unclear, 'p1', later);
    expect(found.publications[1]?.expiresAt).toBe(minutesAfter(later, 15).toISOString());
    expect(statuses(sending(found, 'p2', minutesAfter(later, 14)))).toEqual(['published', 'sending']);
  });

  it('is given back when the first was deleted meanwhile', () => {
    const out = publicOne(sending(shown(), 'p1'), 'p1');
    const deleted = asMention(wasDeleted(granted(askToDelete(out, 'p1', ANNA, now)).state, 'p1', now).state);
    const back = granted(beginSending(deleted, 'p2', 'b', { paused: null }, now));
    expect(statuses(back.state)).toEqual(['deleted', 'failed']);
    expect(back.state.drafts).toMatchObject([{ text: `${SECOND} ^AB` }]);
  });
});

describe('the mention', () => {
  it('is answered by the last post, not before, and for what the first answers', () => {
    const first = publicOne(sending(shown(), 'p1'), 'p1');
    expect(first.status).toBe('claimed');
    expect(stops(first)).toEqual([null]);
    expect(firstAnswer(first)).toBeNull();
    const both = publicOne(sending(first, 'p2'), 'p2');
    expect(both.status).toBe('answered');
    expect(stops(both)).toEqual(['p2']);
    expect(firstAnswer(both)?.publication.id).toBe('p2');
  });

  it('is not answered for what the customer wrote while they were on their way', () => {
    const late: Mention = {
      ...shown(),
      posts: [aPost(), aPost({ id: '1002', at: instant('2026-11-24T10:05') })],
      clocks: aMention().clocks.map((clock) => ({ ...clock, id: 'c2', post: '1002' })),
    };
    const both = publicOne(sending(publicOne(sending(late, 'p1'), 'p1'), 'p2'), 'p2');
    expect(stops(both)).toEqual([null]);
    expect(both.status).toBe('claimed');
  });
});

describe('posts that come back', () => {
  it('by Undo come back all, as one text', () => {
    const { state } = granted(undo(shown(), 'p1', ANNA, now));
    expect(statuses(state)).toEqual(['undone', 'undone']);
    expect(state.drafts).toMatchObject([{ why: 'undone', text: `${FIRST} ${SECOND} ^AB` }]);
    expect(state.history.at(-1)).toMatchObject({ did: 'undone', text: `${FIRST} ${SECOND} ^AB` });
    expect(refusalOf(undo(state, 'p2', ANNA, now))).toEqual({ reason: 'already-done' });
  });

  it('by Undo while the first is out or going out leave that one, and the mention waits for the rest', () => {
    const { state } = granted(undo(sending(shown(), 'p1'), 'p1', ANNA, now));
    expect(statuses(state)).toEqual(['sending', 'undone']);
    expect(state.drafts).toMatchObject([{ why: 'undone', text: `${SECOND} ^AB` }]);
    const out = publicOne(state, 'p1');
    expect(out.status).toBe('claimed');
    expect(stops(out)).toEqual([null]);
  });

  it.each([
    ['is refused', (state: Mention) => wasRefused(state, 'p1', { code: 'refused', detail: 'no' }, now), 'failed'],
    [
      'expires',
      (state: Mention) =>
        expireWaiting({ ...state, publications: state.publications.map(waits) }, minutesAfter(now, 20)),
      'expired',
    ],
  ] as const)('because the first %s come back as one text, with one notice', (_, how, why) => {
    const decision = how(sending(shown(), 'p1'));
    expect(statuses(decision.state)).toEqual(['failed', 'failed']);
    expect(decision.state.drafts).toMatchObject([{ why, text: `${FIRST} ${SECOND} ^AB` }]);
    expect(effectsOf(decision, 'send-notice')).toMatchObject([{ notice: { publication: 'p1' } }]);
  });

  it('come together when the first comes back after the rest', () => {
    const rest = granted(undo(sending(shown(), 'p1'), 'p1', ANNA, now)).state;
    const all = wasRefused(rest, 'p1', { code: 'refused', detail: 'no' }, now).state;
    expect(all.drafts).toMatchObject([{ text: `${FIRST} ${SECOND} ^AB` }]);
  });

  it('because the second was refused leave the first', () => {
    const decision = wasRefused(
      sending(publicOne(sending(shown(), 'p1'), 'p1'), 'p2'),
      'p2',
      { code: 'refused', detail: 'no' },
      now,
    );
    expect(statuses(decision.state)).toEqual(['published', 'failed']);
    expect(decision.state.drafts).toMatchObject([{ text: `${SECOND} ^AB` }]);
  });
});

function waits(one: Publication): Publication {
  return { ...one, status: 'waiting' };
}
