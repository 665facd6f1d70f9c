import { memo, useMemo } from 'react';
import { type Block as DrawnBlock, Message, type MessageProps } from 'slack-blocks-to-jsx';
import type { Block } from '../../slack/blocks/layout.ts';
import { useStage } from '../stage.tsx';
import { slackDate } from '../time.ts';
import { Link } from './link.tsx';

/** What the library draws; what can be pressed is drawn by us. */
export function isDrawn(block: unknown): block is DrawnBlock {
  return typeof block === 'object' && block !== null && 'type' in block && typeof block.type === 'string';
}

/** Blocks that are only read. */
export const Drawn = memo(function Drawn({ blocks }: { readonly blocks: readonly Block[] }) {
  const { shown } = useStage();
  const { people, channels, groups, clock } = shown;
  const minute = Math.floor((Date.now() + clock.aheadMs) / 60_000);
  const hooks = useMemo<NonNullable<MessageProps['hooks']>>(
    () => ({
      date: ({ timestamp, format, fallback }) => (
        <time title={fallback}>{slackDate(timestamp, format, new Date(minute * 60_000))}</time>
      ),
      user: ({ id }) => <span className="mention">@{people.get(id)?.realName ?? id}</span>,
      usergroup: ({ id }) => <span className="mention">@{groups.find((group) => group.id === id)?.handle ?? id}</span>,
      channel: ({ id }) => <span className="mention">#{channels.find((one) => one.id === id)?.name ?? id}</span>,
      link: ({ href, children }) => <Link href={href}>{children}</Link>,
    }),
    [people, channels, groups, minute],
  );
  const data = useMemo(
    () => ({
      users: [...people.values()].map(({ id, realName }) => ({ id, name: realName })),
      channels: channels.map(({ id, name }) => ({ id, name })),
      user_groups: groups.map(({ id, handle }) => ({ id, name: handle })),
    }),
    [people, channels, groups],
  );
  return (
    <Message
      withoutWrapper
      theme="light"
      name="Earshot"
      logo=""
      blocks={blocks.filter((block) => isDrawn(block))}
      hooks={hooks}
      data={data}
    />
  );
});
