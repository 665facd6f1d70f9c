import { useLayoutEffect, useRef, useState } from 'react';
import type { MessageItem } from '../../page-server/wire.ts';
import { useStage } from '../stage.tsx';
import { MessageView } from './message.tsx';

const NEAR_THE_END = 120;

interface MessagesProps {
  readonly messages: readonly MessageItem[];
  readonly inThread: boolean;
  readonly label: string;
}

/** A conversation, oldest first; it follows what is new as long as the reader is at its end. */
export function Messages({ messages, inThread, label }: MessagesProps) {
  const { shown } = useStage();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  // After each drawing: a card that grew pushes the end away as well.
  useLayoutEffect(() => {
    if (atEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  });

  return (
    <div
      ref={list}
      className="messages"
      role="log"
      aria-label={label}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
      }}
    >
      {messages.length === 0 && <p className="nothing">Nothing here yet.</p>}
      {messages
        .filter(({ ts }) => !dismissed.has(ts))
        .map((message) => (
          <MessageView
            key={message.ts}
            message={message}
            replies={inThread ? 0 : repliesTo(message, shown.messages)}
            inThread={inThread}
            dismiss={() => setDismissed(new Set([...dismissed, message.ts]))}
          />
        ))}
    </div>
  );
}

function repliesTo({ ts, channel }: MessageItem, all: readonly MessageItem[]): number {
  return all.filter((one) => one.threadTs === ts && one.channel === channel && one.only === null).length;
}
