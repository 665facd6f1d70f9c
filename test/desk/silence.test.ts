import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOut } from '../../src/desk/carried-out.ts';
import type { Channel } from '../../src/desk/channel.ts';
import { type NetworkVitals, tellSilence, type Vitals } from '../../src/desk/silence.ts';
import { aChannel, aDesk, berlin, CARD, effectsOf, granted, instant, secondsAfter } from './examples.ts';

const SINCE = instant('2026-11-24T10:00');
const desk = aDesk();

function x(fields: Partial<NetworkVitals> = {}): NetworkVitals {
  return {
    network: 'x',
    everyMs: 60_000,
    silentMs: 0,
    since: SINCE,
    heardAt: SINCE,
    failed: 0,
    why: null,
    isToldApart: false,
    isCut: false,
    ...fields,
  };
}
const reading = (fields: Partial<NetworkVitals> = {}): Vitals => ({ networks: [x(fields)], socket: null });
const linked = (isUp: boolean, forMs: number, since = SINCE): Vitals => ({
  networks: [],
  socket: { isUp, forMs, since },
});

const FAILING = { silentMs: 180_000, failed: 3, why: 'X answered 503' };

/** The line is in Slack. */
function posted(channel: Channel, over: boolean, rendered = channel): Channel {
  const [silence] = rendered.silences;
  const effect = { type: 'post-silence', silence: silence?.id ?? '', over } as const;
  const { state } = carriedOut(channel, rendered, effect, CARD, desk, berlin('2026-11-24T10:05'));
  if (state.type !== 'channel') throw new Error('no channel');
  return state;
}

const lines = (decision: ReturnType<typeof tellSilence>) => effectsOf(granted(decision), 'post-silence');

describe('a network that can not be read', () => {
  it('is told when no read went well for three intervals, once', () => {
    expect(tellSilence(aChannel(), reading({ ...FAILING, silentMs: 179_999 }))).toBeNull();
    const told = granted(tellSilence(aChannel(), reading(FAILING)));
    expect(lines(told)).toMatchObject([{ silence: `network:x@${SINCE}`, over: false }]);
    expect(told.state.silences).toMatchObject([{ since: SINCE, why: 'X answered 503', isTold: false, ended: null }]);
    expect(tellSilence(told.state, reading({ ...FAILING, silentMs: 600_000, failed: 9 }))).toBeNull();
    expect(tellSilence(posted(told.state, false), reading({ ...FAILING, silentMs: 600_000 }))).toBeNull();
  });

  it('is no fault while the first read of a surge still pages, but one that hangs for ten minutes is', () => {
    expect(tellSilence(aChannel(), reading({ silentMs: 779_999 }))).toBeNull();
    expect(lines(tellSilence(aChannel(), reading({ silentMs: 780_000 })))).toHaveLength(1);
  });

  it('is told again when it can be read again, and then forgotten', () => {
    const told = posted(granted(tellSilence(aChannel(), reading(FAILING))).state, false);
    const over = granted(tellSilence(told, reading({ heardAt: instant('2026-11-24T10:12') })));
    expect(lines(over)).toMatchObject([{ silence: `network:x@${SINCE}`, over: true }]);
    expect(over.state.silences).toMatchObject([{ ended: { at: instant('2026-11-24T10:12') } }]);
    expect(tellSilence(over.state, reading())).toBeNull();
    expect(posted(over.state, true).silences).toEqual([]);
  });

  it('is one line for both when Slack could not take the first in time', () => {
    const begun = granted(tellSilence(aChannel(), reading(FAILING))).state;
    const over = granted(tellSilence(begun, reading({ heardAt: instant('2026-11-24T10:12') })));
    expect(over.effects).toEqual([]);
    expect(posted(over.state, false).silences).toEqual([]);
  });

  it('is told twice when it ended just while the first line was on its way', () => {
    const begun = granted(tellSilence(aChannel(), reading(FAILING))).state;
    const over = granted(tellSilence(begun, reading({ heardAt: instant('2026-11-24T10:12') }))).state;
    const [silence] = begun.silences;
    const effect = { type: 'post-silence', silence: silence?.id ?? '', over: false } as const;
    const settled = carriedOut(over, begun, effect, CARD, desk, berlin('2026-11-24T10:12'));
    expect(effectsOf(settled, 'post-silence')).toMatchObject([{ over: true }]);
    expect(settled.state).toMatchObject({ silences: [{ isTold: true }] });
  });

  it('stays told over a restart: neither again, nor as over, before a read has ended', () => {
    const told = posted(granted(tellSilence(aChannel(), reading(FAILING))).state, false);
    const afterStart = { heardAt: null, since: instant('2026-11-24T10:30') };
    expect(tellSilence(told, reading(afterStart))).toBeNull();
    expect(tellSilence(told, reading({ ...afterStart, ...FAILING }))).toBeNull();
    expect(lines(tellSilence(told, reading({ heardAt: instant('2026-11-24T10:31') })))).toMatchObject([{ over: true }]);
  });

  it('is left to the line about the refusal where the network does not let us read, also when that comes later', () => {
    const refused = reading({ ...FAILING, isToldApart: true });
    expect(tellSilence(aChannel(), refused)).toBeNull();
    const told = posted(granted(tellSilence(aChannel(), reading(FAILING))).state, false);
    const refusals = [{ network: 'x', cause: 'not-authorised', since: SINCE } as const];
    const left = granted(tellSilence({ ...told, refusals }, refused));
    expect(left).toMatchObject({ state: { silences: [] }, effects: [] });
    expect(tellSilence(left.state, reading(FAILING))).toBeNull();
  });

  it('is no news at a start before a read has failed', () => {
    expect(tellSilence(aChannel(), reading({ heardAt: null, silentMs: 179_000 }))).toBeNull();
  });
});

