import type { Team } from './team.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** A believable Tuesday at a small telecom, from the first complaint to the end of an outage. */
export async function playDay(team: Team): Promise<void> {
  await replyWithUndo(team);
  await apologise(team);
  await askAColleague(team);
  await overdue(team);
  await outage(team);
}

async function replyWithUndo(team: Team): Promise<void> {
  const { log, stage } = team;
  log.scene('A customer has no internet. Anna takes it, answers, and corrects herself in time.');
  const { post, card } = await team.complain(
    'lena_altona',
    'Lena aus Altona',
    'Seit gestern Abend kein Internet in Altona. Dreimal angerufen, niemand ruft zurück. 😡',
  );
  await team.person('anna').press(stage.channels.support, card.ts, 'claim');
  log.hand('anna presses Claim');
  await team.breathe();
  await team.reply('anna', card.ts, 'Hallo Lena, das tut uns leid. Ein Techniker prüft Ihre Leitung!');
  await team.breathe();
  log.hand('anna presses Undo: she wants to say when');
  await team.person('anna').press(stage.channels.support, card.ts, 'undo');
  await team.breathe();
  await team.reply(
    'anna',
    card.ts,
    'Hallo Lena, das darf nicht sein, es tut uns leid. Ein Techniker prüft Ihre Leitung gerade und ist um 11 Uhr bei Ihnen.',
  );
  await team.untilAnswered(post);
  await team.breathe();
}

async function apologise(team: Team): Promise<void> {
  const { log, stage } = team;
  const { workspace } = stage.slack;
  log.scene('Our mistake: Ben apologises, with what happens next and by when.');
  const { post, card } = await team.complain(
    'tom_harding',
    'Tom Harding',
    'third month in a row that my invoice is wrong, and nobody answers my mails. Worst service ever.',
  );
  const ben = team.person('ben');
  await ben.press(stage.channels.support, card.ts, 'apologise');
  await workspace.waitFor(() => workspace.modals(stage.people.ben).length > 0, 'the apology form');
  const form = ben.modal();
  await form.fill(
    'wrong',
    'We are sorry, Tom: your invoice has been wrong three times, and we left your mails unanswered',
  );
  await team.breathe(200);
  await form.fill('doing', 'We have corrected all three and pay back the difference');
  await team.breathe(200);
  await form.fill('by_when', 'Friday noon');
  log.hand('ben presses Apologise and fills in: what went wrong, what we do, by when');
  const shows = (words: string) => JSON.stringify(form.view().source).includes(words);
  await workspace.waitFor(() => shows('promise_time'), 'the time that was read from his words');
  await form.press('promise_time');
  await workspace.waitFor(() => shows('back_at'), 'the promise');
  log.hand('the form has read the time: one press makes it a promise that Earshot keeps in mind');
  const sent = await form.submit();
  if (sent.outcome !== 'closed') throw new Error(`the apology was not taken: ${JSON.stringify(sent)}`);
  await team.untilAnswered(post);
  await team.breathe();
}

async function askAColleague(team: Team): Promise<void> {
  const { log, stage } = team;
  const { workspace } = stage.slack;
  const { network } = stage.channels;
  log.scene('A question that support can’t answer: the network team can.');
  const { post, card } = await team.complain(
    'praxis_keller',
    'Praxis Dr. Keller',
    'Wann wird unsere Straße (Elbchaussee 12) endlich an das Glasfasernetz angeschlossen? Auf der Webseite steht nichts.',
  );
  log.hand('anna types /escalate #3 @network-team When is Elbchaussee 12 due?');
  await team
    .person('anna')
    .command('/escalate', '#3 @network-team When is Elbchaussee 12 due?', stage.channels.support);
  await workspace.waitFor(() => workspace.modals(stage.people.anna).length > 0, 'the escalation form');
  await team.person('anna').modal().submit();
  const asked = await workspace.waitFor(() => workspace.messages(network)[0], 'the question in #network');
  await team.breathe();
  await team
    .person('dmitri')
    .say(network, 'Elbchaussee 12 wird im Februar angeschlossen, der Bagger kommt am 9.', asked.ts);
  const draft = await workspace.waitFor(
    () =>
      workspace.thread(stage.channels.support, card.ts).find((note) => JSON.stringify(note).includes('use_as_draft')),
    'the answer in the thread of the card',
  );
  await team.breathe();
  await team.person('anna').press(stage.channels.support, draft.ts, 'use_as_draft');
  await workspace.waitFor(() => workspace.modals(stage.people.anna).length > 0, 'the reply form with the draft');
  log.hand('anna uses the answer as a draft and sends it in her own words');
  const form = team.person('anna').modal();
  await form.fill(
    'text',
    'Guten Tag, Ihr Haus wird im Februar angeschlossen, der Bagger kommt am 9. Vorher bekommen Sie Post.',
  );
  await form.submit();
  await team.untilAnswered(post);
  await team.breathe();
}

