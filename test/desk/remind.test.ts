import { describe, expect, it } from 'vitest';
import type { Channel, RoundMember } from '../../src/desk/channel.ts';
import { decided } from '../../src/desk/decision.ts';
import type { Kind, Mention } from '../../src/desk/mention.ts';
import { remind, strike } from '../../src/desk/remind.ts';
import { stopClocks } from '../../src/desk/sla.ts';
import { aChannel, aDesk, aMention, aPost, berlin, effectsOf, granted, instant, minutesAfter } from './examples.ts';

const desk = aDesk();

/** A mention that came in then; a complaint is due after 60 minutes of office time. */
function since(local: string, id = '1001', kind: Kind = 'complaint'): Mention {
  return aMention({ id: `x:${id}`, kind }, desk, { kind, post: aPost({ id, at: instant(local) }) });
}

function listed(members: readonly RoundMember[] | undefined): string[] {
  return (members ?? []).map((member) => `${member.mention} ${member.threshold}`);
}

/** What the watch sees at these instants: the members of each round that is posted. */
function rounds(start: Channel, open: readonly Mention[], instants: readonly Date[]): string[][] {
  let channel = start;
  const posted: string[][] = [];
  for (const now of instants) {
    const decision = remind(channel, open, desk, now);
    if (decision === null) continue;
    channel = decision.state;
    for (const effect of effectsOf(decision, 'draw-round')) {
      posted.push(listed(channel.rounds.find((round) => round.id === effect.round)?.members));
    }
  }
  return posted;
}

function everyMinute(from: string, minutes: number): Date[] {
  return Array.from({ length: minutes }, (_, minute) => minutesAfter(berlin(from), minute));
}

describe('a reminder', () => {
  const due = berlin('2026-11-24T11:00');

  it('is posted when a complaint passes its due time', () => {
    const decision = granted(remind(aChannel(), [since('2026-11-24T10:00')], desk, due));
    expect(decision.state).toMatchObject({
      rounds: [
        {
          id: 'r1',
          at: due.toISOString(),
          members: [{ mention: 'x:1001', clock: 'c1', threshold: 'due', struckAt: null }],
          message: null,
        },
      ],
      lastRoundAt: due.toISOString(),
    });
    expect(decision.effects).toMatchObject([{ key: 'draw-round:r1', effect: { round: 'r1' } }]);
  });

  it('is not posted a minute earlier', () => {
    expect(remind(aChannel(), [since('2026-11-24T10:00')], desk, minutesAfter(due, -1))).toBeNull();
  });

  it('is posted once when due, and once more at twice the time', () => {
    const posted = rounds(aChannel(), [since('2026-11-24T10:00')], everyMinute('2026-11-24T10:00', 600));
    expect(posted).toEqual([['x:1001 due'], ['x:1001 second']]);
  });

  it('groups all that is due together, in the order of the list', () => {
    const open = [since('2026-11-24T09:58', '1'), since('2026-11-24T10:00', '2'), since('2026-11-24T10:20', '3')];
    expect(rounds(aChannel(), open, [due])).toEqual([['x:1 due', 'x:2 due']]);
  });

  it('takes along what is due within a minute, rather than a quarter of an hour later', () => {
    const open = [since('2026-11-24T10:00', '1'), since('2026-11-24T10:01', '2')];
    expect(rounds(aChannel(), open, [due])).toEqual([['x:1 due', 'x:2 due']]);
  });

  it('never comes early because of what was told before', () => {
    const open = [since('2026-11-24T10:00', '1'), since('2026-11-24T10:30', '2')];
    const told = granted(remind(aChannel(), open, desk, due)).state;
    expect(remind(told, open, desk, berlin('2026-11-24T11:29'))).toBeNull();
    expect(remind(told, open, desk, berlin('2026-11-24T11:30'))).not.toBeNull();
  });

  it('comes at most every 15 minutes; what is due meanwhile waits for the next one', () => {
    const open = [since('2026-11-24T10:00', '1'), since('2026-11-24T10:02', '2'), since('2026-11-24T10:14', '3')];
    const instants = everyMinute('2026-11-24T11:00', 30);
    expect(rounds(aChannel(), open, instants)).toEqual([['x:1 due'], ['x:2 due', 'x:3 due']]);
    const first = granted(remind(aChannel(), open, desk, due)).state;
    expect(remind(first, open, desk, minutesAfter(due, 14))).toBeNull();
    expect(remind(first, open, desk, minutesAfter(due, 15))).not.toBeNull();
  });

  it('is the second one from twice the time on', () => {
    const open = [since('2026-11-24T10:00')];
    expect(rounds(aChannel(), open, [berlin('2026-11-24T11:58')])).toEqual([['x:1001 due']]);
    expect(rounds(aChannel(), open, [berlin('2026-11-24T12:00')])).toEqual([['x:1001 second']]);
  });

  it('counts thresholds that passed while the app was down as the highest, once', () => {
    const posted = rounds(aChannel(), [since('2026-11-24T10:00')], everyMinute('2026-11-24T14:00', 240));
    expect(posted).toEqual([['x:1001 second']]);
  });

  it('leaves out what was answered and what has no SLA', () => {
    const complaint = since('2026-11-24T10:00');
    const answered = { ...complaint, clocks: stopClocks(complaint.clocks, due, 'p1') };
    const praise = since('2026-11-24T10:00', '2', 'praise');
    expect(remind(aChannel(), [answered, praise], desk, minutesAfter(due, 300))).toBeNull();
  });

  it('is about each clock on its own: a later post is reminded of although the first one was', () => {
    const first = since('2026-11-24T10:00');
    const [clock] = first.clocks;
    if (clock === undefined) throw new Error('no clock');
    const second = { ...clock, id: 'c2', startedAt: instant('2026-11-24T10:30'), dueAt: instant('2026-11-24T11:30') };
    const open = [{ ...first, clocks: [clock, second] }];
    const members = everyMinute('2026-11-24T11:00', 31);
    expect(rounds(aChannel(), open, members)).toEqual([['x:1001 due'], ['x:1001 due']]);
  });
});