describe('the connection that presses come by', () => {
  it('is told when it is down for a minute, and when it is back', () => {
    expect(tellSilence(aChannel(), linked(false, 59_999))).toBeNull();
    const begun = granted(tellSilence(aChannel(), linked(false, 60_000)));
    expect(lines(begun)).toMatchObject([{ silence: `socket@${SINCE}`, over: false }]);
    const over = granted(tellSilence(posted(begun.state, false), linked(true, 0, instant('2026-11-24T10:12'))));
    expect(lines(over)).toMatchObject([{ over: true }]);
    expect(posted(over.state, true).silences).toEqual([]);
  });

  it('is told apart from a network, and both may be silent at once', () => {
    const both = { ...reading(FAILING), socket: linked(false, 60_000).socket };
    expect(lines(tellSilence(aChannel(), both))).toHaveLength(2);
  });
});

describe('whatever happens', () => {
  it('the channel hears of no end without a beginning, of each at most once, and of all that ended', () => {
    const step = fc.record({ isSilent: fc.boolean(), isSlackThere: fc.boolean(), endsOnTheWay: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const told = play([...steps, { isSilent: false, isSlackThere: true, endsOnTheWay: false }]);
        expect(new Set(told).size).toBe(told.length);
        for (const [place, said] of told.entries()) {
          const id = said.replace(/ .*/, '');
          if (said.endsWith(' over')) expect(told.indexOf(`${id} began`)).toBeLessThan(place);
          if (said.endsWith(' over')) expect(told).toContain(`${id} began`);
          if (said.endsWith(' both')) expect(told).not.toContain(`${id} began`);
        }
        for (const said of told.filter((one) => one.endsWith(' began'))) {
          expect(told).toContain(said.replace('began', 'over'));
        }
      }),
    );
  });
});

/** The looks of the watch one after the other; what Slack was told, by silence. */
function play(steps: readonly { isSilent: boolean; isSlackThere: boolean; endsOnTheWay: boolean }[]): string[] {
  const told: string[] = [];
  let channel = aChannel();
  let pending: { silence: string; over: boolean }[] = [];
  let at = new Date(SINCE);
  const look = (isSilent: boolean) => {
    at = secondsAfter(at, 5);
    const since = at.toISOString();
    const decision = tellSilence(channel, reading(isSilent ? { ...FAILING, since } : { since, heardAt: since }));
    if (decision === null) return;
    channel = decision.state;
    pending = [...pending, ...lines(decision)];
  };
  const post = (next: { silence: string; over: boolean }, endsOnTheWay: boolean) => {
    const rendered = channel;
    if (endsOnTheWay) look(false);
    const shown = rendered.silences.find(({ id }) => id === next.silence);
    told.push(`${next.silence} ${next.over ? 'over' : shown?.ended === null ? 'began' : 'both'}`);
    const settled = carriedOut(channel, rendered, { type: 'post-silence', ...next }, CARD, desk, at);
    if (settled.state.type !== 'channel') throw new Error('no channel');
    channel = settled.state;
    pending = [...pending, ...effectsOf(settled, 'post-silence')];
  };
  for (const { isSilent, isSlackThere, endsOnTheWay } of steps) {
    look(isSilent);
    for (let next = isSlackThere ? pending.shift() : undefined; next !== undefined; next = pending.shift()) {
      post(next, endsOnTheWay);
    }
  }
  return told;
}
