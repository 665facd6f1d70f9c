import { elementsOf } from './blocks/check.ts';
import { checkView, type ViewSource } from './blocks/view.ts';
import { initialValue } from './element-values.ts';
import { SlackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { requireScope } from './require-scope.ts';
import type { State } from './state.ts';
import type { Values, View } from './types.ts';

/** Input that a person already gave stays when block_id, action_id and the element's type are the same. */
function valuesFor(source: ViewSource, before: Values): Values {
  const values: Values = {};
  for (const block of source.blocks) {
    for (const element of elementsOf(block)) {
      if (block.block_id === undefined || element.action_id === undefined) continue;
      const kept = before[block.block_id]?.[element.action_id];
      const value = kept?.type === element.type ? kept : initialValue(element);
      if (value) values[block.block_id] = { ...values[block.block_id], [element.action_id]: value };
    }
  }
  return values;
}

/** Modals (a stack for each person) and home tabs. */
export function createViews(state: State) {
  const stackOf = (user: string) => state.modals.get(user) ?? [];

  function make(user: string, source: ViewSource, below: View | undefined): View {
    const id = state.newId('V');
    return {
      id,
      user,
      hash: `${state.nextTs()}.${state.shortId()}`,
      source,
      values: valuesFor(source, {}),
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
    };
  }

  function find(id: string | undefined, externalId: string | undefined): View | undefined {
    const all = [...[...state.modals.values()].flat(), ...state.homes.values()];
    return all.find((view) => (id === undefined ? view.source.external_id === externalId : view.id === id));
  }

  function refuseRepeatedExternalId(source: ViewSource, except?: View) {
    if (!source.external_id) return;
    const other = find(undefined, source.external_id);
    if (other && other.id !== except?.id) throw new SlackError('duplicate_external_id');
  }

  /** Puts the next form of a view in its place. */
  function replace(view: View, next: View): View {
    if (view.source.type === 'home') state.homes.set(view.user, next);
    else
      state.modals.set(
        view.user,
        stackOf(view.user).map((each) => (each.id === view.id ? next : each)),
      );
    return next;
  }

  return {
    find,
    /** @throws SlackError also for a file input without the scope that its reference asks for. */
    check(raw: unknown, kind: 'modal' | 'home'): ViewSource {
      const source = checkView(raw, kind, state.shortId);
      if (source.blocks.flatMap(elementsOf).some(({ type }) => type === 'file_input'))
        requireScope(state, 'files:read');
      return source;
    },

    open(user: string, source: ViewSource): View {
      refuseRepeatedExternalId(source);
      const view = make(user, source, undefined);
      state.modals.set(user, [view]);
      state.changed({ kind: 'modal_opened', view });
      return view;
    },

    /** @throws SlackError `push_limit_reached`, or `not_found` without a modal to push on. */
    push(user: string, source: ViewSource): View {
      const stack = stackOf(user);
      const top = stack.at(-1);
      if (!top) throw new SlackError('not_found', 'there is no open modal to push on');
      if (stack.length >= LIMITS.stackedModals) throw new SlackError('push_limit_reached');
      refuseRepeatedExternalId(source);
      const view = make(user, source, top);
      state.modals.set(user, [...stack, view]);
      state.changed({ kind: 'modal_pushed', view });
      return view;
    },

    /** @throws SlackError `hash_conflict` when the view changed since `hash`. */
    update(view: View, source: ViewSource, hash?: string): View {
      if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
      refuseRepeatedExternalId(source, view);
      const next = {
        ...view,
        source,
        values: valuesFor(source, view.values),
        hash: `${state.nextTs()}.${state.shortId()}`,
      };
      replace(view, next);
      state.changed({ kind: 'modal_updated', view: next });
      return next;
    },

    publish(user: string, source: ViewSource, hash?: string): View {
      const before = state.homes.get(user);
      if (hash !== undefined && before && hash !== before.hash) throw new SlackError('hash_conflict');
      const view = before
        ? { ...before, source, values: valuesFor(source, before.values), hash: `${state.nextTs()}.${state.shortId()}` }
        : make(user, source, undefined);
      state.homes.set(user, view);
      state.changed({ kind: 'home_published', view });
      return view;
    },

    /** Keeps what the person chose or typed; the hash stays, since the app did not change the view. */
    setValues(view: View, values: Values): View {
      return replace(view, { ...view, values });
    },

    /** Closes the top modal, or the whole stack; answers what closed, top first. */
    close(user: string, all: boolean): View[] {
      const stack = stackOf(user);
      const closed = all ? [...stack].reverse() : stack.slice(-1);
      state.modals.set(user, all ? [] : stack.slice(0, -1));
      for (const view of closed) state.changed({ kind: 'modal_closed', view });
      return closed;
    },

    top: (user: string): View | undefined => stackOf(user).at(-1),
  };
}

export type Views = ReturnType<typeof createViews>;
