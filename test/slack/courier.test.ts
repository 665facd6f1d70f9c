import { describe, expect, test } from 'vitest';
import { NEW_ESCALATION } from '../../src/desk/mention.ts';
import type { SlackMessage } from '../../src/desk/ref.ts';
import { METADATA_EVENT } from '../../views/ids.ts';
import {
  ANNA,
  aChannel,
  aDesk,
  aMention,
  anIncident,
  aPost,
  aPublication,
  BEN,
  CARD,
  instant,
  minutesAfter,
} from '../desk/examples.ts';
import { faultOf, openCourier } from './slack-bench.ts';

const HOUR_MS = 3_600_000;
const DRAW = { type: 'draw-card' } as const;
const uncarded = aMention({ card: null });

function needed(message: SlackMessage | null): SlackMessage {
  if (message === null) throw new Error('nothing was posted');
  return message;
}

describe('a card', () => {
  test('is posted with its buttons, never unfurled, and says whose it is', async () => {
    const { carryOut, workspace, calls } = await openCourier();
    const message = needed(await carryOut(uncarded, DRAW));
    expect(workspace.message(message.channel, message.ts)?.blocks?.some(({ type }) => type === 'actions')).toBe(true);
    expect(calls('chat.postMessage')).toMatchObject([
      {
        unfurl_links: 'false',
        unfurl_media: 'false',
        metadata: { event_type: METADATA_EVENT, event_payload: { ref: 'mention:x:1001', key: 'draw-card' } },
      },
    ]);
    expect(workspace.rejections).toEqual([]);
  });

  test('is then updated in place, and keeps what it carries', async () => {
    const { carryOut, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    const before = workspace.message(card.channel, card.ts);
    expect(await carryOut(aMention({ card, owner: ANNA, status: 'claimed' }), DRAW)).toEqual(card);
    const after = workspace.message(card.channel, card.ts);
    expect(workspace.messages(CARD.channel)).toHaveLength(1);
    expect(JSON.stringify(after?.blocks)).toContain(`<@${ANNA}>`);
    expect(after?.metadata).toEqual(before?.metadata);
  });

  test('that somebody deleted is told to the desk, which has it posted anew', async () => {
    const { carryOut, clients, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    await clients.presses.chat.delete(card);
    expect(await carryOut(aMention({ card }), DRAW)).toBeNull();
    const again = needed(await carryOut(aMention({ card: null, oldThread: card }), DRAW));
    expect(workspace.messages(CARD.channel).map(({ ts }) => ts)).toEqual([again.ts]);
  });

  test('speaks the team’s language', async () => {
    const { carryOut, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW, { desk: aDesk({ language: 'de' }) }));
    expect(JSON.stringify(workspace.message(card.channel, card.ts)?.blocks)).toContain('Antworten');
  });

  test('waits where the bot was removed from the channel', async () => {
    const { carryOut, workspace } = await openCourier();
    await workspace.removeBot(CARD.channel);
    expect(await faultOf(carryOut(uncarded, DRAW))).toMatchObject({ act: 'give-up', code: 'not-in-channel' });
  });
});

describe('after an attempt that nobody saw end', () => {
  test('a card that is there is found, brought up to date and not posted twice', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    expect(await faultOf(carryOut(uncarded, DRAW))).toMatchObject({ act: 'unclear' });
    const claimed = aMention({ card: null, owner: ANNA, status: 'claimed' });
    const found = needed(await carryOut(claimed, DRAW, { lookFirst: true }));
    const [only, ...others] = workspace.messages(CARD.channel);
    expect(others).toEqual([]);
    expect(only?.ts).toBe(found.ts);
    expect(JSON.stringify(only?.blocks)).toContain(`<@${ANNA}>`);
  });

  test('a card that is not there is posted', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-before', times: 1 });
    expect(await faultOf(carryOut(uncarded, DRAW))).toMatchObject({ act: 'unclear' });
    await carryOut(uncarded, DRAW, { lookFirst: true });
    expect(workspace.messages(CARD.channel)).toHaveLength(1);
  });

  test.each([
    ['after it took the card', 'late-answer'],
    ['and took no card', 'cut-before'],
  ] as const)('that ended with a time-out, %s: it is there once', async (_name, kind) => {
    const { carryOut, slack, workspace } = await openCourier({ timeoutMs: 1_000 });
    let release = () => {};
    const until = () =>
      new Promise<void>((resolve) => {
        release = resolve;
      });
    slack.faults.add({ when: 'chat.postMessage', kind, times: 1, until });
    expect(await faultOf(carryOut(uncarded, DRAW))).toMatchObject({ act: 'unclear' });
    release();
    const found = needed(await carryOut(uncarded, DRAW, { lookFirst: true }));
    expect(workspace.messages(CARD.channel).map(({ ts }) => ts)).toEqual([found.ts]);
  });

  test('a burst of rows from an earlier process reads the channel once', async () => {
    const { carryOut, clock, calls } = await openCourier();
    for (let number = 1; number <= 12; number += 1) {
      const mention = aMention({ id: `x:${number}`, number, card: null });
      await carryOut(mention, DRAW, { lookFirst: true, at: { savedAt: instant(`2026-11-24T09:${60 - number}`) } });
      await clock.jump(1_000);
    }
    expect(calls('conversations.history')).toHaveLength(2);
  });

  test.each([
    ['was wrong all along', HOUR_MS, HOUR_MS, HOUR_MS],
    ['jumped ahead before it was saved', 0, HOUR_MS, HOUR_MS],
    ['jumped ahead while it was on its way', 0, 0, HOUR_MS],
    ['was ahead, and was put right meanwhile', HOUR_MS, HOUR_MS, 0],
    ['was put back while it was on its way', 0, 0, -HOUR_MS],
  ])('one that ended unclear is found although our clock %s', async (_, before, saving, looking) => {
    const { carryOut, slack, workspace, setClock, ourNow } = await openCourier();
    setClock(before);
    await carryOut(aMention({ id: 'x:2', card: null }), DRAW);
    setClock(saving);
    const at = { savedAt: ourNow() };
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    expect(await faultOf(carryOut(uncarded, DRAW, { at }))).toMatchObject({ act: 'unclear' });
    setClock(looking);
    await carryOut(uncarded, DRAW, { at, lookFirst: true });
    expect(workspace.messages(CARD.channel)).toHaveLength(2);
  });

  test('what was read before a post ended unclear says nothing about that post', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    await carryOut(uncarded, DRAW, { lookFirst: true });
    const second = aMention({ id: 'x:2', number: 2, card: null });
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    expect(await faultOf(carryOut(second, DRAW))).toMatchObject({ act: 'unclear' });
    await carryOut(second, DRAW, { lookFirst: true });
    expect(workspace.messages(CARD.channel)).toHaveLength(2);
  });

  test('a line in a thread is sought in the thread', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    const note = { type: 'post-note', id: 'n1', note: { type: 'wrote-again', post: '1001', owner: BEN } } as const;
    slack.faults.add({ when: 'chat.postMessage', kind: 'cut-after', times: 1 });
    expect(await faultOf(carryOut(aMention({ card }), note))).toMatchObject({ act: 'unclear' });
    const found = needed(await carryOut(aMention({ card }), note, { lookFirst: true }));
    expect(workspace.thread(card.channel, card.ts).map(({ ts }) => ts)).toEqual([found.ts]);
  });

  test('the "wrote again" line of the minute before is not taken for this minute’s', async () => {
    const { carryOut, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    const related = [aMention({ card })];
    const [before, now] = [{ savedAt: instant('2026-11-24T10:00') }, { savedAt: instant('2026-11-24T10:01') }];
    await carryOut(aChannel(), { type: 'post-again' }, { related, at: before });
    await carryOut(aChannel(), { type: 'post-again' }, { related, at: now, lookFirst: true });
    expect(workspace.messages(CARD.channel)).toHaveLength(3);
  });

  test('without the permission to read, it is posted, and the log says so once', async () => {
    const { carryOut, workspace, lines } = await openCourier({ scopes: ['chat:write'] });
    await carryOut(uncarded, DRAW, { lookFirst: true });
    await carryOut(aMention({ id: 'x:2', card: null }), DRAW, { lookFirst: true });
    expect(workspace.messages(CARD.channel)).toHaveLength(2);
    expect(lines.filter((line) => line.includes('cannot be read back'))).toHaveLength(1);
  });

  test('a reading that fails for now is tried again later, before anything is posted', async () => {
    const { carryOut, slack, workspace } = await openCourier();
    slack.faults.add({ when: 'conversations.history', kind: '429', times: 1, retryAfterSeconds: 3 });
    expect(await faultOf(carryOut(uncarded, DRAW, { lookFirst: true }))).toMatchObject({
      act: 'retry',
      afterMs: 3_000,
    });
    expect(workspace.messages(CARD.channel)).toEqual([]);
  });
});

