import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../practice/slack/index.ts';
import type { Modal } from '../../practice/slack/modal.ts';
import type { Stage } from '../../practice/stage.ts';
import type { Hands } from './hands.ts';
import type { Ledger, Sent } from './ledger.ts';
import type { MortalProcess } from './mortal-process.ts';
import { publicationWith, readDisk } from './on-disk.ts';
import type { Act, UndoWish } from './plan.ts';
import { whileDrawn } from './rush.ts';

interface StaffDeps {
  readonly stage: Stage;
  readonly hands: Hands;
  readonly ledger: Ledger;
  readonly app: MortalProcess;
  /** Who may publish. */
  readonly team: readonly [string, ...string[]];
}

/** Old cards scroll away: people work on those that they see. */
const CARDS_IN_VIEW = 14;
/** Real milliseconds for which somebody who regrets a text waits to see it in public. */
const PUBLIC_MS = 5_000;
/** Cards at which two people press at once, in the end. */
const RUSH = 6;
/** Real milliseconds until a line of the app's log is here. */
const LOG_MS = 50;

/** What the staff do in the channel; whatever does not work because the app is dead they let be. */
export function createStaff({ stage, hands, ledger, app, team }: StaffDeps) {
  const { slack, channels, people } = stage;
  const { workspace } = slack;
  const { support } = channels;
  const busy = new Map<string, Promise<void>>();

  workspace.on((change) => {
    if (change.kind !== 'delivered' || !change.acked || change.type !== 'events_api') return;
    const text = JSON.stringify(change.payload);
    for (const answer of ledger.answers) if (text.includes(answer.mark)) answer.acked = true;
  });

  /** A person does one thing after the other. */
  function by(user: string, act: () => Promise<void>): Promise<void> {
    const next = (busy.get(user) ?? Promise.resolve()).then(act).catch((error: unknown) => {
      // A button that is not there any more, a form that somebody's next press has closed.
      if (!(error instanceof Error)) throw error;
    });
    busy.set(user, next);
    return next;
  }

  const personOf = (number: number) => team[number % team.length] ?? team[0];

  const cards = () => workspace.messages(support).filter(({ metadata }) => metadata?.event_payload.key === 'draw-card');

  const shows = ({ ts }: Message, action: string) =>
    hands.buttons(support, ts).some(({ actionId }) => actionId === action);

  function cardWith(action: string, pick: number): Message | undefined {
    const shown = cards()
      .slice(-CARDS_IN_VIEW)
      .filter((card) => shows(card, action));
    return shown[pick % Math.max(1, shown.length)];
  }

  const isOnDisk = (mark: string) => publicationWith(mark, readDisk(app.folder)) !== undefined;

  async function send(user: string, modal: Modal, sent: Sent): Promise<void> {
    sent.state = 'unsure';
    const outcome = await hands.submit(user, modal, () => isOnDisk(sent.mark));
    if (outcome === 'closed') sent.state = 'sent';
    else if (outcome === 'errors') sent.state = 'not-sent';
  }

  async function answer(
    act: Extract<Act, { type: 'answer' }>,
    user: string,
    card = cardWith(act.how === 'apology' ? 'apologise' : 'reply', act.pick),
    atOnce?: () => Promise<void>,
  ): Promise<void> {
    if (card === undefined) return;
    const form = await hands.openForm(user, support, card, act.how === 'apology' ? 'apologise' : 'reply');
    if (form === null) return;
    const mark = ledger.mark();
    const sent = ledger.sent({ mark, what: act.how, by: user, state: 'not-sent', undoneAs: null });
    if (act.how === 'apology') {
      await form.fill('wrong', `Es tut uns leid, das war unser Fehler ${mark}`);
      await form.fill('doing', 'Unsere Technik arbeitet daran');
    } else {
      if (act.how === 'holding') {
        await form.press('holding');
        await hands.seen(() => hands.blockOf(form, 'back_by') !== 'back_by' || hasBlock(form, 'back_by'));
      }
      await form.fill(hands.blockOf(form, 'text'), `Wir sehen uns das an ${mark}.`);
    }
    await atOnce?.();
    await send(user, form, sent);
    await undo(user, sent, act.undo);
  }

  /** What the press was worth is what stood on disk when Slack had its acknowledgement. */
  async function undo(user: string, sent: Sent, wish: UndoWish): Promise<void> {
    if (wish === null || sent.state !== 'sent') return;
    const found = publicationWith(sent.mark, readDisk(app.folder));
    if (found === undefined) return;
    const value = JSON.stringify([found.of.type, found.of.id, found.publication.id]);
    const place = () => workspace.messages(support).find(({ ts }) => hasButton(ts, 'undo', value));
    if (!(await hands.seen(() => place() !== undefined))) return;
    const ts = place()?.ts;
    if (ts === undefined) return;
    // The button is there until the app has heard from X and Slack from the app.
    if (wish === 'late' && !(await isSeenPublic(sent.mark))) return;
    const before = app.hasty();
    const { acked } = await workspace.as(user).press(support, ts, { action_id: 'undo', value });
    await sleep(LOG_MS);
    if (acked && app.hasty() === before)
      sent.undoneAs = publicationWith(sent.mark, readDisk(app.folder))?.publication.status ?? 'gone';
  }

  function isSeenPublic(mark: string): Promise<boolean> {
    const { world } = stage.x;
    return world
      .waitFor(() => world.ours().some(({ written }) => written.includes(mark)), '', PUBLIC_MS)
      .then(
        () => true,
        () => false,
      );
  }

  function hasButton(ts: string, action: string, value: string): boolean {
    return hands
      .buttons(support, ts)
      .some(({ actionId, element }) => actionId === action && element.type === 'button' && element.value === value);
  }

  async function escalate(user: string, pick: number): Promise<void> {
    const card = cardWith('escalate', pick);
    const form = card && (await hands.openForm(user, support, card, 'escalate'));
    if (form === undefined || form === null) return;
    const mark = ledger.mark();
    await form.fill('reason', `Wann ist das behoben? ${mark}`);
    await form.select('person', people.dmitri);
    const isThere = () =>
      readDisk(app.folder).mentions.some(({ escalations }) => escalations.some((one) => one.reason.includes(mark)));
    const outcome = await hands.submit(user, form, isThere);
    ledger.questions.push({ mark, acked: outcome === 'closed' });
  }

  async function startIncident(user: string, wish: UndoWish): Promise<void> {
    const form = await hands.openCommand(user, support, '/incident', 'start Mobilfunk im Norden');
    if (form === null) return;
    const mark = ledger.mark();
    const sent = ledger.sent({ mark, what: 'incident', by: user, state: 'not-sent', undoneAs: null });
    await form.fill(hands.blockOf(form, 'text'), `Im Norden ist das Netz gestört ${mark}.`);
    sent.state = 'unsure';
    // Whoever sends an incident again by hand starts a second one: they wait and look instead.
    const { outcome } = await form.submit();
    if (outcome === 'closed') sent.state = 'sent';
    else if (outcome === 'errors') sent.state = 'not-sent';
    await undo(user, sent, wish);
  }

  async function press(user: string, action: string, pick: number): Promise<void> {
    const card = cardWith(action, pick);
    if (card !== undefined) await workspace.as(user).press(support, card.ts, action);
  }

  /** "Sent? Send again / It is there": somebody looks at X and says what is true. */
  async function clearUp(): Promise<void> {
    const disk = readDisk(app.folder);
    for (const { ts } of workspace.messages(support)) {
      const asked = hands.buttons(support, ts).find(({ actionId }) => actionId === 'send_again');
      if (asked?.element.type !== 'button') continue;
      const { value = '' } = asked.element;
      const mark = [...disk.mentions, ...disk.incidents]
        .flatMap(({ type, id, publications }) =>
          publications.map((one) => ({ one, name: JSON.stringify([type, id, one.id]) })),
        )
        .find(({ name }) => name === value)
        ?.one.text.match(/\(M\d+\)/)?.[0];
      if (mark === undefined) continue;
      const isThere = stage.x.world.ours().some(({ written }) => written.includes(mark));
      if (isThere) ledger.overlooked.add(mark);
      const action_id = isThere ? 'is_there' : 'send_again';
      await by(team[0], async () => void (await workspace.as(team[0]).press(support, ts, { action_id, value })));
    }
  }

  /** The engineer answers what he was asked, in its thread; with `again` also what he has answered before. */
  async function answerEscalations({ again = false } = {}): Promise<void> {
    const { dmitri } = people;
    const dm = workspace.as(dmitri).dm();
    const asked = workspace.dms(dmitri).filter(({ byBot, threadTs }) => byBot && threadTs === undefined);
    const answered = new Set(workspace.dms(dmitri).flatMap(({ byBot, threadTs = '' }) => (byBot ? [] : [threadTs])));
    const open = asked.filter((one) => !answered.has(one.ts));
    for (const { ts } of open.length === 0 && again ? asked.slice(-1) : open) {
      const mark = ledger.mark();
      ledger.answers.push({ mark, acked: false });
      await workspace.as(dmitri).say(dm, `Heute Abend ${mark}`, ts);
    }
  }

  return {
    play(act: Exclude<Act, { type: 'write' }>): Promise<void> {
      const user = personOf(act.by);
      switch (act.type) {
        case 'answer':
          return by(user, () => answer(act, user));
        case 'claim':
        case 'release':
          return by(user, () => press(user, act.type, act.pick));
        case 'escalate':
          return by(user, () => escalate(user, act.pick));
        case 'incident':
          return by(user, () => startIncident(user, act.undo));
      }
    },
    clearUp,
    answerEscalations,
    /** Somebody answers while the card is being drawn with another press; see rush.ts. */
    async rush(): Promise<void> {
      const act = { type: 'answer', how: 'reply', pick: 0, undo: null } as const;
      const open = cards().filter((one) => shows(one, 'claim') || shows(one, 'release'));
      for (const card of open.slice(0, RUSH)) {
        const mention = readDisk(app.folder).mentions.find((one) => one.card?.ts === card.ts);
        const [action, first] = shows(card, 'claim') ? ['claim', team[0]] : ['release', mention?.owner ?? team[0]];
        const user = team.find((one) => one !== first) ?? team[0];
        const draw = () => workspace.as(first).press(support, card.ts, action);
        await whileDrawn(slack, draw, (atOnce) => by(user, () => answer({ ...act, by: 0 }, user, card, atOnce)));
      }
    },
    /** Resolves when everybody has put down what they had in hand. */
    idle: () => Promise.all(busy.values()),
  };
}

function hasBlock(modal: Modal, id: string): boolean {
  return modal.view().source.blocks.some(({ block_id }) => block_id === id);
}
