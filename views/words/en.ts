import { alarm } from './en/alarm.ts';
import { approval } from './en/approval.ts';
import { audit } from './en/audit.ts';
import { backup } from './en/backup.ts';
import { bell } from './en/bell.ts';
import { card } from './en/card.ts';
import { channel } from './en/channel.ts';
import { checks } from './en/checks.ts';
import { commands } from './en/commands.ts';
import { correction } from './en/correction.ts';
import { costs } from './en/costs.ts';
import { escalation } from './en/escalation.ts';
import { fault } from './en/fault.ts';
import { finding } from './en/finding.ts';
import { fold } from './en/fold.ts';
import { forms } from './en/forms.ts';
import { helpful } from './en/helpful.ts';
import { hide } from './en/hide.ts';
import { home } from './en/home.ts';
import { incident } from './en/incident.ts';
import { listening } from './en/listening.ts';
import { meter } from './en/meter.ts';
import { notes } from './en/notes.ts';
import { origin } from './en/origin.ts';
import { outage } from './en/outage.ts';
import { pause } from './en/pause.ts';
import { picture } from './en/picture.ts';
import { posts } from './en/posts.ts';
import { privacy } from './en/privacy.ts';
import { promises } from './en/promises.ts';
import { reactions } from './en/reactions.ts';
import { reading } from './en/reading.ts';
import { recall } from './en/recall.ts';
import { refusal } from './en/refusal.ts';
import { csv, report } from './en/report.ts';
import { settings } from './en/settings.ts';
import { shutOut } from './en/shut-out.ts';
import { silence } from './en/silence.ts';
import { surge } from './en/surge.ts';
import { time } from './en/time.ts';
import { together } from './en/together.ts';
import { urgency } from './en/urgency.ts';

/** All words that staff see, by surface, in English; every other language has the same shape. */
export const en = {
  alarm,
  approval,
  audit,
  backup,
  bell,
  card,
  channel,
  checks,
  commands,
  correction,
  costs,
  escalation,
  fault,
  finding,
  fold,
  forms,
  helpful,
  hide,
  home,
  incident,
  listening,
  notes,
  origin,
  outage,
  pause,
  picture,
  posts,
  privacy,
  promises,
  reactions,
  reading,
  recall,
  refusal,
  settings,
  meter,
  silence,
  surge,
  shutOut,
  time,
  together,
  urgency,
  csv,
  report,
};

export type Words = typeof en;
