import { describe, expect, it } from 'vitest';
import type { Post } from '../../practice/x/types.ts';
import { createOutage } from './outage.ts';
import { MINUTE_MS, type Name, type OpenedStage, openStage, SECOND_MS } from './support.ts';

/** Slack's pace is not sped up: forty cards alone take forty real seconds. */
const WHOLE_DAY_MS = 480_000;
const AFFECTED = 40;

const FIRST_WORD = 'Im Norden ist unser Mobilfunknetz gestört. Wir arbeiten mit allen Kräften daran.';
const OVER = 'das Netz im Norden läuft wieder. Danke für Ihre Geduld, und entschuldigen Sie bitte den verlorenen Tag.';

const at = (time: string) => new Date(`2026-11-27T${time}:00+01:00`);
const until = (stage: OpenedStage, time: string, strideMs = 5 * MINUTE_MS) =>
  stage.pass(at(time).getTime() - stage.clock.now().getTime(), strideMs);

/** The newest message of a sort. */
const text = (stage: OpenedStage, key: string) => {
  const message = stage.messagesFor(key).at(-1);
  return message === undefined ? '' : stage.rendered(message);
};
const untilText = (stage: OpenedStage, key: string, words: string) =>
  stage.untilSeen(() => text(stage, key).includes(words), `a ${key} that says ${words}`);
/** The customers to whom we wrote this, each as often as we did. */
const toldOf = (stage: OpenedStage, posts: readonly Post[]) =>
  posts.map((post) => stage.answersTo(post).filter(({ written }) => written.includes(OVER)).length);

/** The night's complaint is named when the desk opens; Anna promises to be back, and hands it over at her shift's end. */
async function morning(stage: OpenedStage) {
  const lena = await stage.complain('lena_altona', 'Seit gestern Abend kein Internet, niemand ruft zurück!');
  await until(stage, '08:01');
  await untilText(stage, 'draw-bell:', 'The desk is open');
  expect(text(stage, 'draw-bell:')).toContain('lena_altona');

  const form = await stage.openForm('anna', lena.card);
  await form.press('holding');
  await stage.workspace.waitFor(() => stage.modalText(form).includes('Holding reply'), 'the form of a holding reply');
  expect(await form.submit()).toEqual({ outcome: 'closed' });
  const holding = await stage.untilPublic(lena.post);
  await stage.untilReads(lena.card, 'promised by');

  await until(stage, '09:00');
  const handover = await stage.commandForm('anna', '/mentions', 'handover @ben Lena wartet auf uns');
  expect(await handover.submit()).toEqual({ outcome: 'closed' });
  await stage.untilReads(lena.card, 'Claimed by @ben');
  await stage.untilSeen(() => stage.dms('ben').some((one) => one.includes('Lena wartet auf uns')), 'the word to Ben');
  return { ...lena, holding };
}

/** Forty people say that the network is down; all are linked to the incident at once. */
async function outageOf(stage: OpenedStage) {
  const outage = createOutage(stage);
  await outage.start(FIRST_WORD, { confirmed_by: 'Dmitri, Netzleitstelle' });
  const posts = Array.from({ length: AFFECTED }, (_, index) =>
    stage.write(`kunde_${index + 1}`, `Seit ${index + 1} Minuten kein Netz in Kiel. Frechheit!`),
  );
  await stage.readNow();
  const allCards = () => posts.every((post) => stage.cardOf(post) !== undefined);
  await stage.untilSeen(allCards, 'forty cards', { stepMs: SECOND_MS });
  // Lena has number 1.
  await outage.link(
    'carla',
    posts.map((_, index) => index + 2),
  );
  await stage.untilSeen(() => outage.shown().includes('40 '), 'an incident with forty customers', {
    stepMs: SECOND_MS,
  });
  return { outage, posts };
}

/** A colleague answers in X's own app: nobody is nagged, and the card says so. */
async function answerOnX(stage: OpenedStage, post: Post): Promise<void> {
  stage.world.post({ author: 'NordfunkHilft', text: 'Moin, wir arbeiten dran!', inReplyTo: post.id });
  const card = await stage.cardFor(post);
  await stage.untilSeen(() => stage.rendered(card).includes('Answered on X directly'), 'the settled card');
}

/** Carla stops everything while Ben's reply waits for Undo; after her "go on" it is out, once. */
async function pauseAndResume(stage: OpenedStage, post: Post): Promise<void> {
  const card = await stage.cardFor(post);
  await stage.sendReply('ben', card, 'Moin, das Netz ist gestört; wir arbeiten daran.');
  await stage.person('carla').command('/mentions', 'pause', stage.support);
  await untilText(stage, 'draw-pause', 'carla');
  await stage.pass(2 * MINUTE_MS, 30 * SECOND_MS);
  expect(stage.answersTo(post)).toEqual([]);
  await stage.person('carla').command('/mentions', 'resume', stage.support);
  await stage.untilPublic(post);
  await stage.pass(MINUTE_MS, 20 * SECOND_MS);
  expect(stage.answersTo(post)).toHaveLength(1);
}

