import { describe, expect, it } from 'vitest';
import { carriedOut, gaveUp, overtaken } from '../../src/desk/carried-out.ts';
import type { Channel, KindCounts } from '../../src/desk/channel.ts';
import { decided } from '../../src/desk/decision.ts';
import type { Effect } from '../../src/desk/effect.ts';
import { escalate } from '../../src/desk/escalate.ts';
import {
  aChannel,
  aDesk,
  aMention,
  anIncident,
  aPress,
  aPublication,
  BEN,
  berlin,
  CARD,
  effectsOf,
  granted,
  instant,
  onlyPlanned,
  secondsAfter,
} from './examples.ts';

const desk = aDesk();
const now = berlin('2026-11-24T10:05');
const MESSAGE = { channel: 'C0CARE', ts: '1700000900.000100' };
const waiting = aPublication({ status: 'waiting', goesOutAt: null, attempt: null, post: null });

describe('a drawn card', () => {
  const effect: Effect = { type: 'draw-card' };

  it('is remembered where Slack put it', () => {
    const mention = aMention({ card: null });
    expect(carriedOut(mention, mention, effect, MESSAGE, desk, now).state).toMatchObject({ card: MESSAGE });
  });

  it('that was only updated stays where it is', () => {
    const mention = aMention();
    expect(carriedOut(mention, mention, effect, null, desk, now).state).toMatchObject({ card: CARD });
  });

  it('begins the seconds of Undo of the texts that it showed', () => {
    const mention = aMention({ publications: [waiting] });
    const decision = carriedOut(mention, mention, effect, null, desk, now);
    expect(onlyPlanned(decision, 'publish').notBefore).toBe(secondsAfter(now, 10).toISOString());
  });

  it('does not begin them for a text that was pressed while Slack was drawing', () => {
    const mention = aMention({ publications: [waiting] });
    const decision = carriedOut(mention, aMention(), effect, null, desk, now);
    expect(decision.effects).toEqual([]);
    expect(decision.state).toMatchObject({ publications: [{ goesOutAt: null }] });
  });

  it('of an incident does the same', () => {
    const incident = anIncident({ card: null, publications: [{ ...waiting, purpose: 'incident-start' }] });
    const decision = carriedOut(incident, incident, { type: 'draw-incident' }, MESSAGE, desk, now);
    expect(decision.state).toMatchObject({ card: MESSAGE });
    expect(effectsOf(decision, 'publish')).toHaveLength(1);
  });
});

describe('a drawn reminder', () => {
  const round = { id: 'r1', at: instant('2026-11-24T10:00'), members: [], message: null };
  const channel = aChannel({ rounds: [round, { ...round, id: 'r2' }] });

  it('is remembered where Slack put it', () => {
    const { state } = carriedOut(channel, channel, { type: 'draw-round', round: 'r2' }, MESSAGE, desk, now);
    expect(state).toMatchObject({ rounds: [{ message: null }, { id: 'r2', message: MESSAGE }] });
  });

  it('that was empty and not posted has no place', () => {
    const effect: Effect = { type: 'draw-round', round: 'r2' };
    expect(carriedOut(channel, channel, effect, null, desk, now)).toEqual(decided(channel));
  });
});

describe('a drawn backlog line', () => {
  const effect: Effect = { type: 'draw-backlog' };
  const none: KindCounts = { complaint: 0, question: 0, praise: 0, other: 0 };
  const line = (complaint: number, message: typeof MESSAGE | null = MESSAGE, updatedAt = now): Channel =>
    aChannel({
      backlog: { waiting: { ...none, complaint }, since: null, updatedAt: updatedAt.toISOString(), message },
    });

  it('is remembered where Slack put it', () => {
    const channel = line(4, null);
    expect(carriedOut(channel, channel, effect, MESSAGE, desk, now).state).toEqual(line(4));
  });

  it('keeps its message when more wait again before the zero was drawn', () => {
    const more = line(2, MESSAGE, secondsAfter(now, 15));
    expect(carriedOut(more, line(0), effect, null, desk, now).state).toEqual(more);
  });

  it('that is over already stays over', () => {
    expect(carriedOut(aChannel(), line(4), effect, MESSAGE, desk, now)).toEqual(decided(aChannel()));
  });
});

describe('an effect that the world has overtaken', () => {
  it('leaves the state as it is, but for a backlog line that nobody will see', () => {
    const none: KindCounts = { complaint: 0, question: 0, praise: 0, other: 0 };
    const channel = aChannel({ backlog: { waiting: none, since: null, updatedAt: now.toISOString(), message: null } });
    expect(overtaken(channel, { type: 'draw-backlog' })).toEqual(decided(aChannel()));
    expect(overtaken(channel, { type: 'post-again' })).toEqual(decided(channel));
  });
});

describe('the "wrote again" line', () => {
  it('once posted has told what it named, and nothing else', () => {
    const named = aChannel({ again: ['x:1'] });
    const { state } = carriedOut(
      aChannel({ again: ['x:1', 'x:2'] }),
      named,
      { type: 'post-again' },
      MESSAGE,
      desk,
      now,
    );
    expect(state).toMatchObject({ again: ['x:2'], lastAgainAt: now.toISOString() });
  });
});

describe('an escalation', () => {
  const { state: escalated } = granted(escalate(aMention(), aPress(), { type: 'user', id: BEN }, '', desk, now));
  const effect: Effect = { type: 'post-escalation', escalation: 'e1' };

  it('that was posted is known by its message', () => {
    const { state } = carriedOut(escalated, escalated, effect, MESSAGE, desk, now);
    expect(state).toMatchObject({ escalations: [{ message: MESSAGE, fault: null }] });
  });

  it('that Slack refused for good is said in the thread', () => {
    const decision = gaveUp(escalated, effect, 'not-in-channel');
    expect(decision.state).toMatchObject({ escalations: [{ fault: 'not-in-channel' }] });
    expect(effectsOf(decision, 'post-note')).toHaveLength(1);
  });

  it('is the only effect whose refusal changes the state', () => {
    expect(gaveUp(escalated, { type: 'draw-card' }, 'slack-refused')).toEqual(decided(escalated));
  });
});

describe('what leaves no trace in the state', () => {
  it.each<Effect>([
    { type: 'post-note', id: 'n', note: { type: 'escalation-failed', escalation: 'e1' } },
    { type: 'send-notice', id: 'n', to: BEN, notice: { type: 'due-soon', clock: 'c1' } },
    { type: 'post-update-due', dueAt: instant('2026-11-24T10:00') },
    { type: 'publish', publication: 'p1' },
    { type: 'draw-round', round: 'r1' },
    { type: 'post-again' },
  ])('$type at a mention', (effect) => {
    const mention = aMention({ publications: [waiting] });
    expect(carriedOut(mention, mention, effect, MESSAGE, desk, now)).toEqual(decided(mention));
  });
});
