import { z } from 'zod';
import { method } from '../method.ts';

export const authTest = method({
  args: z.object({}),
  run: ({ state }) => ({
    url: `https://${state.team.domain}.slack.com/`,
    team: state.team.name,
    user: state.users.get(state.app.botUserId)?.name ?? '',
    team_id: state.team.id,
    user_id: state.app.botUserId,
    bot_id: state.app.botId,
    is_enterprise_install: false,
  }),
});

export const appsConnectionsOpen = method({
  token: 'app',
  args: z.object({}),
  run: (context) => ({ url: context.socketUrl() }),
});

export const teamInfo = method({
  scope: 'team:read',
  args: z.object({ team: z.string().optional() }),
  run: ({ state }) => ({
    team: { ...state.team, email_domain: '', icon: { image_default: true } },
  }),
});
