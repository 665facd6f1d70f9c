import { describe, expect, it } from 'vitest';
import { answer, prepareText } from '../../src/desk/answer.ts';
import { prepareBroadcast, speak } from '../../src/desk/broadcast.ts';
import { hear } from '../../src/desk/channel-lines.ts';
import { type DeskState, NEW_DESK } from '../../src/desk/desk-state.ts';
import { hearNews } from '../../src/desk/hear.ts';
import { type PauseReach, pause, resume, waitingTexts } from '../../src/desk/pause.ts';
import { askToDelete } from '../../src/desk/published.ts';
import { beginSending, expireWaiting, pressSend, publicationOf, sendAgain } from '../../src/desk/publishing.ts';
import { channelRef, mentionRef } from '../../src/desk/ref.ts';
import { undo } from '../../src/desk/undo.ts';
import { aMentionWith, answeredMention, pressed, pressedAt } from './answers.ts';
import {
  ANNA,
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
  minutesAfter,
  onlyPlanned,
  refusalOf,
} from './examples.ts';

const NOW = berlin('2026-11-24T10:05');
const PAUSE = { by: BEN, at: instant('2026-11-24T10:05') };
const pausedDesk = { ...aDesk(), paused: PAUSE };
const REFUSED = { reason: 'paused', ...PAUSE };

const aDeskState = (fields: Partial<DeskState> = {}): DeskState => ({
  ...NEW_DESK,
  settings: aDesk().settings,
  ...fields,
});
const reach = (more: Partial<PauseReach> = {}): PauseReach => ({ channel: CARD.channel, waiting: [], ...more });

describe('pausing all publishing', () => {
  it('is kept with who and when, and told to the channel and to every card with a text that waits', () => {
    const waiting = waitingTexts([pressed(), answeredMention(), anIncident()]);
    expect(waiting).toEqual([mentionRef(pressed().id)]);
    const decision = granted(pause(aDeskState(), aPress(BEN), reach({ waiting }), NOW));
    expect(decision.state).toMatchObject({ paused: PAUSE, history: [{ by: BEN, did: 'paused' }] });
    expect(effectsOf(decision, 'tell').map(({ to }) => to)).toEqual([channelRef(CARD.channel), ...waiting]);
  });

  it('a second time is refused, and the same press again changes nothing', () => {
    const { state } = granted(pause(aDeskState(), aPress(BEN), reach(), NOW));
    expect(refusalOf(pause(state, aPress(ANNA), reach(), NOW))).toEqual({ reason: 'already-done' });
    expect(refusalOf(pause(state, aPress(BEN), reach(), NOW))).toEqual({ reason: 'already-handled' });
  });

  it('ends once; the button of an earlier pause ends no later one', () => {
    const paused = aDeskState({ paused: PAUSE });
    const { state } = granted(resume(paused, aPress(ANNA), null, reach(), NOW));
    expect(state).toMatchObject({ paused: null, history: [{ by: ANNA, did: 'resumed' }] });
    expect(refusalOf(resume(state, aPress(BEN), null, reach(), NOW))).toEqual({ reason: 'already-done' });
    expect(refusalOf(resume(state, aPress(ANNA), null, reach(), NOW))).toEqual({ reason: 'already-handled' });
    const earlier = instant('2026-11-24T09:00');
    expect(refusalOf(resume(paused, aPress(ANNA), earlier, reach(), NOW))).toEqual({ reason: 'already-done' });
  });
});

describe('while publishing is paused', () => {
  it('nobody’s text gets past the one way to the public, and the refusal says by whom and since when', () => {
    expect(prepareText('Hello', ANNA, pausedDesk)).toEqual({ refused: REFUSED });
    expect(prepareBroadcast('Hello', pausedDesk)).toEqual({ refused: REFUSED });
    const wish = { ...aPress(), purpose: 'reply', text: 'Hello', seen: [], anyway: true } as const;
    expect(refusalOf(answer(aMention(), wish, pausedDesk, NOW))).toEqual(REFUSED);
    const word = { ...aPress(), purpose: 'incident-update', text: 'Hello', updateMinutes: null } as const;
    expect(refusalOf(speak(anIncident(), word, pausedDesk, NOW))).toEqual(REFUSED);
  });

  it('a text whose seconds of Undo are over does not go out', () => {
    expect(refusalOf(beginSending(pressed(), 'p1', 'a1', pausedDesk, NOW))).toEqual(REFUSED);
  });

  it('a word of an incident does not go out either', () => {
    const wish = { by: ANNA, purpose: 'incident-update', text: 'Soon.', inReplyTo: null } as const;
    const incident = pressSend(anIncident(), wish, aDesk(), NOW);
    expect(refusalOf(beginSending(incident, 'p2', 'a1', pausedDesk, NOW))).toEqual(REFUSED);
  });

  it('a text that has waited for 15 minutes goes back to its sender as always', () => {
    const late = minutesAfter(pressedAt, 15);
    const expired = granted(beginSending(pressed(), 'p1', 'a1', pausedDesk, late));
    expect(publicationOf(expired.state, 'p1')).toMatchObject({ status: 'failed', fault: { code: 'expired' } });
    expect(effectsOf(expireWaiting(pressed(), late), 'send-notice')).toHaveLength(1);
  });

  it('a text of which nobody knows whether it is public is not sent again', () => {
    const unclear = aMentionWith({ status: 'unclear', post: null, looks: 3 });
    expect(refusalOf(sendAgain(unclear, 'p1', ANNA, pausedDesk, NOW))).toEqual(REFUSED);
  });

  it('Undo and Delete go on', () => {
    expect(publicationOf(granted(undo(pressed(), 'p1', ANNA, NOW)).state, 'p1')?.status).toBe('undone');
    const deleting = granted(askToDelete(answeredMention(), 'p1', ANNA, NOW)).state;
    expect(publicationOf(deleting, 'p1')?.status).toBe('deleting');
  });
});

describe('the channel', () => {
  const paused = { type: 'paused', pause: PAUSE.at, by: BEN } as const;
  const resumed = { type: 'resumed', pause: PAUSE.at, by: ANNA, at: instant('2026-11-24T10:20') } as const;

  it('gets one message for a pause, which loses its button at the end; the end is told as well', () => {
    const first = granted(hear(aChannel(), 'n1', paused, NOW));
    expect(first.state.pauses).toEqual([{ at: PAUSE.at, by: BEN, ended: null, message: null }]);
    const { key } = onlyPlanned(first, 'draw-pause');
    const second = granted(hear(first.state, 'n2', resumed, NOW));
    expect(second.state.pauses).toMatchObject([{ ended: { by: ANNA, at: resumed.at } }]);
    expect(onlyPlanned(second, 'draw-pause').key).toBe(key);
    expect(effectsOf(second, 'post-channel-note')).toMatchObject([{ note: { type: 'resumed' } }]);
  });

  it('hears each of it once', () => {
    const { state } = granted(hear(aChannel(), 'n1', paused, NOW));
    const again = granted(hear(state, 'n1', paused, NOW));
    expect(again).toEqual({ state, effects: [] });
  });
});

it('the card of a waiting text is drawn again at a pause and at its end', () => {
  const mention = aMention({ publications: [aPublication({ status: 'waiting' })] });
  const news = { type: 'paused', pause: PAUSE.at, by: BEN } as const;
  expect(effectsOf(hearNews(mention, 'n1', news, NOW), 'draw-card')).toHaveLength(1);
});
