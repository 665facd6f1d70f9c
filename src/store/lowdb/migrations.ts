import { z } from 'zod';

const channel = z.looseObject({ state: z.looseObject({ type: z.literal('channel') }) });
const desk = z.looseObject({
  state: z.looseObject({ type: z.literal('desk'), settings: z.looseObject({}) }),
});

/** From version 1 to 2: the channel may get a weekly report, and staff are named in none. */
export function withReports(record: unknown): unknown {
  const ofChannel = channel.safeParse(record).data;
  if (ofChannel !== undefined) return { ...ofChannel, state: { weekly: null, ...ofChannel.state } };
  const ofDesk = desk.safeParse(record).data;
  if (ofDesk === undefined) return record;
  const settings = { reports: { weekly: null }, ...ofDesk.state.settings };
  return { ...ofDesk, state: { staffNames: { on: false, asked: null }, ...ofDesk.state, settings } };
}
