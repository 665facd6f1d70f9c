import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { createPostbox } from '../../src/slack/postbox.ts';
import { METADATA_EVENT } from '../../views/ids.ts';
import { CARD } from '../desk/examples.ts';
import { faultOf, openSlack } from './slack-bench.ts';

const inChannel = { channel: CARD.channel, threadTs: null };
const metadata = { event_type: METADATA_EVENT, event_payload: { ref: 'mention:x:1', key: 'draw-card' } };
const divider: KnownBlock = { type: 'divider' };
const refused: KnownBlock = { type: 'image', image_url: 'not an address', alt_text: '' };
const rich = { text: 'Mia wrote', blocks: [refused] };

async function openPostbox() {
  const bench = await openSlack();
  return { ...bench, postbox: createPostbox({ client: bench.clients.dispatch, log: bench.log }) };
}

describe('a message whose blocks Slack refuses', () => {
  test('is sent in its plain form, and the log has Slack’s reason', async () => {
    const { postbox, workspace, lines } = await openPostbox();
    await postbox.post(inChannel, rich, { text: 'Mia wrote', blocks: [divider] }, metadata);
    expect(workspace.messages(CARD.channel)).toMatchObject([{ text: 'Mia wrote', blocks: [{ type: 'divider' }] }]);
    expect(lines.join()).toContain('invalid_blocks');
  });

  test('is sent as text when the plain form is refused as well, or there is none', async () => {
    const { postbox, workspace } = await openPostbox();
    await postbox.post(inChannel, rich, { text: 'Mia', blocks: [refused] }, metadata);
    const at = await postbox.post(inChannel, { text: 'card', blocks: [divider] }, null, metadata);
    await postbox.update(at, rich, null);
    const [first, second] = workspace.messages(CARD.channel);
    expect(first).toMatchObject({ text: 'Mia wrote', metadata });
    expect([first?.blocks, second?.blocks]).toEqual([undefined, undefined]);
    expect(second?.text).toBe('Mia wrote');
  });

  test('another refusal is not tried in other forms', async () => {
    const { postbox, workspace, calls } = await openPostbox();
    workspace.archive(CARD.channel);
    const call = postbox.post(inChannel, { text: 'card', blocks: [divider] }, null, metadata);
    expect(await faultOf(call)).toMatchObject({ code: 'archived' });
    expect(calls('chat.postMessage')).toHaveLength(1);
  });
});
