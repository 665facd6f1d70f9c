import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, type OpenedStage, openStage, POLL_MS, SECOND_MS } from './support.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const NOT_READ = [/could not read mentions, trying again/];

const readsOf = (stage: OpenedStage) => stage.world.requests.filter(({ call }) => call === MENTIONS);
const hoursAgo = (stage: OpenedStage, hours: number) => new Date(stage.clock.now().getTime() - hours * HOUR_MS);

describe('reading the mentions', () => {
  it('begins with those of the last 24 hours; our own posts and plain retweets make no card', async () => {
    const stage = await openStage();
    const { world } = stage;
    world.post({ author: 'karl_1999', text: '@NordfunkHilft Kein Netz seit Monaten!', at: hoursAgo(stage, 25) });
    const night = world.post({ author: 'nora', text: '@NordfunkHilft Kein Netz!', at: hoursAgo(stage, 23) });
    const ours = world.post({ author: 'NordfunkHilft', text: 'Neu bei @NordfunkHilft: 5G auf Sylt.' });
    world.retweet('a_fan', ours.id);
    const quote = world.post({ author: 'ole', text: 'Und im Watt? @NordfunkHilft', quoteOf: ours.id });

    await stage.cardFor(quote);
    await stage.cardFor(night);
    await stage.readNow();
    const open = await stage.commandForm('anna', '/mentions', 'open');
    const rows = stage
      .modalText(open)
      .replace(/ \(\S+\)/g, '')
      .match(/#\d+ \*\w+\*/g);
    expect(rows).toEqual(['#1 *nora*', '#2 *ole*']);
    stage.expectNothingRefused();
  });

  it('sets a post aside that it cannot read, says so in the channel, and goes on with the rest', async () => {
    const stage = await openStage();
    const before = stage.write('lena_altona', 'Kein Netz!');
    const mangled = stage.write('jon_reyes', 'no signal');
    const after = stage.write('tom_harding', 'my invoice is wrong');
    stage.world.mangle(mangled.id);
    await stage.cardFor(before);
    await stage.cardFor(after);
    const note = await stage.workspace.waitFor(() => stage.messagesFor('post-channel-note')[0], 'a word about it');
    expect(stage.rendered(note)).toContain('A post on X could not be read and has no card');
    expect(stage.rendered(note)).toContain(mangled.id);

    await stage.stopApp();
    await stage.startApp();
    await stage.cardFor(stage.write('nora', 'Kein Netz!'));
    expect(stage.messagesFor('post-channel-note')).toHaveLength(1);
    expect(stage.cards()).toHaveLength(3);
    stage.expectNothingRefused({ troubles: [/set aside/] });
  });

  it('waits for the reset that a 429 of X names', async () => {
    const stage = await openStage();
    const resetMs = 5 * MINUTE_MS;
    stage.x.faults.add({ when: MENTIONS, kind: '429', times: 1, retryAfterSeconds: resetMs / SECOND_MS });
    await stage.readNow();
    const refused = readsOf(stage).length;
    const post = stage.write('lena_altona', 'Kein Netz!');
    await stage.pass(resetMs - 10 * SECOND_MS, MINUTE_MS);
    expect(readsOf(stage)).toHaveLength(refused);
    await stage.cardFor(post);
    stage.expectNothingRefused({ troubles: NOT_READ });
  });

  it('never asks X for more than its headers allow', async () => {
    const stage = await openStage();
    stage.x.limits.leave('mentions', 1);
    await stage.readNow();
    const last = readsOf(stage).length;
    const post = stage.write('lena_altona', 'Kein Netz!');
    await stage.pass(14 * MINUTE_MS, 2 * MINUTE_MS);
    expect(readsOf(stage)).toHaveLength(last);
    await stage.pass(MINUTE_MS);
    await stage.cardFor(post);
    stage.expectNothingRefused({ troubles: NOT_READ });
  });

  it('goes on after X has had trouble, and has missed nothing', async () => {
    const stage = await openStage();
    stage.x.faults.add({ when: MENTIONS, kind: '500', times: 2 });
    stage.x.faults.add({ when: MENTIONS, kind: 'cut-after', times: 1 });
    const posts = [stage.write('lena_altona', 'Kein Netz!'), stage.write('jon_reyes', 'no signal, unacceptable')];
    await stage.readNow();
    await stage.untilSeen(
      () => readsOf(stage).filter(({ status }) => status !== 200).length === 3,
      'three bad answers',
      {
        stepMs: POLL_MS,
      },
    );
    posts.push(stage.write('nora', 'Kein Netz!'));
    for (const post of posts) await stage.cardFor(post);
    expect(stage.cards()).toHaveLength(3);
    stage.expectNothingRefused({ troubles: NOT_READ });
  });
});
