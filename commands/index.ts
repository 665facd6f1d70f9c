import { alarm } from './alarm.ts';
import { apologise } from './apologise.ts';
import { approval } from './approval.ts';
import { bell } from './bell.ts';
import { byHand } from './by-hand.ts';
import { claim } from './claim.ts';
import { closeSeveral } from './close-several.ts';
import { correction } from './correction.ts';
import { deletedCard } from './deleted-card.ts';
import { dms } from './dms.ts';
import { escalate } from './escalate.ts';
import { escalationHandling } from './escalation-handling.ts';
import { findWords } from './find-words.ts';
import { fold } from './fold.ts';
import { forget } from './forget.ts';
import { handOver } from './hand-over.ts';
import { handOverAll } from './hand-over-all.ts';
import type { Handler } from './handler.ts';
import { helpful } from './helpful.ts';
import { hide } from './hide.ts';
import { hold } from './hold.ts';
import { holding } from './holding.ts';
import { home } from './home.ts';
import { incident } from './incident.ts';
import { incidentMenu } from './incident-menu.ts';
import { labels } from './labels.ts';
import { link } from './link.ts';
import { lock } from './lock.ts';
import { mentions } from './mentions.ts';
import { more } from './more.ts';
import { muted } from './muted.ts';
import { pause } from './pause.ts';
import { pick } from './pick.ts';
import { promise } from './promise.ts';
import { publication } from './publication.ts';
import { recalled } from './recalled.ts';
import { reply } from './reply.ts';
import { reports } from './report.ts';
import { settings } from './settings.ts';
import { settingsRules } from './settings-rules.ts';
import { settingsTemplates } from './settings-templates.ts';
import { snooze } from './snooze.ts';
import { suggested } from './suggested.ts';
import { surge } from './surge.ts';
import { tellEndOf } from './tell-end.ts';
import { tryAgain } from './try-again.ts';
import { typing } from './typing.ts';
import { warned } from './warned.ts';

/** Everything that staff can do. */
export const handlers: readonly Handler[] = [
  ...reply,
  ...apologise,
  ...byHand,
  ...escalate,
  ...escalationHandling,
  ...claim,
  ...fold,
  ...handOver,
  ...handOverAll,
  ...snooze,
  ...more,
  ...labels,
  ...promise,
  ...helpful,
  ...hide,
  ...hold,
  ...lock,
  ...forget,
  ...publication,
  ...correction,
  ...pause,
  ...bell,
  ...mentions,
  ...muted,
  ...findWords,
  ...closeSeveral,
  ...incident,
  ...incidentMenu,
  ...link,
  ...suggested,
  ...tellEndOf,
  ...approval,
  ...pick,
  ...typing,
  ...holding,
  ...recalled,
  ...warned,
  ...home,
  ...dms,
  ...alarm,
  ...surge,
  ...settings,
  ...settingsRules,
  ...settingsTemplates,
  ...tryAgain,
  ...deletedCard,
  ...reports,
];
