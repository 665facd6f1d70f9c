import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { registerHandlers } from '../../commands/register.ts';
import { createTools } from '../../commands/tools.ts';
import { UNSURE } from '../../src/desk/checks/brush-off.ts';
import { decided } from '../../src/desk/decision.ts';
import { NEW_DESK } from '../../src/desk/desk-state.ts';
import { type Mention, NEW_ESCALATION } from '../../src/desk/mention.ts';
import { newPerson } from '../../src/desk/person.ts';
import { createRecall } from '../../src/recall/recall.ts';
import { createFiles } from '../../src/slack/files.ts';
import { createModals } from '../../src/slack/modals.ts';
import { createPeople } from '../../src/slack/people.ts';
import { openStore } from '../../src/store/open.ts';
import { ANNA, aChannel, aDesk, aMention, anIncident, aPublication, CARD, instant } from '../desk/examples.ts';
import { openSlack } from '../slack/slack-bench.ts';
import type { Case } from './all-handlers.ts';

/** One of each standing. Only the publisher, the lead and one guest are named in the settings. */
export const WHO = {
  outsider: 'U0OUT',
  guest: 'U0GUEST',
  stranger: 'U0STRANGER',
  staff: 'U0STAFF',
  publisher: 'U0PUB',
  lead: 'U0LEAD',
  asked: 'U0ASKED',
  namedGuest: 'U0NAMED',
} as const;

const MENTION = 'x:1001';
const ASKED_AT = { channel: 'C0ASKED', ts: '1700000000.000900' } as const;

