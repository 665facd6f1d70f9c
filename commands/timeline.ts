import type { Incident } from '../src/desk/incident.ts';
import { leadOf, writerOf } from '../src/desk/incident-roles.ts';
import { named } from '../views/about.ts';
import { type StaffNames, timeline } from '../views/timeline.ts';
import type { Reply, SlackPress } from './handler.ts';
import { linkedMentions } from './link.ts';
import { staffNames } from './staff-names.ts';
import type { Tools } from './tools.ts';

/** An incident as a Markdown file in the presser's direct messages, ready for a post-mortem. */
export async function sendTimeline(press: SlackPress, tools: Tools, incident: Incident): Promise<Reply> {
  const ctx = tools.context();
  return {
    say: ctx.words.incident.timeline.onItsWay(named(incident, ctx)),
    afterwards: () => send(press.by, tools, incident),
  };
}

async function send(to: string, tools: Tools, incident: Incident): Promise<void> {
  const ctx = tools.context();
  const text = timeline(incident, await linkedMentions(tools, incident), await namesFor(incident, tools), ctx);
  const { timeline: words } = ctx.words.incident;
  await tools.files.send(to, {
    name: `incident-${incident.number}.md`,
    title: `incident-${incident.number}.md`,
    comment: words.comment(named(incident, ctx)),
    bytes: new TextEncoder().encode(text),
  });
}

/** The same rule as for reports and exports: names only where two leads have switched them on. */
async function namesFor(incident: Incident, tools: Tools): Promise<StaffNames> {
  if (!tools.desk().staffNames) return null;
  const staff = [
    leadOf(incident),
    writerOf(incident),
    ...incident.history.flatMap(({ by, whom = by }) => [by, whom]),
    ...incident.publications.flatMap(({ approved }) => (approved === null ? [] : [approved.by])),
  ];
  return staffNames(staff, tools);
}
