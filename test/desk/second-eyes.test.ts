import { describe, expect, it } from 'vitest';
import { answer } from '../../src/desk/answer.ts';
import { approve, sendBack } from '../../src/desk/approval.ts';
import { wakeApprovals } from '../../src/desk/approval-rounds.ts';
import { startIncident } from '../../src/desk/broadcast.ts';
import { facetsOf } from '../../src/desk/facets.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { approvalCause, ONE_OF_US, type Writer } from '../../src/desk/needs-approval.ts';
import { shownWithUndo, undo } from '../../src/desk/undo.ts';
import {
  ANNA,
  aDesk,
  aMention,
  anIncident,
  aPress,
  BEN,
  berlin,
  effectsOf,
  granted,
  instant,
  minutesAfter,
  refusalOf,
} from './examples.ts';

const CARLA = 'U0CARLA';
const DORA = 'U0DORA';
const desk = aDesk({ publishers: [ANNA, BEN], leads: ['S0LEADS', CARLA, ANNA, DORA] });
const now = berlin('2026-11-24T10:20');
const TWO = { override: false };
const GUEST: Writer = { guest: 'untrusted', isNewcomer: false };
const TRUSTED: Writer = { guest: 'trusted', isNewcomer: false };
const NEW: Writer = { guest: null, isNewcomer: true };

function replied(standing: Writer = NEW, text = 'It is on the next flight.', asPosts = false): Mention {
  const wish = { ...aPress(ANNA, 'k1'), standing, purpose: 'reply', text, seen: [], anyway: false, asPosts } as const;
  return granted(answer(aMention(), wish, desk, now)).state;
}

describe('what waits for a second person', () => {
  const all = aDesk({ approval: { incidents: true, apologies: true } });

  it('is nothing of one of us, unless the team wants it', () => {
    expect(approvalCause(aMention(), 'reply', ONE_OF_US, all)).toBeNull();
    expect(approvalCause(aMention(), 'apology', ONE_OF_US, desk)).toBeNull();
    expect(approvalCause(aMention(), 'apology', ONE_OF_US, all)).toBe('apology');
    expect(approvalCause(anIncident(), 'incident-update', ONE_OF_US, desk)).toBeNull();
    expect(approvalCause(anIncident(), 'incident-update', ONE_OF_US, all)).toBe('incident');
  });

  it('is every text of a guest until a lead trusts them', () => {
    for (const purpose of ['reply', 'holding', 'apology'] as const) {
      expect(approvalCause(aMention(), purpose, GUEST, desk)).toBe('guest');
    }
    expect(approvalCause(anIncident(), 'incident-start', GUEST, desk)).toBe('guest');
    expect(approvalCause(aMention(), 'reply', TRUSTED, desk)).toBeNull();
  });

  it('is a newcomer’s reply, and not their word about an incident', () => {
    expect(approvalCause(aMention(), 'holding', NEW, desk)).toBe('newcomer');
    expect(approvalCause(anIncident(), 'incident-update', NEW, desk)).toBeNull();
  });
});

describe('a reply that waits for a second person', () => {
  it('does not go out, and the SLA runs on', () => {
    const mention = replied();
    expect(mention.publications).toMatchObject([{ status: 'approval', approval: { why: 'newcomer' } }]);
    expect(effectsOf(shownWithUndo(mention, mention.publications, desk, now), 'publish')).toEqual([]);
    expect(mention.clocks[0]?.stopped).toBeNull();
  });

  it('counts as under way: a colleague is told before they answer the same', () => {
    const wish = { ...aPress(BEN, 'k2'), purpose: 'reply', text: 'Hi!', seen: [], anyway: false } as const;
    expect(refusalOf(answer(replied(), wish, desk, now))).toMatchObject({ reason: 'answered-meanwhile', by: ANNA });
  });

  it('expires from its approval on, not from its press', () => {
    const later = minutesAfter(now, 60);
    const { state } = granted(approve(replied(), 'p1', aPress(BEN, 'k2'), TWO, desk, later));
    expect(state.publications[0]).toMatchObject({ status: 'waiting', expiresAt: instant('2026-11-24T11:35') });
  });

  it('of a guest is approved by one of us, not by another guest, whether trusted or not', () => {
    const mention = replied(GUEST);
    for (const standing of [GUEST, TRUSTED]) {
      expect(refusalOf(approve(mention, 'p1', { ...aPress(BEN, 'k2'), standing }, TWO, desk, now))).toEqual({
        reason: 'guest-approval',
      });
    }
    expect(granted(approve(mention, 'p1', aPress(BEN, 'k2'), TWO, desk, now)).state.publications[0]?.status).toBe(
      'waiting',
    );
  });

  it('is not let go by a guest who leads, either', () => {
    const own = { ...aPress(ANNA, 'k2'), standing: GUEST };
    expect(refusalOf(approve(replied(GUEST), 'p1', own, { override: true }, desk, now))).toEqual({
      reason: 'guest-approval',
    });
  });

  it('waits, is approved and goes back as one when it is in numbered posts', () => {
    const long = Array.from({ length: 40 }, (_, n) => `Sentence number ${n} of a long answer.`).join(' ');
    const mention = replied(NEW, long, true);
    const states = (one: { publications: Mention['publications'] }) => one.publications.map(({ status }) => status);
    expect(new Set(states(mention))).toEqual(new Set(['approval']));
    expect(mention.publications.length).toBeGreaterThan(1);
    const { state } = granted(approve(mention, 'p2', aPress(BEN, 'k2'), TWO, desk, now));
    expect(new Set(states(state))).toEqual(new Set(['waiting']));
    expect(state.history.at(-1)?.text).toContain('Sentence number 39');
    const back = granted(sendBack(mention, 'p1', aPress(BEN, 'k2'), 'Shorter.', now));
    expect(new Set(states(back.state))).toEqual(new Set(['undone']));
    expect(effectsOf(back, 'send-notice')).toHaveLength(1);
    expect(back.state.drafts).toMatchObject([{ by: ANNA, why: 'sent-back' }]);
  });
});

