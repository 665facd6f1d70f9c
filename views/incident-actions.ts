import type { KnownBlock } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import { actions, button, option } from './block.ts';
import type { ViewContext } from './context.ts';
import { ACTION, INCIDENT_CHOICE } from './ids.ts';
import { refOf } from './publication.ts';
import { choiceValue, pressValue } from './value.ts';

/** What staff can do with an incident; after the end a word of apology is still welcome. */
export function incidentActions(incident: Incident, ctx: ViewContext): KnownBlock[] {
  const { buttons } = ctx.words.card;
  const value = pressValue({ ref: refOf(incident) });
  const history = button(ACTION.incidentHistory, buttons.history, value);
  const apologise = button(ACTION.apologise, buttons.apologise, value);
  if (incident.status === 'resolved') return [actions(apologise, history, menu(incident, ctx))];
  return [
    actions(
      button(ACTION.incidentUpdate, buttons.update, value, { style: 'primary' }),
      button(ACTION.incidentResolve, buttons.resolve, value),
      apologise,
      history,
      menu(incident, ctx),
    ),
  ];
}

function menu(incident: Incident, ctx: ViewContext) {
  const words = ctx.words.incident.menu;
  const choice = (name: 'roles' | 'link' | 'correct' | 'timeline') =>
    option(words[name], choiceValue(INCIDENT_CHOICE[name], incident.id));
  return {
    type: 'overflow' as const,
    action_id: ACTION.incidentMore,
    options: [choice('roles'), choice('link'), choice('correct'), choice('timeline')],
  };
}