async function overdue(team: Team): Promise<void> {
  const { log, stage } = team;
  const { workspace } = stage.slack;
  log.scene('Two complaints lie for an hour: the channel is reminded, once.');
  const shop = team.write(
    'frau_petersen',
    'Frau Petersen',
    'Ihr Shop in Bergedorf ist zu, obwohl groß „geöffnet“ dransteht. Frechheit!',
  );
  const router = team.write(
    'jon_reyes',
    'Jon Reyes',
    'still waiting for my router. Was promised last Monday. Not acceptable.',
  );
  const [shopCard, routerCard] = await team.cardsFor(shop, router);
  if (shopCard === undefined || routerCard === undefined) throw new Error('two posts make two cards');
  log.hand('nobody has time … an hour goes by');
  for (let step = 0; step < 13; step += 1) {
    await stage.clock.jump(5 * MINUTE_MS);
    await team.breathe(250);
  }
  await workspace.waitFor(
    () => workspace.messages(stage.channels.support).find((message) => isReminder(message.metadata)),
    'the reminder',
  );
  await team.breathe();
  await team.reply(
    'ben',
    routerCard.ts,
    'Hi Jon, you are right, that is too long. Your router left our stock today; the tracking number is in your inbox.',
  );
  await team.untilAnswered(router);
  await team.reply(
    'anna',
    shopCard.ts,
    'Guten Tag Frau Petersen, Sie haben recht: Das Schild wird heute noch geändert. Der Shop öffnet morgen um 10 Uhr.',
  );
  await team.untilAnswered(shop);
  await team.breathe();
}

function isReminder(metadata: { event_payload: Record<string, unknown> } | undefined): boolean {
  const key = metadata?.event_payload.key;
  return typeof key === 'string' && key.startsWith('draw-round:');
}

async function outage(team: Team): Promise<void> {
  const { log, stage } = team;
  const { workspace } = stage.slack;
  log.scene('The mobile network is down in the north. Carla tells everybody before everybody asks.');
  await team.complain('nils_kiel', 'Nils', 'Kein Netz in ganz Kiel?! Was ist da los?');
  await tellEverybody(team, '/incident', 'start Mobilfunk im Norden gestört', {
    text: 'Im Norden ist unser Mobilfunknetz gerade gestört. Wir wissen davon, arbeiten mit allen Kräften daran und melden uns hier in 30 Minuten wieder. Es tut uns leid.',
  });
  log.hand('half an hour later the next public word is due');
  for (let step = 0; step < 7; step += 1) {
    await stage.clock.jump(5 * MINUTE_MS);
    await team.breathe(250);
  }
  await workspace.waitFor(
    () => workspace.messages(stage.channels.support).find((message) => isUpdateDue(message.metadata)),
    'the reminder that an update is due',
  );
  await tellEverybody(team, '/incident', 'update', {
    text: 'Update: Die Ursache ist gefunden, ein durchtrenntes Kabel bei Neumünster. Die Reparatur dauert bis etwa 14 Uhr.',
  });
  await tellEverybody(team, '/incident', 'resolve', {
    text: 'Das Netz im Norden läuft wieder. Danke für Ihre Geduld, und Entschuldigung für den Vormittag.',
  });
  await workspace.waitFor(
    () =>
      workspace.messages(stage.channels.support).some((message) => JSON.stringify(message.blocks).includes('Resolved')),
    'the resolved incident',
  );
  log.scene(`The day in public: ${stage.x.world.ours().length} posts of ours, each pressed by a person.`);
}

function isUpdateDue(metadata: { event_payload: Record<string, unknown> } | undefined): boolean {
  const key = metadata?.event_payload.key;
  return typeof key === 'string' && key.startsWith('post-update-due:');
}

async function tellEverybody(team: Team, command: string, text: string, fields: { text: string }): Promise<void> {
  const { log, stage } = team;
  const { workspace } = stage.slack;
  const { carla } = stage.people;
  const before = stage.x.world.ours().length;
  log.hand(`carla types ${command} ${text}`);
  await team.person('carla').command(command, text, stage.channels.support);
  await workspace.waitFor(() => workspace.modals(carla).length > 0, `the form of ${command} ${text}`);
  const form = team.person('carla').modal();
  await form.fill('text', fields.text);
  await form.fill('confirmed_by', 'Jens Petersen, Netzleitung');
  const sent = await form.submit();
  if (sent.outcome !== 'closed') throw new Error(`${command} ${text} was not taken: ${JSON.stringify(sent)}`);
  for (let second = 0; stage.x.world.ours().length === before && second < 40; second += 5) {
    await team.breathe(150);
    await stage.clock.jump(5 * SECOND_MS);
  }
  await stage.x.world.waitFor(() => stage.x.world.ours().length > before, `the public word of ${command} ${text}`);
  await team.breathe();
}