describe('a text that nobody looks at', () => {
  const at = (mention: Mention, minutes: number) => wakeApprovals(mention, desk, minutesAfter(now, minutes));
  const told = (decision: ReturnType<typeof at>) => effectsOf(decision, 'send-notice').map(({ to }) => to);

  it('goes to one lead after the other, ten minutes apart, each once, and never to its writer', () => {
    const mention = replied();
    expect(facetsOf(mention).wakeAt).toBe(instant('2026-11-24T10:30'));
    expect(told(at(mention, 9))).toEqual([]);
    const first = at(mention, 10);
    expect(told(first)).toEqual([CARLA]);
    expect(told(at(first.state, 19))).toEqual([]);
    const second = at(first.state, 20);
    expect(told(second)).toEqual([DORA]);
    expect(told(at(second.state, 600))).toEqual([]);
    expect(second.state.publications[0]?.approval?.nextAt).toBeNull();
  });

  it('is told of no more once it was approved or taken back', () => {
    const approved = granted(approve(replied(), 'p1', aPress(BEN, 'k2'), TWO, desk, now)).state;
    expect(approved.type === 'mention' && told(at(approved, 10))).toEqual([]);
    expect(told(at(granted(undo(replied(), 'p1', ANNA, now)).state, 10))).toEqual([]);
  });

  it('goes to the members of a group of leads, and is asked about again while Slack does not name them', () => {
    const inGroup = (people: readonly string[], areKnown: boolean) => ({ ...desk, leads: { people, areKnown } });
    const unknown = wakeApprovals(replied(), inGroup([], false), minutesAfter(now, 10));
    expect(told(unknown)).toEqual([]);
    expect(unknown.state.publications[0]?.approval?.nextAt).toBe(instant('2026-11-24T10:31'));
    const known = wakeApprovals(unknown.state, inGroup([ANNA, DORA], true), minutesAfter(now, 11));
    expect(told(known)).toEqual([DORA]);
    expect(known.state.publications[0]?.approval?.nextAt).toBeNull();
  });

  it('is told of once though the app was down for hours', () => {
    expect(told(at(replied(), 300))).toEqual([CARLA]);
  });
});

describe('the first word of an incident', () => {
  const start = { ...aPress(ANNA, 'k1'), network: 'x', channel: 'C0CARE', title: 'Down', severity: 'major' } as const;
  const wish = { ...start, updateMinutes: 30, text: 'We are on it.' };
  const careful = aDesk({ approval: { incidents: true } });

  it('that is sent back ends the incident: the public has read nothing of it', () => {
    const { state } = startIncident(wish, wish.text, 1, careful, now);
    expect(state.publications[0]).toMatchObject({ status: 'approval', approval: { why: 'incident' } });
    const back = granted(sendBack(state, 'p1', aPress(BEN, 'k2'), 'Which city?', now)).state;
    expect(back).toMatchObject({ status: 'resolved', remindAt: null });
    expect(back.drafts).toMatchObject([{ by: ANNA, purpose: 'incident-start', why: 'sent-back' }]);
  });
});
