import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, openStage } from './support.ts';

type OpenedStage = Awaited<ReturnType<typeof openStage>>;

/** A day: a complaint that Anna answers, a question that waits. */
async function livedDay(stage: OpenedStage): Promise<void> {
  const { post, card } = await stage.complain(
    'lena_altona',
    'Seit gestern kein Internet. Unfassbar schlechter Service!',
  );
  await stage.sendReply('anna', card, 'Hallo Lena, wir prüfen die Leitung.');
  await stage.untilPublic(post);
  await stage.untilReads(card, 'Answered by @anna');
  await stage.complain('tom_harding', '=HYPERLINK("http://evil.example","win") ; "=1+1" how do I change my tariff?');
}

/** What the app answers a person alone to `/mentions …`. */
async function ask(stage: OpenedStage, name: 'anna' | 'carla', words: string): Promise<string> {
  const before = stage.ephemerals(name).length;
  await stage.person(name).command('/mentions', words, stage.support);
  return stage.workspace.waitFor(() => stage.ephemerals(name)[before], `an answer to ${words}`);
}

const dmsFor = (stage: OpenedStage, name: 'anna' | 'carla') => stage.workspace.dms(stage.people[name]);

describe('a report', () => {
  it('comes to whoever asks, with charts and the same figures in tables, and can be shown in the channel', async () => {
    const stage = await openStage();
    await livedDay(stage);
    expect(await ask(stage, 'anna', 'report')).toContain('The report for 18 Nov 2026 – 24 Nov 2026 is on its way');
    const message = await stage.untilSeen(() => dmsFor(stage, 'anna')[0], 'the report');
    expect(message.blocks?.filter(({ type }) => type === 'data_visualization')).toHaveLength(2);
    const [shown = ''] = stage.dms('anna');
    expect(shown).toContain('*2 mentions* came in: 1 complaint, 1 question. *50%* got an answer (1).');
    expect(shown).toMatch(/Tue 24 Nov +1 +1 +0 +0 +2\n/);
    expect(shown).not.toContain('@anna');

    const posted = stage.workspace.requests.findLast(({ method }) => method === 'chat.postMessage');
    await stage.person('anna').press(String(posted?.args.channel), message.ts, 'show_report');
    const inChannel = await stage.untilSeen(() => stage.messagesFor('post-report:')[0], 'the report in the channel');
    expect(stage.rendered(inChannel)).toContain('shown by @anna');
    expect(stage.rendered(inChannel)).not.toContain('[Show in channel]');
    stage.expectNothingRefused();
  });

  it('comes to the channel each week once a lead wants it, also when the app was down at the time', async () => {
    const stage = await openStage();
    await livedDay(stage);
    expect(await ask(stage, 'anna', 'report weekly wed 09:00')).toContain('Only leads may do this.');
    expect(await ask(stage, 'carla', 'report weekly wed 09:00')).toBe(
      'The channel gets a report each week, Wednesday at 09:00.',
    );
    await stage.pass(HOUR_MS, 10 * MINUTE_MS);
    expect(stage.messagesFor('post-report:')).toEqual([]);
    await stage.stopApp();
    await stage.clock.jump(26 * HOUR_MS);
    await stage.startApp();
    const report = await stage.untilSeen(() => stage.messagesFor('post-report:')[0], 'the weekly report');
    expect(stage.rendered(report)).toContain('# Report 18 Nov 2026 – 24 Nov 2026');
    await stage.pass(HOUR_MS, 10 * MINUTE_MS);
    expect(stage.messagesFor('post-report:')).toHaveLength(1);
  });
});

describe('staff names', () => {
  it('come into reports once two leads want it, which the channel hears, and go when one does not', async () => {
    const stage = await openStage({ desk: ({ anna, carla }) => ({ leads: [anna, carla] }) });
    await livedDay(stage);
    const notes = () => stage.messagesFor('post-channel-note:names:').map((note) => stage.rendered(note));
    await ask(stage, 'carla', 'report names on');
    await stage.untilSeen(() => notes().length === 1, 'the wish in the channel');
    expect(await ask(stage, 'anna', 'report names on')).toContain('Reports and exports name who answered.');
    await stage.untilSeen(() => notes().length === 2, 'the change in the channel');
    expect(notes()[1]).toContain('switched on by @carla and @anna');

    await ask(stage, 'anna', 'report');
    await stage.untilSeen(() => dmsFor(stage, 'anna').length === 1, 'the report');
    expect(stage.dms('anna')[0]).toContain('• @anna: 1 answer');
    await ask(stage, 'carla', 'report names off');
    await stage.untilSeen(() => notes().length === 3, 'the end in the channel');
    await ask(stage, 'anna', 'report');
    await stage.untilSeen(() => dmsFor(stage, 'anna').length === 2, 'the next report');
    expect(stage.dms('anna')[1]).not.toContain('@anna');
    stage.expectNothingRefused();
  });
});

describe('an export', () => {
  it('comes to whoever asks as a CSV that no customer can turn into a program, with nobody’s name', async () => {
    const stage = await openStage();
    await livedDay(stage);
    expect(await ask(stage, 'anna', 'export 24.11.2026')).toBe(
      'A file with 2 mentions (24 Nov 2026) is on its way to your direct messages with Earshot.',
    );
    const message = await stage.untilSeen(() => dmsFor(stage, 'anna')[0], 'the file');
    const [file] = message.files;
    expect(file?.name).toBe('mentions 2026-11-24 to 2026-11-24.csv');
    const csv = file?.bytes?.toString('utf8') ?? '';
    expect(csv).toMatch(/^\uFEFF"number","network","post id"/);
    expect(csv).toContain('"Hallo Lena, wir prüfen die Leitung."');
    expect(csv).toContain(`"'@NordfunkHilft =HYPERLINK(""http://evil.example"",""win"") ; ""=1+1"" how`);
    expect(csv).not.toContain(stage.people.anna);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
    stage.expectNothingRefused();
  });
});