describe('the office', () => {
  it('is not reminded while it is closed: a complaint of Saturday evening is due on Monday', () => {
    const open = [since('2026-11-21T19:30')];
    const atNight = aChannel({ lastOpeningAt: instant('2026-11-21T08:00') });
    for (const now of everyMinute('2026-11-21T20:00', 60)) expect(remind(atNight, open, desk, now)).toBeNull();
    expect(remind(atNight, open, desk, berlin('2026-11-22T12:00'))).toBeNull();
    expect(rounds(atNight, open, everyMinute('2026-11-23T08:00', 31))).toEqual([['x:1001 due']]);
  });

  it('opens with one message that groups the night: late ones as late, the rest as waiting', () => {
    const evening = since('2026-11-23T18:30', '1');
    const night = since('2026-11-23T23:00', '2');
    const praise = since('2026-11-24T03:00', '3', 'praise');
    const channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    const opening = berlin('2026-11-24T08:00');
    expect(rounds(channel, [evening, night, praise], [opening])).toEqual([['x:1 due', 'x:2 night', 'x:3 night']]);
  });

  it('counts as night what came in from the moment of closing until that of opening', () => {
    const praise = (local: string, id: string) => since(local, id, 'praise');
    const open = [
      praise('2026-11-23T19:59', '1'),
      praise('2026-11-23T20:00', '2'),
      praise('2026-11-24T07:59', '3'),
      praise('2026-11-24T08:00', '4'),
    ];
    const channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    expect(rounds(channel, open, [berlin('2026-11-24T08:01')])).toEqual([['x:2 night', 'x:3 night']]);
  });

  it('opens with silence when nothing came in, and the morning is over', () => {
    const channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    const quiet = granted(remind(channel, [], desk, berlin('2026-11-24T08:00')));
    expect(quiet.effects).toEqual([]);
    expect(remind(quiet.state, [since('2026-11-24T07:00')], desk, berlin('2026-11-24T08:05'))).toBeNull();
  });

  it('groups the night once, also when the app starts later in the morning', () => {
    const channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    const open = [since('2026-11-23T23:00')];
    const members = rounds(channel, open, everyMinute('2026-11-24T08:20', 30));
    expect(members).toEqual([['x:1001 night']]);
  });

  it('groups what came in during closed days after a holiday', () => {
    const closed = aDesk({}, ['2026-12-25', '2026-12-26']);
    const channel = aChannel({ lastOpeningAt: instant('2026-12-24T08:00') });
    const open = [aMention({}, closed, { post: aPost({ at: instant('2026-12-25T12:00') }) })];
    expect(remind(channel, open, closed, berlin('2026-12-26T10:00'))).toBeNull();
    const monday = granted(remind(channel, open, closed, berlin('2026-12-28T08:00')));
    expect(listed(monday.state.rounds[0]?.members)).toEqual(['x:1001 night']);
  });

  it('is forgotten after a week, though nobody ever closed it: praise has no deadline at which it would count', () => {
    let channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    const open: Mention[] = [];
    for (let day = 0; day < 30; day += 1) {
      open.push(
        aMention({ id: `x:${day}`, kind: 'praise' }, desk, {
          kind: 'praise',
          post: aPost({ id: `${day}`, at: minutesAfter(berlin('2026-11-23T23:00'), day * 24 * 60).toISOString() }),
        }),
      );
      channel = remind(channel, open, desk, minutesAfter(berlin('2026-11-24T08:00'), day * 24 * 60))?.state ?? channel;
    }
    expect(channel.nextRound).toBeGreaterThan(20);
    expect(channel.rounds.length).toBeLessThan(9);
  });

  it('keeps the 15 minutes also when it opens: a night of ten minutes brings no second message', () => {
    const long = aDesk({ officeHours: { week: { mon: ['08:00-23:55'], tue: ['00:05-20:00'] } } });
    const late = aMention({}, long, { post: aPost({ at: instant('2026-11-23T22:50') }) });
    const channel = aChannel({ lastOpeningAt: instant('2026-11-23T08:00') });
    const evening = granted(remind(channel, [late], long, berlin('2026-11-23T23:54'))).state;
    const night = aMention({ id: 'x:2' }, long, { post: aPost({ id: '2', at: instant('2026-11-24T00:01') }) });
    expect(remind(evening, [late, night], long, berlin('2026-11-24T00:05'))).toBeNull();
    const next = granted(remind(evening, [late, night], long, berlin('2026-11-24T00:09')));
    expect(listed(next.state.rounds[1]?.members)).toEqual(['x:2 night']);
  });
});

