import { z } from 'zod';
import { SlackError } from '../errors.ts';
import { userGroupJson, userJson } from '../json.ts';
import { count, flag, method, page } from '../method.ts';

export const usersInfo = method({
  scope: 'users:read',
  args: z.object({ user: z.string(), include_locale: flag }),
  run({ state }, args) {
    const user = state.users.get(args.user);
    if (!user) throw new SlackError('user_not_found', args.user);
    return { user: userJson(state, user, args.include_locale) };
  },
});

export const usersList = method({
  scope: 'users:read',
  args: z.object({ limit: count, cursor: z.string().optional(), include_locale: flag }),
  run({ state }, args) {
    const { items, nextCursor } = page([...state.users.values()], args.limit ?? 1000, args.cursor);
    return {
      members: items.map((user) => userJson(state, user, args.include_locale)),
      cache_ts: Math.floor(state.clock.now().getTime() / 1000),
      response_metadata: { next_cursor: nextCursor },
    };
  },
});

export const userGroupsList = method({
  scope: 'usergroups:read',
  args: z.object({ include_users: flag, include_count: flag, include_disabled: flag }),
  run: ({ state }, args) => ({
    usergroups: [...state.userGroups.values()].map((group) => ({
      ...userGroupJson(state, group),
      ...(args.include_users ? { users: group.users } : {}),
    })),
  }),
});

export const userGroupsUsersList = method({
  scope: 'usergroups:read',
  args: z.object({ usergroup: z.string(), include_disabled: flag }),
  run({ state }, args) {
    const group = state.userGroups.get(args.usergroup);
    if (!group) throw new SlackError('no_such_subteam', args.usergroup);
    return { users: group.users };
  },
});
