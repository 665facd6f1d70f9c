import { describe, expect, it } from 'vitest';
import { renderView } from '../../practice/slack/index.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage } from './support.ts';

const HOUR_MS = 60 * MINUTE_MS;

/** The home tab as a person in Berlin sees it now, without the addresses behind its links. */
function seenBy(stage: OpenedStage, name: Name): string {
  const view = stage.workspace.home(stage.people[name]);
  if (view === undefined) return '';
  return renderView(view, stage.slack.reader('Europe/Berlin')).replace(/ \(https:\S+?\)/g, '');
}

async function openHome(stage: OpenedStage, name: Name): Promise<string> {
  const before = seenBy(stage, name);
  await stage.person(name).openHome();
  return stage.workspace.waitFor(() => seenBy(stage, name) !== before && seenBy(stage, name), `${name}'s home tab`);
}

/** Waits, and moves the clock where need be, until the tab says so. */
function untilHome(stage: OpenedStage, name: Name, words: string | RegExp, mostMs = MINUTE_MS): Promise<string> {
  const says = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const look = () => says(seenBy(stage, name)) && seenBy(stage, name);
  return stage.untilSeen(look, `${name}'s home tab to say ${String(words)}`, { mostMs });
}

const claimOf = (post: { id: string }) => ({ action_id: 'claim', value: JSON.stringify(['mention', `x:${post.id}`]) });

describe('the home tab', () => {
  it('shows the queue when it is opened, takes a claim there, and follows what colleagues do', async () => {
    const stage = await openStage();
    const { post: first } = await stage.complain('tom_harding', 'my internet is down AGAIN. Worst service ever.');
    const { post: second, card } = await stage.complain('lena_altona', 'Seit Stunden kein Internet. Frechheit!');

    const opened = await openHome(stage, 'anna');
    expect(opened).toContain('Nobody has them yet, urgent and longest wait first: 2');
    expect(opened.indexOf('tom_harding')).toBeLessThan(opened.indexOf('lena_altona'));
    expect(opened).toContain('Nothing is claimed by you.');
    expect(opened).toContain('*Open now*\n2 mentions');
    expect(opened).not.toContain('[Settings]');

    await stage.person('anna').pressHome(claimOf(first));
    const claimed = await stage.workspace.waitFor(
      () => seenBy(stage, 'anna').includes('Yours: 1') && seenBy(stage, 'anna'),
      'the claim in the home tab',
    );
    expect(claimed).toContain('Nobody has them yet, urgent and longest wait first: 1');

    await stage.person('ben').press(stage.support, card.ts, 'claim');
    expect(await untilHome(stage, 'anna', 'Nothing waits unclaimed.')).toContain('Yours: 1');

    await stage.sendReply('ben', card, 'Hallo Lena, die Technik ist unterwegs.');
    await stage.untilPublic(second);
    const answered = await untilHome(stage, 'anna', '*First answered today*\n1 mention');
    expect(answered).toContain('*Open now*\n1 mention\n');
    expect(answered).toContain('*Answered in time (SLA)*\n100%');
    expect(answered).toContain('*Came today and got an answer*\n50% of 2');
    stage.expectNothingRefused();
  });

  it('tells a lead who carries how much and what is late, and links what leads may do', async () => {
    const stage = await openStage();
    const { card } = await stage.complain('tom_harding', 'my internet is down AGAIN. Worst service ever.');
    await stage.person('ben').press(stage.support, card.ts, 'claim');
    await stage.untilReads(card, 'Claimed by @ben');
    const opened = await openHome(stage, 'carla');
    expect(opened).toContain('*Who carries how much*\n@ben – 1');
    expect(opened).toContain('[Settings]');
    expect(opened).not.toContain('past due');

    await stage.pass(HOUR_MS);
    const late = await untilHome(stage, 'carla', '*Answered in time (SLA)*\n0%');
    expect(late).toContain('1 mention is past due');
    expect(late).toContain('@ben – 1 claimed, 1 past due');
    expect(late).toContain('Past due, and a colleague has it: 1');

    await stage.person('carla').pressHome('open_list');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length > 0, 'the list');
    expect(stage.modalText(stage.person('carla').modal())).toContain('tom_harding');
    stage.expectNothingRefused();
  });

  it('announces an incident from its quick link, and shows it to everybody who looks', async () => {
    const stage = await openStage();
    await openHome(stage, 'ben');
    await openHome(stage, 'anna');
    await stage.person('anna').pressHome('incident_start');
    await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.anna).length > 0, 'the form');
    const form = stage.person('anna').modal();
    await form.fill('title', 'No mobile data in the north');
    await form.fill(
      stage.textBlock(form),
      'Mobile data is down in the north. We are on it, next update in 30 minutes.',
    );
    expect(await form.submit()).toEqual({ outcome: 'closed' });
    const shown = await untilHome(stage, 'ben', 'next public update due');
    expect(shown).toContain('An incident is running');
    expect(shown).toContain('No mobile data in the north');
    stage.expectNothingRefused();
  });

  it('is still kept up to date after the app came back', async () => {
    const stage = await openStage();
    await openHome(stage, 'anna');
    await stage.stopApp();
    await stage.startApp();
    await stage.complain('tom_harding', 'my internet is down AGAIN. Worst service ever.');
    expect(await untilHome(stage, 'anna', 'longest wait first: 1')).toContain('tom_harding');
    stage.expectNothingRefused();
  });

  it('is German where the team is', async () => {
    const stage = await openStage({ desk: { language: 'de' } });
    await stage.complain('lena_altona', 'Seit Stunden kein Internet. Frechheit!');
    const opened = await openHome(stage, 'carla');
    for (const words of [
      'Noch bei niemandem, Dringendes und längste Wartezeit zuerst: 1',
      '[Übernehmen]',
      '[Einstellungen]',
      'Stand: ',
    ])
      expect(opened).toContain(words);
    stage.expectNothingRefused();
  });
});
