import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { handlers } from '../../commands/index.ts';
import { heardBy } from '../../commands/register.ts';
import { helpModal } from '../../views/forms/reading.ts';
import { wordsFor } from '../../views/words/index.ts';
import { COMMANDS, createSpeak } from '../../views/words/prefixed.ts';
import { context } from './sample.ts';

const VIEWS = join(import.meta.dirname, '../../views');

describe('words in a workspace where the commands have a prefix', () => {
  const words = createSpeak('es-')('en');

  it('name them as people have to type them', () => {
    expect(words.commands.needsNumber('reply')).toContain('`/es-reply #42`');
    expect(words.commands.noRunningIncident).toContain('`/es-incident start`');
    expect(words.commands.noSuchNumber(7)).toContain('`/es-mentions open`');
  });

  it('name them everywhere: no text has a plain one', () => {
    for (const language of ['en', 'de'] as const) {
      const texts = textsIn(createSpeak('es-')(language));
      expect(texts.length).toBeGreaterThan(100);
      expect(
        texts.filter((text) => /(?<![\w-])\/(?:reply|mentions|incident|escalate|apologi[sz]e)\b/.test(text)),
      ).toEqual([]);
      expect(texts.filter((text) => text.includes('/es-')).length).toBeGreaterThan(5);
    }
  });

  it('name them in the help, which is a list', () => {
    const ctx = { ...context(), words };
    expect(JSON.stringify(helpModal(ctx))).toContain('`/es-mentions open`');
  });

  it('are the only place that names commands', () => {
    const views = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const naming = views.filter(
      (name) => !name.startsWith('words/') && /\\`\/[a-z]/.test(readFileSync(join(VIEWS, name), 'utf8')),
    );
    expect(views.length).toBeGreaterThan(20);
    expect(naming).toEqual([]);
  });

  it('leave alone what people wrote, and Slack’s own commands', () => {
    const name = 'see /reply and https://x.com/reply';
    expect(words.channel.wroteAgain(name, 'now')).toBe(wordsFor('en').channel.wroteAgain(name, 'now'));
    expect(words.channel.inviteFirst('#care')).toBe(wordsFor('en').channel.inviteFirst('#care'));
  });

  it('are the plain words without a prefix', () => {
    expect(createSpeak('')('de')).toBe(wordsFor('de'));
  });

  it('know every command that the app hears', () => {
    const heard = handlers.map(heardBy).flatMap(({ kind, names }) => (kind === 'command' ? names : []));
    expect([...COMMANDS].sort()).toEqual([...new Set(heard)].sort());
  });
});

/** Every fixed text, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