describe('an escalation', () => {
  const escalation = {
    ...NEW_ESCALATION,
    id: 'e1',
    to: { type: 'user', id: BEN },
    by: ANNA,
    at: instant('2026-11-24T10:02'),
    reason: 'Where is the suitcase?',
  } as const;
  const TELL = { type: 'post-escalation', escalation: 'e1' } as const;

  test('to a person is a direct message, whose place comes back', async () => {
    const { carryOut, workspace, calls } = await openCourier();
    const at = needed(await carryOut(aMention({ escalations: [escalation] }), TELL));
    await carryOut(aMention({ escalations: [escalation] }), TELL);
    expect(workspace.dms(BEN)[0]?.ts).toBe(at.ts);
    expect(at.channel).toBe(workspace.as(BEN).dm());
    expect(calls('conversations.open')).toHaveLength(1);
  });

  test('to a group is told in the channel that the settings name', async () => {
    const { carryOut, workspace } = await openCourier();
    workspace.addChannel({ id: 'C0TECH', name: 'tech', members: [BEN] });
    const to = { type: 'group', id: 'S0TECH' } as const;
    await carryOut(aMention({ escalations: [{ ...escalation, to, channel: 'C0TECH' }] }), TELL);
    expect(JSON.stringify(workspace.messages('C0TECH'))).toContain('<!subteam^S0TECH');
  });

  test('to a group without a channel is told in the card’s thread', async () => {
    const { carryOut, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    const to = { type: 'group', id: 'S0TECH' } as const;
    const at = needed(await carryOut(aMention({ card, escalations: [{ ...escalation, to }] }), TELL));
    expect(workspace.thread(card.channel, card.ts).map(({ ts }) => ts)).toEqual([at.ts]);
  });

  test('where the bot is no member is given up with the reason', async () => {
    const { carryOut, workspace } = await openCourier();
    workspace.addChannel({ id: 'C0TECH', name: 'tech', members: [BEN], bot: false });
    const to = { type: 'group', id: 'S0TECH' } as const;
    const call = carryOut(aMention({ escalations: [{ ...escalation, to, channel: 'C0TECH' }] }), TELL);
    expect(await faultOf(call)).toMatchObject({ act: 'give-up', code: 'not-in-channel' });
  });
});

describe('a reminder', () => {
  const first = aMention();
  const second = aMention({ id: 'x:2', number: 43 });
  const answered = aMention({
    id: 'x:3',
    number: 44,
    clocks: first.clocks.map((clock) => ({ ...clock, stopped: { at: clock.startedAt, publication: 'p1' } })),
  });
  const member = (mention: string, struckAt: string | null = null) =>
    ({ mention, clock: 'c1', threshold: 'due', struckAt }) as const;
  const related = [first, second, answered];
  const REMIND = { type: 'draw-round', round: 'r1' } as const;

  function channelWith(members: readonly ReturnType<typeof member>[], message: SlackMessage | null = null) {
    return aChannel({ rounds: [{ id: 'r1', at: instant('2026-11-24T11:00'), members, message }] });
  }

  test('leaves out what was answered before it went out', async () => {
    const { carryOut, workspace } = await openCourier();
    const members = [member(first.id), member(second.id, instant('2026-11-24T11:00')), member(answered.id)];
    const at = needed(await carryOut(channelWith(members), REMIND, { related }));
    const shown = JSON.stringify(workspace.message(at.channel, at.ts)?.blocks);
    expect(shown).toContain('#42');
    expect(shown).not.toContain('#43');
    expect(shown).not.toContain('#44');
  });

  test('is not posted when nothing is left', async () => {
    const { carryOut, workspace } = await openCourier();
    expect(await carryOut(channelWith([member(answered.id)]), REMIND, { related })).toBeNull();
    expect(workspace.messages(CARD.channel)).toEqual([]);
  });

  test('strikes off what was answered since', async () => {
    const { carryOut, workspace, clock } = await openCourier();
    const at = needed(await carryOut(channelWith([member(first.id), member(second.id)]), REMIND, { related }));
    const struckAt = minutesAfter(clock.now(), 3).toISOString();
    const early = minutesAfter(clock.now(), -3).toISOString();
    const members = [member(first.id, struckAt), member(second.id), member(answered.id, early)];
    expect(await carryOut(channelWith(members, at), REMIND, { related })).toEqual(at);
    const shown = JSON.stringify(workspace.message(at.channel, at.ts)?.blocks);
    expect(shown).toMatch(/~[^~]*#42/);
    expect(shown).not.toContain('#44');
    expect(workspace.messages(CARD.channel)).toHaveLength(1);
  });
});

describe('other messages', () => {
  test('stand where people look for them', async () => {
    const { carryOut, workspace } = await openCourier();
    const card = needed(await carryOut(uncarded, DRAW));
    const owned = aMention({ card, owner: ANNA, publications: [aPublication({ status: 'failed' })] });
    await carryOut(owned, { type: 'send-notice', id: 'd1', to: ANNA, notice: { type: 'due-soon', clock: 'c1' } });
    const notSent = { type: 'not-sent', publication: 'p1' } as const;
    await carryOut(owned, { type: 'send-notice', id: 'd2', to: ANNA, notice: notSent });
    expect(workspace.dms(ANNA)).toHaveLength(2);

    const incident = await carryOut(anIncident({ card: null }), { type: 'draw-incident' });
    await carryOut(anIncident(), { type: 'post-update-due', dueAt: instant('2026-11-24T10:30') });
    const waiting = { complaint: 3, question: 0, praise: 0, other: 1 };
    const backlog = { waiting, since: null, updatedAt: instant('2026-11-24T10:00'), message: null };
    await carryOut(aChannel({ backlog }), { type: 'draw-backlog' });
    const parked = { type: 'parked', ref: { type: 'mention', id: 'x:1001' }, key: 'draw-card', why: 'no' } as const;
    await carryOut(aChannel(), { type: 'post-channel-note', id: 'c', note: parked });
    expect(incident).not.toBeNull();
    expect(workspace.messages(CARD.channel)).toHaveLength(5);
    expect(workspace.rejections).toEqual([]);
  });

  test('that have nothing to say any more are not posted', async () => {
    const { carryOut, workspace } = await openCourier();
    expect(await carryOut(aChannel(), { type: 'draw-backlog' })).toBeNull();
    expect(await carryOut(aChannel(), { type: 'post-again' })).toBeNull();
    expect(workspace.requests).toEqual([]);
  });

  test('an effect that is none of Slack’s is given up, not ignored', async () => {
    const { carryOut } = await openCourier();
    expect(await faultOf(carryOut(aMention(), { type: 'publish', publication: 'p1' }))).toMatchObject({
      act: 'give-up',
    });
  });

  test('a customer’s hostile text reaches Slack without a refusal', async () => {
    const { carryOut, workspace } = await openCourier();
    const text = `<!channel> *free* <https://evil.example|nordair.com> \u202e ${'x'.repeat(9_000)}`;
    await carryOut(aMention({ card: null, posts: [aPost({ text })] }), DRAW);
    expect(workspace.rejections).toEqual([]);
    expect(workspace.messages(CARD.channel)[0]?.text).toContain('&lt;!channel&gt;');
  });
});
