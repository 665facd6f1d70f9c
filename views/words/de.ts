import { alarm } from './de/alarm.ts';
import { approval } from './de/approval.ts';
import { audit } from './de/audit.ts';
import { backup } from './de/backup.ts';
import { bell } from './de/bell.ts';
import { card } from './de/card.ts';
import { channel } from './de/channel.ts';
import { checks } from './de/checks.ts';
import { commands } from './de/commands.ts';
import { correction } from './de/correction.ts';
import { costs } from './de/costs.ts';
import { escalation } from './de/escalation.ts';
import { fault } from './de/fault.ts';
import { finding } from './de/finding.ts';
import { fold } from './de/fold.ts';
import { forms } from './de/forms.ts';
import { helpful } from './de/helpful.ts';
import { hide } from './de/hide.ts';
import { home } from './de/home.ts';
import { incident } from './de/incident.ts';
import { listening } from './de/listening.ts';
import { meter } from './de/meter.ts';
import { notes } from './de/notes.ts';
import { origin } from './de/origin.ts';
import { outage } from './de/outage.ts';
import { pause } from './de/pause.ts';
import { picture } from './de/picture.ts';
import { posts } from './de/posts.ts';
import { privacy } from './de/privacy.ts';
import { promises } from './de/promises.ts';
import { reactions } from './de/reactions.ts';
import { reading } from './de/reading.ts';
import { recall } from './de/recall.ts';
import { refusal } from './de/refusal.ts';
import { csv, report } from './de/report.ts';
import { settings } from './de/settings.ts';
import { shutOut } from './de/shut-out.ts';
import { silence } from './de/silence.ts';
import { surge } from './de/surge.ts';
import { time } from './de/time.ts';
import { together } from './de/together.ts';
import { urgency } from './de/urgency.ts';
import type { Words } from './en.ts';

/** All words that staff see, in German, without addressing anyone as „du“ or „Sie“. */
export const de: Words = {
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
