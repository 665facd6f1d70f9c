import { describe, expect, test } from 'vitest';
import type { SlackPress, Who } from '../../commands/handler.ts';
import { handlers } from '../../commands/index.ts';
import { parse } from '../../commands/parse.ts';
import { heardBy } from '../../commands/register.ts';
import type { Refusal } from '../../src/desk/decision.ts';
import { refusalText } from '../../views/refusal.ts';
import { CARD } from '../desk/examples.ts';
import { casesOf, RIGHTS } from './all-handlers.ts';
import { openRights, payload, WHO } from './rights-bench.ts';

type Standing = keyof typeof WHO;

/** Who is let in by which right; everybody else must be told that they are not. */
const LET_IN: Readonly<Record<Who, readonly Standing[]>> = {
  anyone: ['outsider', 'guest', 'stranger', 'staff', 'publisher', 'lead', 'asked', 'namedGuest'],
  staff: ['staff', 'publisher', 'lead', 'namedGuest'],
  asked: ['staff', 'publisher', 'lead', 'asked', 'namedGuest'],
  publisher: ['publisher', 'lead', 'namedGuest'],
  // What there is was sent by somebody else.
  own: ['publisher', 'lead'],
  trusted: ['publisher', 'lead'],
  lead: ['lead'],
  // Nobody is named for what is locked.
  keyholder: ['lead'],
  settings: ['lead'],
  // It was the publisher who paused.
  resume: ['publisher', 'lead'],
};

const NO: readonly Refusal[] = [
  { reason: 'not-staff', channel: CARD.channel },
  { reason: 'not-asked' },
  { reason: 'guest' },
  { reason: 'not-publisher' },
  { reason: 'not-lead' },
  { reason: 'not-keyholder' },
  { reason: 'guest-others' },
  { reason: 'may-not-resume', by: WHO.publisher },
];

const registered = handlers.flatMap((handler) => {
  const { kind, names } = heardBy(handler);
  return names.map((name) => ({ handler, kind, name, key: `${kind} ${name}` }));
});

const all = registered.flatMap(({ key, kind, name, handler }) =>
  casesOf(RIGHTS[key] ?? []).map((one) => ({ ...one, key, kind, name, handler })),
);

function pressOf(kind: string, body: unknown): SlackPress {
  const parsers = { ...parse } as Readonly<Record<string, (body: unknown) => SlackPress | null>>;
  const press = parsers[kind]?.(body) ?? null;
  if (press === null) throw new Error(`the payload of a ${kind} is not as expected`);
  return press;
}

describe('every handler that the app registers', () => {
  test('stands in the table of rights, and nothing else does', () => {
    expect([...new Set(registered.map(({ key }) => key))].sort()).toEqual(Object.keys(RIGHTS).sort());
  });

  test('asks for the right that the table names, whatever verb or purpose the press has', async () => {
    const { tools } = await openRights();
    const wrong: string[] = [];
    for (const { handler, kind, name, key, who, ...more } of all) {
      const press = pressOf(kind, payload(kind, name, WHO.outsider, more));
      const right = typeof handler.who === 'function' ? await handler.who(press, tools) : handler.who;
      if (right !== who) wrong.push(`${key} ${JSON.stringify(more)} asks for ${right}, not ${who}`);
    }
    expect(wrong).toEqual([]);
  });

  test('changes nothing for whoever lacks the right, and says why', { timeout: 60_000 }, async () => {
    const { deliver, kept, tools } = await openRights();
    const texts = NO.map((refusal) => JSON.stringify(refusalText(refusal, tools.context())).slice(1, -1));
    const wrong: string[] = [];
    for (const { kind, name, key, who, handler: _handler, ...more } of all) {
      for (const [standing, id] of Object.entries(WHO)) {
        if (LET_IN[who].some((one) => one === standing)) continue;
        const before = await kept({ persons: true });
        const told = await deliver(payload(kind, name, id, more));
        if (!texts.some((text) => told.includes(text))) wrong.push(`${key} told ${standing} ${told}`);
        if ((await kept({ persons: true })) !== before) wrong.push(`${key} changed something for ${standing}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('that is for anyone changes nothing but the presser’s own', async () => {
    const { deliver, kept } = await openRights();
    const before = await kept();
    for (const { kind, name, who, handler: _handler, ...more } of all) {
      if (who === 'anyone') await deliver(payload(kind, name, WHO.outsider, more));
    }
    expect(await kept()).toBe(before);
  });

  test('lets in whoever has the right', { timeout: 60_000 }, async () => {
    const { deliver, tools } = await openRights();
    const texts = NO.map((refusal) => JSON.stringify(refusalText(refusal, tools.context())).slice(1, -1));
    const wrong: string[] = [];
    for (const { kind, name, key, who, handler: _handler, ...more } of all) {
      for (const standing of LET_IN[who]) {
        const told = await deliver(payload(kind, name, WHO[standing], more));
        if (texts.some((text) => told.includes(text)))
          wrong.push(`${key} ${JSON.stringify(more)} told ${standing} ${told}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
