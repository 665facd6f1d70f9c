import { describe, expect, test } from 'vitest';
import { parseFormMeta } from '../../../views/form-meta.ts';
import { draftNotice, replyAnyway, replyModal } from '../../../views/forms/reply.ts';
import { ACTION, FIELD, FORM } from '../../../views/ids.ts';
import { faultsOfView, pressable, shownText } from '../limits.ts';
import { context, mention, minutesFromNow, publication } from '../sample.ts';

const ctx = context();
const form = { mention: mention(), user: 'UANNA', text: '', seen: ['p1'], length: { length: 143, limit: 280 } };

describe('the reply form', () => {
  test('shows the customer’s words, the live count and how long Undo lasts', () => {
    const view = replyModal(form, ctx);
    expect(faultsOfView(view)).toEqual([]);
    expect(view.title.text).toBe('Reply to #42');
    expect(view.submit?.text).toBe('Send');
    expect(shownText(view)).toContain('My internet has been down since yesterday!');
    expect(shownText(view)).toContain('143 / 280');
    expect(shownText(view)).toContain('Goes out after 10 seconds; until then Undo is on the card.');
  });

  test('tells when it is closed, so that "is writing" ends', () => {
    expect(replyModal(form, ctx).notify_on_close).toBe(true);
  });

  test('says by how much a text is too long', () => {
    expect(shownText(replyModal({ ...form, length: { length: 292, limit: 280 } }, ctx))).toContain(
      '292 / 280 – 12 too many',
    );
  });

  test('says first of all who answered already, and how long ago', () => {
    const answered = mention({
      publications: [publication({ by: 'UBEN', post: { id: '9', url: 'https://x.com/9', at: minutesFromNow(-2) } })],
    });
    const text = shownText(replyModal({ ...form, mention: answered }, ctx));
    expect(text).toContain('*<@UBEN> answered 2 minutes ago*');
    expect(text).toContain('Hi Jane, we are on it.');
  });

  test('says that a colleague’s text is about to go out', () => {
    const waiting = mention({
      publications: [publication({ by: 'UBEN', status: 'waiting', post: null, pressedAt: minutesFromNow(0) })],
    });
    expect(shownText(replyModal({ ...form, mention: waiting }, ctx))).toContain(
      '<@UBEN> pressed Send just now, not yet confirmed as public',
    );
  });

  test('says who else is writing, but not about oneself or somebody who gave up', () => {
    const writing = (by: string, minutes: number) =>
      shownText(replyModal({ ...form, mention: mention({ writing: { by, since: minutesFromNow(-minutes) } }) }, ctx));
    expect(writing('UBEN', 1)).toContain('<@UBEN> is writing an answer right now');
    expect(writing('UANNA', 1)).not.toContain('is writing');
    expect(writing('UBEN', 10)).not.toContain('is writing');
  });

  test('offers templates in the customer’s language first', () => {
    const templates = [
      { id: 'a', lang: 'en', purpose: 'reply', title: 'On it', text: 'x' },
      { id: 'b', lang: 'de', purpose: 'reply', title: 'Sind dran', text: 'y' },
      { id: 'c', lang: 'de', purpose: 'incident', title: 'Ausfall', text: 'z' },
    ];
    const view = replyModal(
      { ...form, mention: mention({ lang: 'de' }), templateId: 'a' },
      context('en', { templates }),
    );
    expect(faultsOfView(view)).toEqual([]);
    const select = pressable(view).find((one) => one.action === ACTION.chooseTemplate);
    expect(select?.options.map((one) => one.value)).toEqual(['b', 'a']);
  });

  test('a text put in by a template gets a new block, so that Slack shows it', () => {
    const view = replyModal({ ...form, text: 'Hi Jane', inserted: 2, templateId: 'a' }, ctx);
    const input = view.blocks.find((block) => block.type === 'input');
    expect(input?.block_id).toBe(`${FIELD.text}:2`);
    expect(JSON.stringify(input)).toContain('"initial_value":"Hi Jane"');
    expect(JSON.stringify(input)).toContain('on_character_entered');
  });

  test('carries what its sender could see', () => {
    expect(parseFormMeta(replyModal(form, ctx).private_metadata ?? '')).toEqual({
      mention: 'x:1001',
      seen: ['p1'],
      post: '1001',
      purpose: 'reply',
    });
  });

  test('offers an unsent text in words', () => {
    const notice = draftNotice('expired', ctx);
    expect(shownText(replyModal({ ...form, notice }, ctx))).toContain('waited too long to go out. Does it still fit?');
  });
});

describe('when a colleague was faster', () => {
  const refusal = { reason: 'answered-meanwhile', by: 'UBEN', at: minutesFromNow(-2), text: 'On it, Jane' } as const;
  const view = replyAnyway(
    { mention: mention({ publications: [publication()] }), text: 'My answer', refusal, seen: [] },
    ctx,
  );

  test('the form says who, when and with which words, and can send anyway', () => {
    expect(faultsOfView(view)).toEqual([]);
    expect(view.callback_id).toBe(FORM.replyAnyway);
    expect(view.submit?.text).toBe('Send anyway');
    expect(shownText(view)).toContain('<@UBEN> answered in the meantime, <!date^');
    expect(shownText(view)).toContain('On it, Jane');
    expect(shownText(view)).toContain('My answer');
  });

  test('now the colleague’s answer counts as seen', () => {
    expect(parseFormMeta(view.private_metadata ?? '')?.seen).toEqual(['p1']);
  });
});
