import type { Shown } from '../shown.ts';

export interface Completion {
  readonly name: string;
  readonly about: string;
  /** The whole text once it is taken. */
  readonly text: string;
}

/** What Slack offers while one types: commands after a slash at the start, people and groups after an @. */
export function completionsFor(
  text: string,
  caret: number,
  { commands, staff, groups }: Pick<Shown, 'commands' | 'staff' | 'groups'>,
): readonly Completion[] {
  const before = text.slice(0, caret);
  const after = text.slice(caret);
  if (/^\/\S*$/.test(before)) {
    return commands
      .filter(({ command }) => command.startsWith(before.toLowerCase()))
      .map(({ command, description, usage }) => ({
        name: command,
        about: `${description} · ${usage}`,
        text: `${command} ${after.trimStart()}`,
      }));
  }
  const [whole, typed] = /(?:^|\s)@([\w-]*)$/.exec(before) ?? [];
  if (whole === undefined || typed === undefined) return [];
  const names = [
    ...groups.map(({ handle }) => ({ name: handle, about: 'user group' })),
    ...staff.map(({ name, realName, role }) => ({ name, about: `${realName}, ${role}` })),
  ];
  return names
    .filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(typed.toLowerCase()) && name !== typed)
    .map(({ name, about }) => ({
      name: `@${name}`,
      about,
      text: `${before.slice(0, before.length - typed.length)}${name} ${after.trimStart()}`,
    }));
}
