import { useMemo } from 'react';
import type { MessageItem } from '../../page-server/wire.ts';
import type { Block } from '../../slack/blocks/layout.ts';
import { Face } from '../face.tsx';
import { Blocks } from '../kit/blocks.tsx';
import { SurfaceProvider, withoutInputs } from '../kit/surface.tsx';
import { useStage } from '../stage.tsx';
import { timeOfTs } from '../time.ts';

interface MessageProps {
  readonly message: MessageItem;
  readonly replies: number;
  readonly inThread: boolean;
  readonly dismiss: () => void;
}

export function MessageView({ message, replies, inThread, dismiss }: MessageProps) {
  const { shown, me, act, openThread } = useStage();
  const { channel, ts, only } = message;
  const author = shown.people.get(message.user);
  const name = author?.realName ?? message.user;
  const isApp = author?.role === '';
  const surface = useMemo(
    () =>
      withoutInputs(async (aim) => {
        await act({ do: 'press', as: me.id, channel, ts, ...aim });
      }),
    [act, me.id, channel, ts],
  );
  const blocks = useMemo(() => (message.blocks.length > 0 ? message.blocks : [asBlock(message)]), [message]);

  return (
    <article className={only === null ? 'message' : 'message only'} id={`message-${channel}-${ts}`} aria-label={name}>
      <Face name={name} app={isApp} />
      <div className="message-body">
        {only !== null && <p className="only-note">👁 Only visible to you</p>}
        <header>
          <strong>{name}</strong>
          {isApp && <span className="app-badge">APP</span>}
          <time className="quiet">{timeOfTs(ts)}</time>
        </header>
        <SurfaceProvider surface={surface}>
          <Blocks blocks={blocks} />
        </SurfaceProvider>
        {message.edited && !isApp && <span className="quiet">(edited)</span>}
        {message.files.map((file) => (
          <a key={file.id} className="file" href={`api/file/${file.id}`} download={file.name}>
            📎 {file.name}
          </a>
        ))}
        {only === null ? (
          <footer>
            {replies > 0 && (
              <button type="button" className="link replies" onClick={() => openThread(channel, ts)}>
                {replies === 1 ? '1 reply' : `${replies} replies`}
              </button>
            )}
            <span className="message-tools">
              {!inThread && replies === 0 && (
                <button type="button" onClick={() => openThread(channel, ts)}>
                  Reply in thread
                </button>
              )}
              {isApp && (
                <button
                  type="button"
                  onClick={() => void act({ do: 'shortcut', as: me.id, channel, ts, shortcut: 'reply_shortcut' })}
                >
                  Reply with Earshot
                </button>
              )}
            </span>
          </footer>
        ) : (
          <button type="button" className="link" onClick={dismiss}>
            Dismiss
          </button>
        )}
      </div>
    </article>
  );
}

/** What people type has no blocks. */
function asBlock({ ts, text }: MessageItem): Block {
  return { type: 'section', block_id: ts, text: { type: 'mrkdwn', text: text === '' ? ' ' : text } };
}
