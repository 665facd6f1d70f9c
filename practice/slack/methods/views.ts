import { z } from 'zod';
import { SlackError } from '../errors.ts';
import { viewJson } from '../json.ts';
import { fromJson, method } from '../method.ts';

const triggered = z.object({ trigger_id: z.string(), view: z.unknown() });

export const viewsOpen = method({
  args: triggered,
  run({ state, views, triggers }, args) {
    const source = views.check(fromJson(args.view, 'invalid_arguments'), 'modal');
    return { view: viewJson(state, views.open(triggers.use(args.trigger_id).user, source)) };
  },
});

export const viewsPush = method({
  args: triggered,
  run({ state, views, triggers }, args) {
    const source = views.check(fromJson(args.view, 'invalid_arguments'), 'modal');
    const { user, viewId } = triggers.use(args.trigger_id);
    if (viewId === undefined) throw new SlackError('invalid_trigger_id', 'only a press in a modal can push a modal');
    return { view: viewJson(state, views.push(user, source)) };
  },
});

export const viewsUpdate = method({
  args: z.object({
    view: z.unknown(),
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
  }),
  run({ state, views }, args) {
    if ((args.view_id === undefined) === (args.external_id === undefined)) {
      throw new SlackError('invalid_arguments', '[ERROR] either view_id or external_id must be given');
    }
    const view = views.find(args.view_id, args.external_id);
    if (view?.source.type !== 'modal') throw new SlackError('not_found', 'the view is closed or never was');
    const source = views.check(fromJson(args.view, 'invalid_arguments'), 'modal');
    return { view: viewJson(state, views.update(view, source, args.hash)) };
  },
});

export const viewsPublish = method({
  args: z.object({ view: z.unknown(), user_id: z.string(), hash: z.string().optional() }),
  run({ state, views }, args) {
    const source = views.check(fromJson(args.view, 'invalid_arguments'), 'home');
    if (!state.users.has(args.user_id)) throw new SlackError('invalid_arguments', '[ERROR] unknown user_id');
    return { view: viewJson(state, views.publish(args.user_id, source, args.hash)) };
  },
});
