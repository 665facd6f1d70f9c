import { describe, expect, test } from 'vitest';
import { tellEndOf } from '../../commands/tell-end.ts';
import { decided } from '../../src/desk/decision.ts';
import { linkTo } from '../../src/desk/incident-link.ts';
import type { Post } from '../../src/desk/post.ts';
import { incidentRef, mentionRef } from '../../src/desk/ref.ts';
import { ACTION } from '../../views/ids.ts';
import { pressValue } from '../../views/value.ts';
import { ANNA, aMention, anIncident, aPost, aPress, aPublication, granted, instant } from '../desk/examples.ts';
import { button, on, openPresses } from './press-bench.ts';

const end = aPublication({ id: 'p2', purpose: 'incident-resolve', inReplyTo: null, text: 'It works again.' });
const incident = anIncident({
  status: 'resolved',
  resolvedAt: instant('2026-11-24T11:00'),
  publications: [end],
  card: null,
});

function linked(number: number, post: Partial<Post> = {}) {
  const id = String(1000 + number);
  const posts = [aPost({ id, at: instant(`2026-11-24T10:0${number}`), ...post })] as const;
  const mention = aMention({ id: `x:${id}`, number, conversation: id, posts, card: null });
  return granted(linkTo(mention, incident, aPress(ANNA, `link ${number}`), new Date(incident.startedAt))).state;
}

async function openEnd(mentions: readonly ReturnType<typeof linked>[]) {
  const handler = tellEndOf.find((one) => 'action' in one.on && one.on.action === ACTION.tellNext);
  if (handler === undefined) throw new Error('nobody hears "Send the next"');
  // As when the process died after the first delivery: nothing in memory knows the press any more.
  const twice = on({ action: ACTION.tellNext }, async (press, tools) => {
    await handler.run(press, tools);
    return handler.run(press, tools);
  });
  const value = pressValue({ ref: incidentRef(incident.id) });
  const bench = await openPresses([twice], { elements: [button(ACTION.tellNext, value)] });
  await bench.store.create('incident', incident.id, () => decided(incident));
  for (const mention of mentions) await bench.store.create('mention', mention.id, () => decided(mention));
  const textsOf = async (mention: { readonly id: string }) =>
    (await bench.store.read(mentionRef(mention.id)))?.publications.map(({ text }) => text);
  return { ...bench, textsOf };
}

describe('“Send the next”', () => {
  test('delivered twice tells one customer, not two', async () => {
    const [first, second] = [linked(1), linked(2)];
    const { press, textsOf } = await openEnd([first, second]);
    await press(ACTION.tellNext);
    expect(await textsOf(first)).toEqual(['It works again.']);
    expect(await textsOf(second)).toEqual([]);
  });

  test('passes over who can only be answered by hand, and says so when nobody else is left', async () => {
    const [found, named] = [linked(1, { via: 'search' }), linked(2)];
    const { press, textsOf, told } = await openEnd([found, named]);
    await press(ACTION.tellNext);
    expect(await textsOf(found)).toEqual([]);
    expect(await textsOf(named)).toEqual(['It works again.']);
    await press(ACTION.tellNext);
    expect((await told()).at(-1)).toContain('The last customer can’t be told from here by one press');
  });
});
