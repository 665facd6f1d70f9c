import { expect, test } from 'vitest';
import { parseFormMeta } from '../../../views/form-meta.ts';
import { apologyModal } from '../../../views/forms/apology.ts';
import { keptHowOf, keptModal } from '../../../views/forms/promise.ts';
import { type ReplyForm, replyModal } from '../../../views/forms/reply.ts';
import { FIELD } from '../../../views/ids.ts';
import { faultsOfView, shownText } from '../limits.ts';
import { context, mention, minutesFromNow, promise } from '../sample.ts';

const ctx = context();
const inTwoHours = { backBy: '120', dueAt: minutesFromNow(120) } as const;
const form: ReplyForm = {
  mention: mention(),
  user: 'UANNA',
  text: 'We are on it.',
  seen: [],
  length: { length: 13, limit: 280 },
};

test.each(['en', 'de'] as const)(
  'a holding reply says in %s what it is, by when, and how to answer instead',
  (language) => {
    const view = replyModal({ ...form, time: inTwoHours }, context(language));
    const { forms, promises } = context(language).words;
    expect(faultsOfView(view)).toEqual([]);
    expect(view.title.text).toBe(forms.title.holding(42));
    expect(view.submit?.text).toBe(forms.submit.holding);
    expect(shownText(view)).toContain(promises.noHolding);
    expect(shownText(view)).toContain(promises.inTime[120]);
    expect(parseFormMeta(view.private_metadata ?? '')).toMatchObject({ backBy: '120', backAt: inTwoHours.dueAt });
  },
);

test('an answer offers to become a holding reply, and names no time', () => {
  const view = replyModal(form, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(shownText(view)).toContain(ctx.words.promises.holding);
  expect(view.blocks.map((block) => block.block_id)).not.toContain(FIELD.backBy);
});

test('an exact time brings a picker that begins with the time before', () => {
  const view = replyModal({ ...form, time: { ...inTwoHours, backBy: 'exact' } }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(JSON.stringify(view)).toContain(`"initial_date_time":${Date.parse(inTwoHours.dueAt) / 1_000}`);
});

test('an apology promises no time unless one is chosen, and then its words are made of it', () => {
  const apology = { about: mention(), user: 'UANNA', wrong: 'We were late', doing: '', byWhen: '', seen: [] };
  const length = { length: 0, limit: 280 };
  const without = apologyModal({ ...apology, length }, ctx);
  expect(faultsOfView(without)).toEqual([]);
  expect(parseFormMeta(without.private_metadata ?? '')?.backAt).toBeUndefined();
  const view = apologyModal({ ...apology, length, time: inTwoHours, saidByWhen: '12 pm' }, ctx);
  expect(faultsOfView(view)).toEqual([]);
  expect(shownText(view)).toContain('You will hear from us by 12 pm.');
});

test('“Promise kept” asks how, in one press or in own words', () => {
  expect(faultsOfView(keptModal(mention(), promise(), ctx))).toEqual([]);
  const quick = { [FIELD.quickReason]: { [FIELD.quickReason]: { selected_option: { value: 'phone' } } } };
  expect(keptHowOf(quick, ctx)).toBe('By phone');
  expect(keptHowOf({ ...quick, [FIELD.reason]: { [FIELD.reason]: { value: ' I met her ' } } }, ctx)).toBe('I met her');
  expect(keptHowOf({}, ctx)).toBe('');
});
