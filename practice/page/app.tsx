import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Act } from '../page-server/wire.ts';
import { Timeline } from './public-x/timeline.tsx';
import { sortOut } from './shown.ts';
import { Sidebar } from './sidebar.tsx';
import { TopModal } from './slack/modal.tsx';
import { Pane, type Place } from './slack/pane.tsx';
import { type Intent, StageProvider } from './stage.tsx';
import type { Store } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { useUnread } from './unread.ts';

const NOTICE_MS = 6_000;
const FLASH_MS = 1_600;
type Tab = 'try' | 'slack' | 'x';
const TABS: readonly (readonly [Tab, string])[] = [
  ['try', 'Try'],
  ['slack', 'Slack'],
  ['x', 'X'],
];

/** Brings something into sight and marks it for a moment; it may have been drawn only now. */
function reveal(id: string): void {
  setTimeout(() => {
    const found = document.getElementById(id);
    if (found === null) return;
    found.scrollIntoView({ block: 'center', behavior: 'smooth' });
    found.classList.add('flash');
    setTimeout(() => found.classList.remove('flash'), FLASH_MS);
  }, 60);
}

export function App({ store }: { readonly store: Store }) {
  const { items, ended } = useSyncExternalStore(store.subscribe, store.get);
  const shown = useMemo(() => sortOut(items), [items]);
  const [myId, setMyId] = useState<string | null>(null);
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>({});
  const [tab, setTab] = useState<Tab>('slack');
  const [intent, setIntent] = useState<Intent | null>(null);
  const [notice, setNotice] = useState('');
  const noticeTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const me = shown.staff.find(({ id }) => id === myId) ?? shown.staff[0];
  const first = shown.channels.find(({ members }) => me !== undefined && members.includes(me.id));
  const place: Place = (me && places[me.id]) ?? { at: first?.id ?? 'home', thread: null };
  const unread = useUnread(shown, me?.id ?? '', place);

  const say = useCallback((text: string) => {
    setNotice(text);
    clearTimeout(noticeTimer.current);
    noticeTimer.current = setTimeout(() => setNotice(''), NOTICE_MS);
  }, []);
  const act = useCallback(
    async (one: Act) => {
      const done = await store.send(one);
      if (!done.ok) say(done.error);
      return done;
    },
    [store, say],
  );
  useEffect(() => () => clearTimeout(noticeTimer.current), []);

  if (me === undefined) {
    return (
      <p className="loading" role={ended ? 'alert' : 'status'}>
        {ended ? 'Practice has ended. Start it again with npm run practice' : 'Practice opens …'}
      </p>
    );
  }

  function go(next: Place, as = me?.id ?? ''): void {
    setPlaces((before) => ({ ...before, [as]: next }));
    setTab('slack');
  }

  const stage = {
    shown,
    me,
    be: setMyId,
    act,
    say,
    openThread: (channel: string, ts: string) => go({ at: channel, thread: ts }),
    goToMessage(channel: string, ts: string, as?: string) {
      const found = shown.messages.find((one) => one.channel === channel && one.ts === ts);
      go({ at: channel, thread: found?.threadTs ?? null }, as);
      reveal(`message-${channel}-${ts}`);
    },
    intent,
    openIntent(next: Intent | null) {
      setIntent(next);
      if (next === null) return;
      setTab('x');
      reveal(`post-${next.post}`);
    },
    goToPost(id: string) {
      setTab('x');
      reveal(`post-${id}`);
    },
  };

  return (
    <StageProvider stage={stage}>
      <div className="frame" data-tab={tab} inert={ended}>
        <TopBar />
        <Sidebar place={place} unread={unread} go={go} />
        <Pane key={me.id} place={place} go={go} />
        <Timeline />
        <nav className="tabs" aria-label="Parts of the page">
          {TABS.map(([id, name]) => (
            <button key={id} type="button" aria-pressed={tab === id} onClick={() => setTab(id)}>
              {name}
            </button>
          ))}
        </nav>
        <TopModal />
      </div>
      <div className="notice" role="status" popover="manual" ref={(node) => show(node, notice !== '')}>
        {notice}
      </div>
      {ended && (
        <div className="ended" role="alert">
          <strong>Practice has ended.</strong> Start it again with <code>npm run practice</code>
        </div>
      )}
    </StageProvider>
  );
}

/** A popover stands above an open dialog; shown anew each time, it is the uppermost. */
function show(node: HTMLElement | null, wanted: boolean): void {
  if (node === null) return;
  if (node.matches(':popover-open')) node.hidePopover();
  if (wanted) node.showPopover();
}