describe('a mention that is settled', () => {
  const due = berlin('2026-11-24T11:00');
  const open = [since('2026-11-24T10:00', '1'), since('2026-11-24T10:00', '2')];
  const reminded = granted(remind(aChannel(), open, desk, due)).state;

  it('is struck off wherever it is listed, and the message is drawn again', () => {
    const now = minutesAfter(due, 5);
    const decision = strike(reminded, 'x:1', now);
    expect(decision.state.rounds[0]?.members).toMatchObject([
      { mention: 'x:1', struckAt: now.toISOString() },
      { mention: 'x:2', struckAt: null },
    ]);
    expect(decision.effects).toMatchObject([{ key: 'draw-round:r1' }]);
  });

  it('is struck off once', () => {
    const struck = strike(reminded, 'x:1', minutesAfter(due, 5)).state;
    expect(strike(struck, 'x:1', minutesAfter(due, 6))).toEqual(decided(struck));
  });

  it('that no reminder lists leaves them as they are', () => {
    expect(strike(reminded, 'x:9', due)).toEqual(decided(reminded));
  });

  it('is not reminded of at the same threshold again, should it wait anew', () => {
    const struck = strike(reminded, 'x:1', minutesAfter(due, 5)).state;
    const posted = rounds(struck, open, everyMinute('2026-11-24T11:15', 44));
    expect(posted).toEqual([]);
  });

  it('lets its reminder be forgotten after a week, when the next one is made', () => {
    const struck = strike(strike(reminded, 'x:1', due).state, 'x:2', due).state;
    const late = [since('2026-12-02T10:00', '3')];
    const later = granted(remind({ ...struck, lastOpeningAt: null }, late, desk, berlin('2026-12-02T11:00'))).state;
    expect(later.rounds.map((round) => round.id)).toEqual(['r2']);
    const soon = [since('2026-11-26T10:00', '3')];
    const earlier = granted(remind({ ...struck, lastOpeningAt: null }, soon, desk, berlin('2026-11-26T11:00'))).state;
    expect(earlier.rounds.map((round) => round.id)).toEqual(['r1', 'r2']);
  });
});
