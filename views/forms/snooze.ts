import type { ModalView } from '@slack/types';
import { type Instant, MINUTE_MS, plusMs } from '../../src/desk/instant.ts';
import type { Mention } from '../../src/desk/mention.ts';
import { localDay, localTimeText, openingAfterToday } from '../../src/desk/office-time.ts';
import { WEEKDAYS } from '../../src/desk/week.ts';
import { context, label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { type FormValues, fieldOf } from '../form-values.ts';
import { FIELD, FORM } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { formModal } from './modal.ts';
import { customersWords } from './public-text.ts';

/** The values of the choices. */
const CHOOSE = { soon: 'soon', later: 'later', opening: 'opening', exact: 'exact' } as const;
const SOON_MINUTES = 30;
const LATER_HOURS = 2;

/** Until when a mention is to be left alone. */
export function snoozeModal(mention: Mention, ctx: ViewContext): ModalView {
  const { forms, together } = ctx.words;
  const words = together.snooze;
  const opening = openingText(ctx);
  const options = [
    option(words.inMinutes(SOON_MINUTES), CHOOSE.soon),
    option(words.inHours(LATER_HOURS), CHOOSE.later),
    ...(opening === null ? [] : [option(opening, CHOOSE.opening)]),
    option(words.exact, CHOOSE.exact),
  ];
  return formModal(
    {
      id: FORM.snooze,
      title: forms.title.snooze(mention.number),
      submit: forms.submit.snooze,
      meta: { mention: mention.id, seen: [] },
      blocks: [
        ...customersWords(mention, ctx),
        {
          type: 'input',
          block_id: FIELD.until,
          label: label(words.until, LIMIT.inputLabel),
          element: { type: 'radio_buttons', action_id: FIELD.until, options },
        },
        {
          type: 'input',
          block_id: FIELD.exactTime,
          label: label(words.exactTime, LIMIT.inputLabel),
          hint: label(words.exactHint, LIMIT.inputLabel),
          optional: true,
          element: { type: 'datetimepicker', action_id: FIELD.exactTime },
        },
        context(words.hint),
      ],
    },
    ctx,
  );
}

/** The instant that the submitted form names; null when it names none. */
export function untilOf(values: FormValues, ctx: ViewContext): Instant | null {
  switch (fieldOf(values, FIELD.until)) {
    case CHOOSE.soon:
      return plusMs(ctx.now, SOON_MINUTES * MINUTE_MS);
    case CHOOSE.later:
      return plusMs(ctx.now, LATER_HOURS * 60 * MINUTE_MS);
    case CHOOSE.opening:
      return openingAfterToday(ctx.desk.hours, ctx.now)?.toISOString() ?? null;
    case CHOOSE.exact: {
      const seconds = fieldOf(values, FIELD.exactTime);
      return seconds === null ? null : new Date(Number(seconds) * 1_000).toISOString();
    }
    default:
      return null;
  }
}

/** Tomorrow at opening, or on the next office day; by the clocks of the office, as its hours are. */
function openingText({ words, desk, now }: ViewContext): string | null {
  const opening = openingAfterToday(desk.hours, now);
  if (opening === null) return null;
  const { timeZone } = desk.hours;
  const at = localTimeText(timeZone, opening.toISOString()).slice(11);
  const { tomorrow, nextDay } = words.together.snooze;
  const day = localDay(timeZone, opening);
  if (day === localDay(timeZone, new Date(now.getTime() + 24 * 60 * MINUTE_MS))) return tomorrow(at);
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'mon';
  return nextDay(words.settings.day[weekday], at);
}
