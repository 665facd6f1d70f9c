import type { Origin } from '../src/desk/origin.ts';
import type { ViewContext } from './context.ts';
import { networkName } from './facts.ts';
import { visible } from './text.ts';

/** Where a line of a history came from. */
export function originText({ way, name }: Origin, ctx: ViewContext): string {
  const { origin } = ctx.words;
  const known = Object.hasOwn(origin.names, name) ? origin.names[name] : undefined;
  const label = known ?? visible(name).replaceAll('_', ' ');
  switch (way) {
    case 'command':
      return origin.command(name);
    case 'action':
      return origin.action(label);
    case 'form':
      return origin.form(label);
    case 'closed':
      return origin.closed(label);
    case 'network':
      return origin.network(networkName(name));
    case 'shortcut':
    case 'event':
    case 'clock':
    case 'effect':
    case 'shell':
      return origin[way];
  }
}

/** Which press it was; null for what the app did by itself, which its reader need not be told at each line. */
export function pressText(from: Origin, ctx: ViewContext): string | null {
  return from.way === 'network' || from.way === 'clock' || from.way === 'effect' ? null : originText(from, ctx);
}
