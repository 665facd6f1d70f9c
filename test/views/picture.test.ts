import { describe, expect, test } from 'vitest';
import { card } from '../../views/card.ts';
import { parseFormMeta } from '../../views/form-meta.ts';
import { draftNotice, replyAnyway, replyModal } from '../../views/forms/reply.ts';
import { FIELD } from '../../views/ids.ts';
import { faultsOfMessage, faultsOfView, shownText } from './limits.ts';
import { context, mention, minutesFromNow, post, publication } from './sample.ts';

const ctx = context();
const form = { mention: mention(), user: 'UANNA', text: 'x', seen: [], length: { length: 1, limit: 280 } };
const blocksOf = (view: ReturnType<typeof replyModal>) => view.blocks.map(({ block_id }) => block_id);

describe('a picture in the reply form', () => {
  test('is one file of a type that the network takes, with what it shows', () => {
    const view = replyModal({ ...form, alt: 'A router' }, ctx);
    expect(faultsOfView(view)).toEqual([]);
    expect(view.blocks.find(({ block_id }) => block_id === FIELD.picture)).toMatchObject({
      optional: true,
      element: { type: 'file_input', filetypes: ['jpg', 'jpeg', 'png', 'gif', 'webp'], max_files: 1 },
    });
    expect(view.blocks.find(({ block_id }) => block_id === FIELD.alt)).toMatchObject({
      element: { max_length: 1_000, initial_value: 'A router' },
    });
  });

  test('is not offered where the answer is given by hand', () => {
    const byHand = mention({ posts: [post({ via: 'search' })] });
    expect(blocksOf(replyModal({ ...form, mention: byHand }, ctx))).not.toContain(FIELD.picture);
  });

  test('must be chosen again for a text that came back, and the form says so', () => {
    expect(draftNotice('failed', ctx, 'A router')).toBe(
      'This is your text that could not be sent. Its picture must be chosen again.',
    );
    expect(draftNotice('failed', ctx)).toBe('This is your text that could not be sent.');
  });

  test('goes along when something came between', () => {
    const refusal = { reason: 'answered-meanwhile', by: 'UBEN', at: minutesFromNow(-2), text: 'On it' } as const;
    const picture = { file: 'F1', alt: 'A *router*' };
    const view = replyAnyway({ mention: mention(), text: 'x', seen: [], refusal, picture, posts: 2 }, ctx);
    expect(parseFormMeta(view.private_metadata ?? '')).toMatchObject({ picture, posts: 2 });
    expect(shownText(view)).toContain('with a picture: A ∗router∗');
  });
});

test.each(['waiting', 'published', 'failed'] as const)('a card says of a %s text that it has a picture', (status) => {
  const picture = { file: 'F1', alt: '<!channel> a router '.repeat(40) };
  const shown = card(mention({ publications: [publication({ status, picture })] }), ctx);
  expect(faultsOfMessage(shown)).toEqual([]);
  expect(shownText(shown)).toContain('with a picture: &lt;!channel&gt; a router');
});
