import { describe, expect, it } from 'vitest';
import { PRIORITY } from '../../src/desk/effect.ts';
import { escalate, escalationAnswered, escalationFailed, escalationPosted } from '../../src/desk/escalate.ts';
import { escalationAt } from '../../src/desk/escalation.ts';
import type { Mention } from '../../src/desk/mention.ts';
import {
  ANNA,
  aDesk,
  aMention,
  aPress,
  BEN,
  berlin,
  CARD,
  effectsOf,
  granted,
  onlyPlanned,
  refusalOf,
} from './examples.ts';

const GROUP = 'S0BAGGAGE';
const desk = aDesk({ escalation: { channels: { [GROUP]: 'C0BAGGAGE' } } });
const now = berlin('2026-11-24T10:20');
const FIRST = { type: 'post-escalation', escalation: 'e1' } as const;
const posted = { channel: 'D0BEN', ts: '1700000500.000100' };
const word = { by: BEN, text: 'It is in Oslo, flight NR12.', ts: '1700000600.000100' };

function escalated(mention: Mention = aMention()) {
  return granted(escalate(mention, aPress(), { type: 'user', id: BEN }, 'where is it?', desk, now));
}

describe('an escalation', () => {
  it('to a person goes to them, with the reason in the history; the SLA runs on', () => {
    const decision = escalated();
    expect(decision.state).toMatchObject({
      status: 'escalated',
      clocks: [{ stopped: null }],
      escalations: [
        { id: 'e1', to: { type: 'user', id: BEN }, by: ANNA, reason: 'where is it?', channel: null, message: null },
      ],
    });
    expect(decision.state.history.at(-1)).toMatchObject({ by: ANNA, did: 'escalated', text: 'U0BEN: where is it?' });
    expect(effectsOf(decision, 'post-escalation')).toEqual([{ type: 'post-escalation', escalation: 'e1' }]);
  });

  it.each([
    [GROUP, 'C0BAGGAGE'],
    ['S0NOCHANNEL', null],
  ])('to the group %s is told in the channel that the settings name: %s', (id, channel) => {
    const { state } = granted(escalate(aMention(), aPress(), { type: 'group', id }, '', desk, now));
    expect(state.escalations).toMatchObject([{ channel }]);
  });

  it.each(['answered', 'closed'] as const)('of a mention that is %s does not open it', (status) => {
    expect(escalated(aMention({ status })).state.status).toBe(status);
  });

  it('is pressed once; another press is another escalation', () => {
    const { state } = escalated();
    const to = { type: 'user', id: BEN } as const;
    expect(refusalOf(escalate(state, aPress(), to, '', desk, now))).toEqual({ reason: 'already-handled' });
    const second = granted(escalate(state, aPress(ANNA, 'second'), to, '', desk, now)).state;
    expect(second.escalations.map((one) => one.id)).toEqual(['e1', 'e2']);
  });
});

describe('what Slack makes of it', () => {
  it('a posted message is remembered, so that its thread is known', () => {
    const { state } = escalationPosted(escalated().state, FIRST, posted);
    expect(escalationAt(state, posted, BEN)).toMatchObject({ escalation: { id: 'e1' }, isHere: false });
    expect(escalationAt(state, { ...posted, channel: 'D0OTHER' }, BEN)).toBeNull();
    expect(escalationAt(state, CARD, BEN)).toBeNull();
  });

  it('a refusal is said in the card’s thread', () => {
    const decision = escalationFailed(escalated().state, FIRST, 'not-in-channel');
    expect(decision.state.escalations).toMatchObject([{ fault: 'not-in-channel' }]);
    expect(onlyPlanned(decision, 'post-note').effect).toMatchObject({
      note: { type: 'escalation-failed', escalation: 'e1' },
    });
  });

  it('a message that is there already stays, whatever Slack says of an update', () => {
    const { state } = escalationPosted(escalated().state, FIRST, posted);
    expect(escalationFailed(state, FIRST, 'not-in-channel')).toEqual({ state, effects: [] });
    expect(escalationPosted(state, FIRST, posted)).toEqual({ state, effects: [] });
  });

  it('a later success takes the fault away', () => {
    const failed = escalationFailed(escalated().state, FIRST, 'not-in-channel').state;
    expect(escalationPosted(failed, FIRST, posted).state.escalations).toMatchObject([{ fault: null, message: posted }]);
  });
});

describe('what people answer in its thread', () => {
  const asked = escalationPosted(escalated().state, FIRST, posted).state;

  it('appears in the card’s thread once, with who said it in the history', () => {
    const decision = granted(escalationAnswered(asked, 'e1', word, false, now));
    expect(decision.state.escalations).toMatchObject([{ answers: [word] }]);
    expect(decision.state.history.at(-1)).toMatchObject({ by: BEN, did: 'escalation-answered', text: word.text });
    expect(onlyPlanned(decision, 'post-note').effect).toMatchObject({
      note: { type: 'escalation-answered', escalation: 'e1', ts: word.ts },
    });
    expect(refusalOf(escalationAnswered(decision.state, 'e1', word, false, now))).toEqual({
      reason: 'already-handled',
    });
  });

  it('appears each time when it is said in several messages', () => {
    const first = granted(escalationAnswered(asked, 'e1', word, false, now));
    const second = granted(escalationAnswered(first.state, 'e1', { ...word, ts: '1700000700.000100' }, false, now));
    expect(second.state.escalations[0]?.answers).toHaveLength(2);
    expect(onlyPlanned(second, 'post-note').key).not.toBe(onlyPlanned(first, 'post-note').key);
  });

  it('publishes nothing and stops no clock', () => {
    const { state } = granted(escalationAnswered(asked, 'e1', word, false, now));
    expect(state).toMatchObject({ publications: [], clocks: [{ stopped: null }] });
  });

  it('belongs to an escalation that there is', () => {
    expect(refusalOf(escalationAnswered(asked, 'e9', word, false, now))).toEqual({ reason: 'already-handled' });
  });
});

describe('every step of an escalation', () => {
  const posts = escalationPosted(escalated().state, FIRST, posted);

  it.each([
    ['pressed', escalated()],
    ['posted', posts],
    ['refused', escalationFailed(escalated().state, FIRST, 'not-in-channel')],
    ['answered', granted(escalationAnswered(posts.state, 'e1', word, false, now))],
  ])('(%s) is drawn on the card, ahead of what nobody waits for', (_, decision) => {
    expect(effectsOf(decision, 'draw-card')).toHaveLength(1);
    expect(decision.effects.every((planned) => planned.priority === PRIORITY.press)).toBe(true);
  });
});
