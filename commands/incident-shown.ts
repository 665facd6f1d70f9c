import type { ModalView } from '@slack/types';
import type { Incident } from '../src/desk/incident.ts';
import { newestOn } from '../src/desk/own-post.ts';
import { channelRef } from '../src/desk/ref.ts';
import { silenceOf } from '../src/desk/silence-meter.ts';
import { incidentShowModal } from '../views/forms/reading.ts';
import { linkedMentions } from './link.ts';
import type { Tools } from './tools.ts';

/** `/incident show`: whom it concerns and how long the public has heard nothing, as of now. */
export async function incidentShown(incident: Incident, tools: Tools): Promise<ModalView> {
  const [linked, mentions, channel] = await Promise.all([
    linkedMentions(tools, incident),
    tools.store.list('mention'),
    tools.store.read(channelRef(tools.channel)),
  ]);
  const own = channel === undefined ? null : newestOn(channel, incident.network);
  return incidentShowModal(incident, linked, tools.context(), silenceOf(incident, mentions, own));
}
