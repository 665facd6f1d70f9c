import { decided } from '../src/desk/decision.ts';
import { PRIORITY, plan } from '../src/desk/effect.ts';
import { lookup } from '../src/desk/facets.ts';
import { cardLost } from '../src/desk/lost-card.ts';
import { incidentRef, mentionRef } from '../src/desk/ref.ts';
import { DONE, type Handler } from './handler.ts';

/** Somebody deleted a message: a card, or the message of an incident, is posted again. */
export const deletedCard: readonly Handler[] = [
  {
    on: { event: 'message_deleted' },
    who: 'anyone',
    async run({ channel, messageTs: ts, threadTs }, { store, clock }) {
      if (channel === null || ts === null) return DONE;
      const ref = await store.find(lookup.message(channel, ts));
      if (ref?.type === 'mention') {
        const hasThread = threadTs !== null;
        await store.change(mentionRef(ref.id), (state) => cardLost(state, { channel, ts }, hasThread, clock.now()));
      }
      if (ref?.type === 'incident') {
        const draw = plan({ type: 'draw-incident' }, PRIORITY.press);
        await store.change(incidentRef(ref.id), (state) => decided(state, state.forgotten === null ? [draw] : []));
      }
      return DONE;
    },
  },
];
