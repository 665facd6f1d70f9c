import { expect } from 'vitest';
import { type OpenedStage, SECOND_MS } from './support.ts';

/** In every name and text of these stories: whatever leaks, leaks this. */
export const CANARY = 'Kanarienvogel';

const say = (what: string) => `${CANARY} ${what}`;

/** Every piece of the stage that must stay out of a log. */
export function secretsOf({ slack, x }: OpenedStage): readonly string[] {
  return [CANARY.toLowerCase(), slack.botToken, slack.appToken, x.keys.apiKey, x.keys.apiSecret].concat(
    [x.keys.accessToken, x.keys.accessSecret, '/response/', '"response_url"', 'trigger_id', 'albers', 'okafor'],
    ['private_metadata', 'authorization', 'oauth_'],
  );
}

/** What of that stands in a log, with the line around it. */
export function leaksIn(log: string, secrets: readonly string[]): readonly string[] {
  const lines = log.toLowerCase().split('\n');
  return secrets.flatMap((secret) => {
    const line = lines.find((one) => one.includes(secret.toLowerCase()));
    return line === undefined ? [] : [`${secret}: ${line.slice(0, 600)}`];
  });
}

async function complain(stage: OpenedStage, author: string, text: string) {
  if (stage.world.person(author) === undefined) {
    stage.world.addPerson({ username: author, name: say('Müller'), followers: 3 });
  }
  const media = [{ url: 'https://pbs.twimg.com/media/a.jpg', altText: say('on the picture') }];
  const post = stage.world.post({ author, text: `@NordfunkHilft ${text}`, media });
  const card = await stage.untilSeen(() => stage.cardOf(post), `a card for ${text}`);
  return { post, card };
}

/**
 * A day of the desk in which everybody's words hold the canary, with what goes wrong between.
 * @param isPatient whether reads fail too: the app then waits a minute or so for the next
 */
export async function playWithCanaries(stage: OpenedStage, { isPatient = true } = {}): Promise<void> {
  const { workspace, x, slack, people } = stage;
  const anna = stage.person('anna');
  const { post, card } = await complain(stage, CANARY.toLowerCase(), say('is furious, no internet!'));

  // Typed and left, and found again.
  const left = await stage.openForm('anna', card);
  await left.type('text', say('half'));
  await left.close();
  const form = await stage.openForm('anna', card);

  // X refuses in words that repeat ours; then Slack and X stumble.
  x.setBarred(`Your Tweet text "${say('refused')}" is ${CANARY} not allowed.`);
  await form.fill(stage.textBlock(form), say('we look into it'));
  await form.submit();
  await stage.untilSeen(
    () => stage.dms('anna').length > 0 || stage.rendered(card).includes('not allowed'),
    'the refusal',
  );
  x.setBarred(null);
  for (const kind of ['500', 'cut-after', 'garbled', 'html'] as const) {
    if (isPatient) x.faults.add({ when: 'GET /2/users/:id/mentions', kind, times: 1 });
    slack.faults.add({ when: 'chat.update', kind, times: 1 });
  }
  slack.faults.add({ when: 'response_url', kind: '500', times: 1 });
  slack.faults.add({ when: 'views.open', kind: 'refuse', error: 'invalid_arguments', times: 1 });
  await anna.press(stage.support, card.ts, 'release');
  await anna.command('/mentions', say('what is this'), stage.support);
  await anna.command('/reply', say('no number'), stage.support);
  await anna.command('/mentions', `find ${say('')}`, stage.support);
  await stage.untilSeen(() => stage.rendered(card).includes('[Claim]'), 'the card without an owner');

  const again = await stage.openForm('anna', card);
  await again.fill(stage.textBlock(again), say('we look into it now'));
  x.faults.add({ when: 'POST /2/tweets', kind: 'cut-after', times: 1 });
  await again.submit();
  await stage.untilSeen(() => stage.answersTo(post).length > 0, 'the answer');

  // Everything else that people type.
  const other = await complain(stage, 'another_one', say('where is my router'));
  const ask = await stage.openForm('ben', other.card, 'escalate');
  await ask.fill('reason', say('do you know'));
  await ask.select('person', people.dmitri);
  await ask.submit();
  const dm = stage.person('dmitri').dm();
  const question = await stage.untilSeen(() => stage.messagesFor('post-escalation', dm)[0], 'the question');
  await stage.person('dmitri').say(dm, say('tomorrow'), question.ts);
  await stage.untilSeen(() => stage.thread(other.card).length > 0, 'the answer in the thread');
  const close = await stage.openForm('ben', other.card, { action_id: 'more', option: 'No answer needed' });
  await close.fill('reason', say('solved by phone'));
  await close.submit();
  await stage.untilReads(other.card, 'solved by phone');

  const start = await stage.commandForm('carla', '/incident', `start ${say('down')}`);
  await start.fill(stage.textBlock(start), say('we know'));
  x.faults.add({ when: 'POST /2/tweets', kind: '500-after', times: 1 });
  await start.submit();
  await stage.untilSeen(() => stage.world.ours().some(({ written }) => written.includes('we know')), 'the incident');
  await anna.command('/mentions', 'export', stage.support);
  await anna.command('/mentions', 'report', stage.support);
  await anna.openHome();
  await stage.untilSeen(() => stage.homeText('anna') !== '', 'the tab');

  // What X sends can't be read.
  const stop = x.distort('GET /2/users/:id/mentions', () => ({
    data: [{ id: say('id'), text: say('text'), author_id: 7 }],
    meta: { newest_id: '99', result_count: 1 },
  }));
  await stage.readNow();
  stop();
  x.setRevoked(true);
  await stage.readNow();
  x.setRevoked(false);
  await stage.pass(20 * SECOND_MS, 5 * SECOND_MS);
  expect(workspace.requests.some(({ args }) => JSON.stringify(args).includes(CANARY))).toBe(true);
}
