import { useState } from 'react';
import type { ThingItem } from '../page-server/wire.ts';
import { Face } from './face.tsx';
import type { Place } from './slack/pane.tsx';
import { useStage } from './stage.tsx';

interface SidebarProps {
  readonly place: Place;
  readonly unread: ReadonlyMap<string, number>;
  readonly go: (place: Place, as?: string) => void;
}

/** Who the visitor is, where they read, and the things to try. */
export function Sidebar({ place, unread, go }: SidebarProps) {
  const { shown, me, be } = useStage();
  const of = (person: string) =>
    [...unread].reduce((sum, [key, count]) => (key.startsWith(`${person} `) ? sum + count : sum), 0);
  const next = shown.things.find(({ steps }) => steps.some((step) => !step.done));
  const rooms = shown.channels.filter(({ members }) => members.includes(me.id));
  return (
    <aside className="sidebar" aria-label="People, conversations and things to try">
      <section aria-labelledby="you-are">
        <h2 id="you-are">You are</h2>
        <div className="people">
          {shown.staff.map(({ id, realName, role }) => (
            <button key={id} type="button" className="person" aria-pressed={id === me.id} onClick={() => be(id)}>
              <Face name={realName} />
              <span>
                <span className="person-name">{realName}</span>
                <span className="person-role">{role}</span>
              </span>
              <Count of={id === me.id ? 0 : of(id)} />
            </button>
          ))}
        </div>
      </section>
      <nav aria-label={`Conversations of ${me.realName}`} className="rooms">
        {rooms.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-current={place.at === id ? 'page' : undefined}
            onClick={() => go({ at: id, thread: null })}
          >
            <span>{name === '' ? '✉ Earshot' : `# ${name}`}</span>
            <Count of={unread.get(`${me.id} ${id}`) ?? 0} />
          </button>
        ))}
        <button
          type="button"
          aria-current={place.at === 'home' ? 'page' : undefined}
          onClick={() => go({ at: 'home', thread: null })}
        >
          <span>⌂ App Home</span>
        </button>
      </nav>
      {shown.things.length > 0 && (
        <section aria-labelledby="try" className="things">
          <h2 id="try">Five things to try</h2>
          <ol>
            {shown.things.map((thing) => (
              <Thing key={thing.number} thing={thing} isNext={thing === next} go={go} />
            ))}
          </ol>
        </section>
      )}
    </aside>
  );
}

interface ThingProps {
  readonly thing: ThingItem;
  /** The first that is not done yet stands open. */
  readonly isNext: boolean;
  readonly go: SidebarProps['go'];
}

function Thing({ thing, isNext, go }: ThingProps) {
  const { shown, be, goToMessage } = useStage();
  const [opened, setOpened] = useState<boolean | null>(null);
  const { title, steps, who, channel, ts, number } = thing;
  const done = steps.every((step) => step.done);
  const open = opened ?? isNext;
  const name = shown.people.get(who)?.realName.split(' ')[0] ?? '';
  function start(): void {
    be(who);
    go({ at: channel, thread: null }, who);
    if (ts !== null) goToMessage(channel, ts, who);
  }
  return (
    <li className={done ? 'thing done' : 'thing'}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpened(!open)}>
          <span className="number">{done ? '✓' : number}</span> {title}
          {done && <span className="unseen"> (done)</span>}
        </button>
      </h3>
      {open && (
        <ul>
          {steps.map((step) => (
            <li key={step.text} className={step.done ? 'done' : ''}>
              {step.text}
              {step.done && <span className="unseen"> (done)</span>}
            </li>
          ))}
        </ul>
      )}
      {open && !done && (
        <button type="button" className="start" onClick={start}>
          Go there as {name}
        </button>
      )}
    </li>
  );
}

function Count({ of }: { readonly of: number }) {
  if (of === 0) return null;
  return (
    <span className="count">
      {of}
      <span className="unseen"> new</span>
    </span>
  );
}
