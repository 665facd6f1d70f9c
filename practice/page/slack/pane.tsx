import { useEffect } from 'react';
import { visibleTo } from '../shown.ts';
import { useStage } from '../stage.tsx';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { Messages } from './messages.tsx';

/** What a person has open: a conversation's id or `home`, and a thread in it. */
export interface Place {
  readonly at: string;
  readonly thread: string | null;
}

/** Slack as the person has it open. */
export function Pane({ place, go }: { readonly place: Place; readonly go: (place: Place) => void }) {
  const { shown, me, act } = useStage();
  const channel = shown.channels.find(({ id }) => id === place.at);
  const isHome = place.at === 'home';

  useEffect(() => {
    if (isHome) void act({ do: 'open-home', as: me.id });
  }, [isHome, me.id, act]);

  if (isHome || channel === undefined) {
    return (
      <main className="pane" aria-label="App Home">
        <header className="pane-head">
          <h2>⌂ Earshot · Home</h2>
          <span className="quiet">as {me.realName} sees it</span>
        </header>
        <Home />
      </main>
    );
  }

  const { name } = channel;
  const title = name === '' ? 'Earshot' : `#${name}`;
  const { thread } = place;
  return (
    <main
      className="pane"
      aria-label={thread === null ? title : `Thread in ${title}`}
      onKeyDown={({ key, defaultPrevented }) => {
        if (key === 'Escape' && thread !== null && !defaultPrevented) go({ ...place, thread: null });
      }}
    >
      <header className="pane-head">
        {thread === null ? (
          <>
            <h2>{title}</h2>
            <span className="quiet">as {me.realName} sees it</span>
          </>
        ) : (
          <>
            <button type="button" className="back" onClick={() => go({ ...place, thread: null })}>
              ← Close thread
            </button>
            <h2>
              Thread <span className="quiet">{title}</span>
            </h2>
          </>
        )}
      </header>
      <Messages
        key={`${place.at} ${thread}`}
        messages={visibleTo(me.id, shown, place.at, thread)}
        inThread={thread !== null}
        label={title}
      />
      <Composer key={`composer ${place.at} ${thread}`} channel={place.at} thread={thread} title={title} />
    </main>
  );
}
