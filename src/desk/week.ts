import { z } from 'zod';

/** In the order of `Date.getDay()`. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)$/;

/** What can be wrong with an opening time. */
export type OpeningFault = 'opening-time' | 'opening-backwards' | 'opening-overlap';

export function isOpeningFault(code: unknown): code is OpeningFault {
  return code === 'opening-time' || code === 'opening-backwards' || code === 'opening-overlap';
}

function opening(code: OpeningFault, span: string) {
  return { opening: { code, span } };
}

/** The opening times of one day, such as `["08:00-12:00", "13:00-20:00"]`; an empty list is a closed day. */
const daySchema = z.array(z.string()).superRefine((spans, context) => {
  let last = '00:00';
  for (const span of spans) {
    const [from = '', to = ''] = span.split('-');
    if (!SPAN.test(span) || to > '24:00') {
      context.addIssue({
        code: 'custom',
        message: `"${span}" is no opening time: write it as 08:00-20:00`,
        params: opening('opening-time', span),
      });
    } else if (from >= to) {
      context.addIssue({
        code: 'custom',
        message: `"${span}" ends before it begins: an office that is open past midnight needs two days`,
        params: opening('opening-backwards', span),
      });
    } else if (from < last) {
      context.addIssue({
        code: 'custom',
        message: `"${span}" overlaps the time before it: write each day's times in order`,
        params: opening('opening-overlap', span),
      });
    }
    last = to;
  }
});

const WORKDAY = ['08:00-20:00'];

/** The weekly opening times; the default is Monday to Saturday, 8 to 20 h. */
export const weekSchema = z.strictObject({
  sun: daySchema.default([]),
  mon: daySchema.default(WORKDAY),
  tue: daySchema.default(WORKDAY),
  wed: daySchema.default(WORKDAY),
  thu: daySchema.default(WORKDAY),
  fri: daySchema.default(WORKDAY),
  sat: daySchema.default(WORKDAY),
});

export type Week = z.infer<typeof weekSchema>;
