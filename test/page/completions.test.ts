import { describe, expect, it } from 'vitest';
import { completionsFor } from '../../practice/page/slack/completions.ts';

const known = {
  commands: [
    { is: 'command', command: '/mentions', description: 'List', usage: 'open | mine' },
    { is: 'command', command: '/reply', description: 'Reply to a customer', usage: '#42 your text' },
  ],
  staff: [{ is: 'person', id: 'U1', name: 'dmitri', realName: 'Dmitri Voss', role: 'Network engineer' }],
  groups: [{ is: 'group', id: 'S1', handle: 'network-team' }],
} as const;

const offered = (text: string) => completionsFor(text, text.length, known).map(({ name }) => name);

describe('while one types, the message field', () => {
  it('offers commands after a slash at the start, each with its usage', () => {
    expect(offered('/')).toEqual(['/mentions', '/reply']);
    expect(completionsFor('/re', 3, known)).toEqual([
      { name: '/reply', about: 'Reply to a customer · #42 your text', text: '/reply ' },
    ]);
  });

  it('offers people and groups after an @, and puts the name in its place', () => {
    expect(offered('/escalate #3 @ne')).toEqual(['@network-team', '@dmitri']);
    expect(completionsFor('ask @dm today', 'ask @dm'.length, known)[0]?.text).toBe('ask @dmitri today');
  });

  it.each(['', 'hello', '/reply #1', 'me@example', 'either/or', '@dmitri'])('offers nothing at %j', (text) => {
    expect(offered(text)).toEqual([]);
  });
});
