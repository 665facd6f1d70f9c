import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import { localTimeText } from '../../src/desk/office-time.ts';
import { type ChosenTime, daysAhead, timesToChoose } from '../../src/desk/promise-time.ts';
import { context, label, option } from '../block.ts';
import type { ViewContext } from '../context.ts';
import { ACTION, FIELD } from '../ids.ts';
import { LIMIT } from '../limit.ts';
import { when } from '../text.ts';

/** The value of "no time". */
export const NO_TIME = 'none';

interface TimeChoice {
  readonly label: string;
  readonly hint?: string;
  /** null: nothing is promised, which only a form that offers it can say. */
  readonly time: ChosenTime | null;
  readonly offersNone: boolean;
}

/** By when we will be back: a choice, the exact time where that was chosen, and whose promise it becomes. */
export function backByBlocks({ time, ...choice }: TimeChoice, ctx: ViewContext): KnownBlock[] {
  const { promises } = ctx.words;
  return [
    select(choice, time, ctx),
    ...(time?.backBy === 'exact' ? [exactTime(time, ctx)] : []),
    ...(time === null ? [] : [context(promises.youPromise(when(time.dueAt)))]),
  ];
}

function select(choice: Omit<TimeChoice, 'time'>, time: ChosenTime | null, ctx: ViewContext): InputBlock {
  const { promises } = ctx.words;
  const options: PlainTextOption[] = [
    ...(choice.offersNone ? [option(promises.noTime, NO_TIME)] : []),
    ...timesToChoose(ctx.desk, ctx.now).map((one) => option(timeText(one, ctx), one.backBy)),
    option(promises.inTime.exact, 'exact'),
  ];
  const chosen = options.find(({ value }) => value === (time?.backBy ?? NO_TIME));
  return {
    type: 'input',
    block_id: FIELD.backBy,
    dispatch_action: true,
    label: label(choice.label, LIMIT.inputLabel),
    ...(choice.hint !== undefined && { hint: label(choice.hint, LIMIT.inputLabel) }),
    element: {
      type: 'static_select',
      action_id: ACTION.chooseBackBy,
      options,
      ...(chosen && { initial_option: chosen }),
    },
  };
}

/** Slack shows and takes it by each person's own clock, in seconds: https://docs.slack.dev/reference/block-kit/block-elements/datetime-picker-element */
function exactTime({ dueAt }: ChosenTime, ctx: ViewContext): InputBlock {
  const { promises } = ctx.words;
  return {
    type: 'input',
    block_id: FIELD.backAt,
    dispatch_action: true,
    label: label(promises.exactTime, LIMIT.inputLabel),
    hint: label(promises.exactHint, LIMIT.inputLabel),
    element: {
      type: 'datetimepicker',
      action_id: ACTION.chooseBackAt,
      initial_date_time: Math.floor(Date.parse(dueAt) / 1_000),
    },
  };
}

/** What a form says of it stays the same while it is open: Slack keeps the option that was chosen, with its text. */
function timeText({ backBy, dueAt }: ChosenTime, ctx: ViewContext): string {
  const { promises } = ctx.words;
  const { timeZone } = ctx.desk.settings.officeHours;
  const time = localTimeText(timeZone, dueAt).slice(-'10:00'.length);
  if (backBy === 'closing') return promises.closing(time);
  if (backBy !== 'next-day') return promises.inTime[backBy];
  const days = daysAhead(dueAt, timeZone, ctx.now);
  const weekday = new Date(localTimeText(timeZone, dueAt).slice(0, 10)).getUTCDay();
  return promises.nextDay(days === 1 ? promises.tomorrow : (promises.weekday[weekday] ?? ''), time);
}
