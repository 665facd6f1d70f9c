import { apologise } from './apologise.ts';
import { claim } from './claim.ts';
import { escalate } from './escalate.ts';
import type { Handler } from './handler.ts';
import { home } from './home.ts';
import { incident } from './incident.ts';
import { mentions } from './mentions.ts';
import { more } from './more.ts';
import { pause } from './pause.ts';
import { pick } from './pick.ts';
import { publication } from './publication.ts';
import { reply } from './reply.ts';
import { reports } from './report.ts';
import { settings } from './settings.ts';
import { settingsTemplates } from './settings-templates.ts';
import { tryAgain } from './try-again.ts';
import { typing } from './typing.ts';

/** Everything that staff can do. */
export const handlers: readonly Handler[] = [
  ...reply,
  ...apologise,
  ...escalate,
  ...claim,
  ...more,
  ...publication,
  ...pause,
  ...mentions,
  ...incident,
  ...pick,
  ...typing,
  ...home,
  ...settings,
  ...settingsTemplates,
  ...tryAgain,
  ...reports,
];
