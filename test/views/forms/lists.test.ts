import { describe, expect, test } from 'vitest';
import { parseFormMeta } from '../../../views/form-meta.ts';
import { incidentListModal, listModal, pickModal } from '../../../views/forms/lists.ts';
import { ACTION, FIELD } from '../../../views/ids.ts';
import { parsePageValue } from '../../../views/value.ts';
import { pressable, shownText } from '../limits.ts';
import { context, incident, mention, minutesFromNow, slaClock } from '../sample.ts';

const ctx = context();
const list = { title: 'Open mentions', mentions: [mention()], page: 2, pages: 3, kind: 'open' } as const;

describe('a list', () => {
  test('shows each mention with a link, its wait and a Show button', () => {
    const view = listModal(list, ctx);
    expect(shownText(view)).toContain(
      '|#42> *Jane Doe*: My internet has been down since yesterday!\nwaiting for 30 minutes',
    );
    expect(pressable(view).map((one) => one.action)).toContain(ACTION.showMention);
  });

  test('says how late one is', () => {
    const late = mention({ clocks: [slaClock({ dueAt: minutesFromNow(-125) })] });
    expect(shownText(listModal({ ...list, mentions: [late] }, ctx))).toContain('late by 2 hours');
  });

  test('leads back and on', () => {
    const pages = pressable(listModal(list, ctx)).filter((one) => one.action === ACTION.pageList);
    expect(pages.map((one) => parsePageValue(one.value)?.page)).toEqual([1, 3]);
    expect(pressable(listModal({ ...list, page: 1, pages: 1 }, ctx)).map((one) => one.action)).not.toContain(
      ACTION.pageList,
    );
  });

  test('an empty one says that all is quiet', () => {
    expect(shownText(listModal({ ...list, mentions: [], kind: 'overdue' }, ctx))).toContain('Nothing is past due.');
  });
});

describe('a picker', () => {
  test('offers each mention by number, name and words', () => {
    const view = pickModal([mention()], 'apology', ctx);
    const select = pressable(view).find((one) => one.action === FIELD.mention);
    expect(select?.options[0]).toMatchObject({
      value: 'x:1001',
      text: { text: '#42 Jane Doe: My internet has been down since yesterday!' },
    });
    expect(parseFormMeta(view.private_metadata ?? '')?.purpose).toBe('apology');
  });

  test('offers a hundred at most, and says when there is none', () => {
    const many = Array.from({ length: 150 }, (_, n) => mention({ id: `x:${n}` }));
    expect(pressable(pickModal(many, 'reply', ctx))[0]?.options).toHaveLength(100);
    expect(shownText(pickModal([], 'reply', ctx))).toContain('no open mention');
  });
});

test('incidents are listed with what they are and whether they run', () => {
  const view = incidentListModal([incident(), incident({ id: 'incident:k2', number: 2, status: 'resolved' })], ctx);
  expect(shownText(view)).toContain('|Incident 3> *No mobile data in the north*\nMajor · running');
  expect(shownText(view)).toContain('resolved');
});