/** Every handler of the app behind its one door, with a store in which there is one of each thing. */
export async function openRights({ isPaused = true, mention = {}, ...wishes }: Wishes = {}) {
  const { slack, clock, log, lines, clients, workspace } = await openSlack();
  const { lead, publisher } = WHO;
  workspace.addUser({ id: WHO.outsider, name: 'outsider' });
  workspace.addUser({ id: WHO.guest, name: 'guest', guest: 'multi' });
  workspace.addUser({ id: WHO.namedGuest, name: 'named', guest: 'multi' });
  workspace.addUser({ id: WHO.stranger, name: 'stranger', teamId: 'T0OTHER' });
  for (const name of ['staff', 'publisher', 'lead', 'asked'] as const) workspace.addUser({ id: WHO[name], name });
  workspace.addChannel({ id: CARD.channel, name: 'care', members: [WHO.guest, WHO.stranger, WHO.staff] });
  workspace.addChannel({ id: ASKED_AT.channel, name: 'asked', members: [] });

  const folder = await mkdtemp(join(tmpdir(), 'earshot-rights-'));
  const store = await openStore(`file:${folder}`, { clock });
  const settings = { publishers: [publisher, WHO.namedGuest], leads: [lead], ...wishes };
  const paused = isPaused ? { by: publisher, at: instant('2026-11-24T09:30') } : null;
  const desk = { ...aDesk(settings), paused };
  await store.create('desk', 'desk', () => decided({ ...NEW_DESK, settings: desk.settings, paused }));
  await store.create('channel', CARD.channel, () => decided(aChannel()));
  const escalation = {
    ...NEW_ESCALATION,
    id: 'e1',
    by: ANNA,
    reason: 'Where is it?',
    to: { type: 'user', id: WHO.asked },
    at: instant('2026-11-24T10:01'),
    channel: ASKED_AT.channel,
    message: ASKED_AT,
  } as const;
  const waiting = aPublication({ id: 'p2', status: 'waiting' });
  await store.create('mention', MENTION, () =>
    decided(
      aMention({
        escalations: [escalation],
        status: 'escalated',
        publications: [aPublication(), waiting],
        ...mention,
      }),
    ),
  );
  await store.create('incident', 'incident:k1', () => decided(anIncident({ card: null, publications: [] })));
  for (const id of Object.values(WHO)) await store.create('person', id, () => newPerson(id));

  const told: string[] = [];
  const tools = createTools({
    store,
    clock,
    log,
    desk: () => desk,
    refreshDesk: async () => {},
    placeFault: async () => null,
    people: createPeople({ client: clients.presses, clock }),
    modals: createModals(clients.presses),
    files: createFiles(clients.presses),
    answer: async (_press, text) => void told.push(text),
    networks: new Map(),
    brushOffChance: () => UNSURE,
    languageOf: () => null,
    recall: createRecall({ store, clock }),
    accounts: async () => [],
    channel: CARD.channel,
    workspaceUrl: 'https://practice.slack.com/',
  });
  const app = new App({
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    authorize: async () => ({ botToken: slack.botToken, botId: 'B0EARSHOT0', botUserId: workspace.botUserId }),
    clientOptions: { slackApiUrl: slack.url },
    deferInitialization: true,
  });
  await app.init();
  registerHandlers(app, handlers, tools);
  onTestFinished(async () => {
    await tools.typed.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  return {
    slack,
    clock,
    workspace,
    store,
    tools,
    desk,
    /** Faults of our own that were logged: neither a payload that was not taken nor a call that Slack refused. */
    troubles: () =>
      lines.filter((line) => /"level":[56]0/.test(line) && !/payload is not as expected|"type":"CallFault"/.test(line)),
    /** Delivers a payload as Slack would; answers with all that the presser was told. */
    deliver: async (body: Record<string, unknown>): Promise<string> => {
      told.length = 0;
      const acks: unknown[] = [];
      await app.processEvent({ body, ack: async (answer) => void acks.push(answer) });
      return JSON.stringify([...acks, ...told]);
    },
    /** All that is kept, as text; persons, who may always change their own, on request. */
    kept: async ({ persons = false } = {}): Promise<string> => {
      const types = ['mention', 'incident', 'channel', 'desk', ...(persons ? (['person'] as const) : [])] as const;
      const all = await Promise.all(types.map((type) => store.list(type)));
      return JSON.stringify([all, await store.destinations()]);
    },
  };
}

/** Added to the settings; `isPaused`: the publisher has paused all publishing; `mention`: what the mention differs in. */
type Wishes = Parameters<typeof aDesk>[0] & { readonly isPaused?: boolean; readonly mention?: Partial<Mention> };

let presses = 0;

/** A payload of this kind as Slack sends it: https://docs.slack.dev/reference/interaction-payloads */
export function payload(kind: string, name: string, by: string, more: Omit<Case, 'who'> = {}): Record<string, unknown> {
  presses += 1;
  const stamp = `1795510800.${String(presses).padStart(6, '0')}`;
  const trigger_id = `${presses}.1.trigger`;
  const team = { id: 'T0', domain: 'practice' };
  const user = { id: by, name: by, username: by, team_id: 'T0' };
  const channel = { id: CARD.channel, name: 'care' };
  const value = more.value ?? valueFor(name);
  switch (kind) {
    case 'command':
      return { command: `/${name}`, text: more.text ?? '#42', user_id: by, channel_id: channel.id, trigger_id };
    case 'action':
      return {
        type: 'block_actions',
        team,
        user,
        channel,
        trigger_id,
        message: { ts: CARD.ts },
        container: { type: 'message', message_ts: CARD.ts, channel_id: channel.id },
        actions: [{ type: 'button', action_id: name, block_id: 'b', action_ts: stamp, value }],
      };
    case 'shortcut':
      return {
        type: 'message_action',
        callback_id: name,
        team,
        user,
        channel,
        trigger_id,
        message: { ts: CARD.ts, text: 'card' },
      };
    case 'event':
      return {
        type: 'event_callback',
        team_id: 'T0',
        event_id: `Ev${presses}`,
        event:
          name === 'message'
            ? {
                type: name,
                user: by,
                channel: ASKED_AT.channel,
                ts: stamp,
                text: 'Found it.',
                thread_ts: more.threadTs,
              }
            : name === 'message_deleted'
              ? { type: 'message', subtype: name, channel: ASKED_AT.channel, deleted_ts: stamp }
              : { type: name, user: by, tab: 'home', event_ts: stamp },
      };
    default: {
      const meta = { seen: [], mention: MENTION, incident: 'incident:k1', escalation: 'e1', ...more.meta };
      const view = {
        id: `V${presses}`,
        type: 'modal',
        hash: stamp,
        callback_id: name,
        private_metadata: JSON.stringify(meta),
        blocks: [{ type: 'input', block_id: 'reason' }],
        ...(kind === 'form' && { state: { values: { reason: { reason: { value: 'because' } }, ...more.values } } }),
      };
      return { type: kind === 'form' ? 'view_submission' : 'view_closed', team, user, trigger_id, view };
    }
  }
}

/** One of each sort of value that our buttons carry, by the handler's name. */
function valueFor(action: string): string {
  if (action.startsWith('incident')) return '["incident","incident:k1"]';
  if (action.includes('escalation') || action === 'send_back') return `["mention","${MENTION}","e1"]`;
  if (action.startsWith('take_')) return `["channel","${CARD.channel}","a1"]`;
  if (action === 'undo') return `["mention","${MENTION}","p2"]`;
  return `["mention","${MENTION}","p1"]`;
}
