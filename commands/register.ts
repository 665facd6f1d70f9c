import type { App } from '@slack/bolt';
import { ACTION } from '../views/ids.ts';
import type { Outcome } from './attempt.ts';
import type { Handler, On, SlackPress } from './handler.ts';
import { createOnce } from './once.ts';
import { commandName, parse } from './parse.ts';
import { pressAgain } from './press-again.ts';
import { type Acknowledge, respond } from './respond.ts';
import type { Tools } from './tools.ts';
import { NotSaved } from './until-saved.ts';

type Kind = SlackPress['kind'];

/** What a handler listens to: its kind, and the names without slash. */
export function heardBy({ on }: Handler): { readonly kind: Kind; readonly names: readonly string[] } {
  for (const kind of ['command', 'action', 'form', 'closed', 'shortcut', 'event'] as const) {
    const names = namesOf(on, kind);
    if (names !== undefined) return { kind, names: names.map((name) => name.replace(/^\//, '')) };
  }
  throw new Error(`a handler listens to nothing that Slack has: ${Object.keys(on).join()}`);
}

/**
 * The one function that listens to Slack: every payload is parsed here, goes to the handlers of its name, and is
 * acknowledged, whatever happens.
 */
export function registerHandlers(app: App, handlers: readonly Handler[], tools: Tools): void {
  const once = createOnce<Outcome>();
  const routes = routesOf(handlers);
  const commands = handlers.flatMap((one) => (heardBy(one).kind === 'command' ? heardBy(one).names : []));

  async function hear(press: SlackPress | null, acknowledge: Acknowledge): Promise<void> {
    const listeners = press === null ? [] : (routes.get(routeOf(press.kind, press.name)) ?? []);
    // A link's button is pressed as well, and nobody need hear of it.
    if (press === null || listeners.length === 0) return acknowledge();
    await Promise.all(
      listeners.map((handler, index) => {
        // Several handlers may hear one event; each handles it once.
        const own = index === 0 ? press : handledBy(press, index);
        return respond(own, handler, index === 0 ? acknowledge : async () => {}, tools, once);
      }),
    );
  }

  function understood(press: SlackPress | null, kind: Kind): SlackPress | null {
    if (press === null) tools.log.error({ kind }, 'slack: a payload is not as expected; the press has no effect');
    return press;
  }

  app.command(/^\//, async ({ body, ack }) => {
    const press = understood(parse.command(body), 'command');
    const name = commandName(body.command, commands);
    if (commands.includes(name)) return hear(press && { ...press, name }, () => ack());
    await ack(tools.context().words.fault.unknownCommand(body.command));
  });
  app.action(/./, ({ body, ack }) => {
    const press = understood(parse.action(body), 'action');
    return hear(press?.name === ACTION.pressAgain ? pressAgain(press) : press, () => ack());
  });
  app.shortcut(/./, ({ body, ack }) => hear(understood(parse.shortcut(body), 'shortcut'), () => ack()));
  app.view({ callback_id: /^/, type: 'view_submission' }, ({ body, ack }) =>
    hear(understood(parse.form(body), 'form'), (answer) => (answer === undefined ? ack() : ack(answer))),
  );
  app.view({ callback_id: /^/, type: 'view_closed' }, ({ body, ack }) =>
    hear(understood(parse.closed(body), 'closed'), () => ack()),
  );
  // An event is acknowledged for us, after this (src/slack/ack-saved.ts).
  app.event('message', ({ body }) => hear(parse.event(body), async () => {}));
  app.event('app_home_opened', ({ body }) => hear(parse.event(body), async () => {}));
  app.error(async (error) => {
    // So that it is not acknowledged.
    if (error.original instanceof NotSaved) throw error;
    tools.log.error({ err: error }, 'slack: a payload could not be handled');
  });
}

/** @throws Error when two handlers answer the same press: only one of them could acknowledge it. */
function routesOf(handlers: readonly Handler[]): ReadonlyMap<string, readonly Handler[]> {
  const routes = new Map<string, Handler[]>();
  for (const handler of handlers) {
    const { kind, names } = heardBy(handler);
    for (const name of names) {
      const route = routes.get(routeOf(kind, name)) ?? [];
      if (route.length > 0 && kind !== 'event') throw new Error(`two handlers listen to the ${kind} "${name}"`);
      routes.set(routeOf(kind, name), [...route, handler]);
    }
  }
  return routes;
}

function handledBy(press: SlackPress, index: number): SlackPress {
  return { ...press, key: `${press.key}.${index}`, delivery: `${press.delivery}.${index}` };
}

function routeOf(kind: Kind, name: string): string {
  return `${kind} ${name}`;
}

function namesOf(on: On, kind: Kind): readonly string[] | undefined {
  const names = Object.entries(on).find(([key]) => key === kind)?.[1];
  return typeof names === 'string' ? [names] : names;
}