type Outage = ReturnType<typeof createOutage>;

/** One press, one customer: two people press side by side, one text is changed first, the app is restarted in between. */
async function closeTheLoop(stage: OpenedStage, outage: Outage, posts: readonly Post[]): Promise<void> {
  const list = outage.untold();
  if (list === undefined) throw new Error('nobody waits to hear the end');
  const next = (name: Name) => stage.person(name).press(stage.support, list.ts, 'tell_next');
  const heard = (count: number) => () => toldOf(stage, posts).filter((times) => times > 0).length >= count;
  for (let pressed = 0; pressed < 16; pressed += 2) await Promise.all([next('anna'), next('ben')]);
  await stage.stopApp();
  await stage.startApp();
  await stage.untilSeen(heard(16), 'sixteen who were told', { stepMs: 10 * SECOND_MS, mostMs: 30 * MINUTE_MS });

  const modal = await outage.formAfter('carla', () => stage.person('carla').press(stage.support, list.ts, 'tell_list'));
  await modal.press({ action_id: 'tell_edit', value: JSON.stringify(['mention', `x:${posts[30]?.id}`]) });
  await stage.workspace.waitFor(() => stage.workspace.modals(stage.people.carla).length === 2, 'the reply form');
  const edited = stage.person('carla').modal();
  await edited.fill(stage.textBlock(edited), `Moin, ${OVER} Eine Gutschrift ist unterwegs.`);
  expect(await edited.submit()).toEqual({ outcome: 'closed' });

  for (let pressed = 17; pressed < AFFECTED; pressed += 1) await next(pressed % 2 === 0 ? 'anna' : 'ben');
  await stage.untilSeen(heard(AFFECTED), 'all who were told', { stepMs: 10 * SECOND_MS, mostMs: 60 * MINUTE_MS });
  // Behind the cards of all who were told, at Slack's pace.
  const isDone = () => text(stage, 'draw-untold').includes('every linked customer is seen to');
  await stage.workspace.waitFor(isDone, 'a list at its end', { timeoutMs: 120_000 });
}

describe('one bad Friday', () => {
  it('runs through a shift change, an outage with forty complaints, an answer on X itself and a pause, and everyone is told once', {
    timeout: WHOLE_DAY_MS,
  }, async () => {
    const stage = await openStage({
      start: at('07:30'),
      pollMs: MINUTE_MS,
      x: { ownMs: MINUTE_MS },
      desk: { bell: { opening: true, closing: true }, expireMinutes: 60 },
    });
    const lena = await morning(stage);
    const { outage, posts } = await outageOf(stage);
    const [first, second] = posts;
    if (first === undefined || second === undefined) throw new Error('forty customers');
    await answerOnX(stage, first);
    await pauseAndResume(stage, second);

    await stage.sendReply('ben', lena.card, 'Hallo Lena, die Leitung ist repariert. Läuft es wieder?');
    await stage.untilSeen(() => stage.answersTo(lena.post).length === 2, 'the promised answer');
    await stage.untilReads(lena.card, 'Answered by @ben');

    await outage.resolve('Das Netz im Norden läuft wieder. Danke für Ihre Geduld.', {
      answer_de: `Moin {name}, ${OVER}`,
    });
    await outage.untilUntold('40 customers wait to hear it');
    await closeTheLoop(stage, outage, posts);
    await stage.pass(5 * MINUTE_MS, MINUTE_MS);
    expect(toldOf(stage, posts)).toEqual(posts.map(() => 1));
    expect(stage.answersTo(first).map(({ written }) => written.includes(OVER))).toEqual([false, true]);
    expect(stage.messagesFor('draw-promises')).toEqual([]);

    await stage.person('carla').command('/incident', 'timeline 1', stage.support);
    await stage.untilSeen(() => stage.dms('carla').some((one) => one.includes('incident-1.md')), 'the timeline');
    // All quiet until one more writes before closing: the bell names her, and nobody else.
    await until(stage, '19:30', 30 * MINUTE_MS);
    await stage.complain('frau_petersen', 'Schon wieder falsch abgebucht. Frechheit!');
    await until(stage, '19:50');
    await stage.untilSeen(() => stage.messagesFor('draw-bell:').length === 2, 'the closing bell');
    expect(text(stage, 'draw-bell:')).toContain('frau_petersen');
    expect(text(stage, 'draw-bell:')).not.toContain('kunde_');
    stage.expectNothingRefused();
  });
});
