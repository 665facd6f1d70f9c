import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { heardBy } from '../../commands/register.ts';
import { ACTION, FORM } from '../../views/ids.ts';

const folder = join(import.meta.dirname, '../../views');
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const namesOf = (kind: string) => handlers.map(heardBy).flatMap((one) => (one.kind === kind ? one.names : []));

describe('everything that the views offer', () => {
  test('to press has exactly one handler; a link needs none', () => {
    const shown = Object.entries(ACTION).flatMap(([name, id]) => (views.includes(`ACTION.${name}`) ? [id] : []));
    const handled = namesOf('action');
    // A link, and a press that stands for the one that it repeats.
    const unhandled: string[] = [ACTION.openNetwork, ACTION.pressAgain];
    expect(shown.filter((id) => !unhandled.includes(id) && !handled.includes(id))).toEqual([]);
    expect(new Set(handled).size).toBe(handled.length);
  });

  test('to submit has exactly one handler; what is only read needs none', () => {
    const { reading: _read, ...submitted } = FORM;
    expect(namesOf('form').sort()).toEqual(Object.values(submitted).sort());
  });
});

test('nothing that publishes is open to everybody', () => {
  const publishing = [FORM.reply, FORM.replyAnyway, FORM.apology, FORM.incidentStart, FORM.incidentUpdate];
  const open = handlers.filter((one) => {
    const { kind, names } = heardBy(one);
    return kind === 'form' && names.some((name) => publishing.some((form) => form === name)) && one.who !== 'publisher';
  });
  expect(open).toEqual([]);
});
