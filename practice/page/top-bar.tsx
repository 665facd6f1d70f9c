import { useEffect, useState } from 'react';
import type { Jump } from '../page-server/wire.ts';
import { useStage } from './stage.tsx';
import { clockFace } from './time.ts';

const JUMPS: readonly (readonly [Jump, string, string])[] = [
  ['10s', '+10 s', 'Jump 10 seconds forward'],
  ['1m', '+1 min', 'Jump 1 minute forward'],
  ['15m', '+15 min', 'Jump 15 minutes forward'],
  ['1h', '+1 h', 'Jump 1 hour forward'],
  ['morning', '→ 8:00', 'Jump to 8:00 next morning'],
];

/** That it is practice, what time it is, and what a visitor can do to the world. */
export function TopBar() {
  const { act } = useStage();
  return (
    <header className="top-bar">
      <h1>
        Earshot <span className="badge">Practice – nothing here is real</span>
      </h1>
      <Clock />
      <div className="fate">
        <button type="button" className="bar-button strong" onClick={() => void act({ do: 'outage' })}>
          Start the outage
        </button>
        <Faults />
      </div>
    </header>
  );
}

function Clock() {
  const { shown, act } = useStage();
  const { aheadMs, jumping } = shown.clock;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const { day, time } = clockFace(new Date(Math.max(now, Date.now()) + aheadMs));
  return (
    <div className="clock">
      <span className="day">{day}</span>
      <time className="face" data-jumping={jumping}>
        {time}
      </time>
      <span className="jumps">
        {JUMPS.map(([by, text, label]) => (
          <button
            key={by}
            type="button"
            className="bar-button"
            aria-label={label}
            disabled={jumping}
            onClick={() => void act({ do: 'jump', by })}
          >
            {text}
          </button>
        ))}
      </span>
    </div>
  );
}

function Faults() {
  const { shown, act } = useStage();
  const on = shown.switches.filter((one) => one.on === true).length;
  return (
    <details
      className="faults"
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape') return;
        currentTarget.open = false;
        currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary className="bar-button">Faults{on > 0 ? ` (${on} on)` : ''}</summary>
      <div className="faults-list">
        {shown.switches.map(({ id, label, on: isOn }) =>
          isOn === null ? (
            <button
              key={id}
              type="button"
              className="kit-button"
              onClick={() => void act({ do: 'switch', id, on: true })}
            >
              {label}
            </button>
          ) : (
            <label key={id}>
              <input type="checkbox" checked={isOn} onChange={() => void act({ do: 'switch', id, on: !isOn })} />
              {label}
            </label>
          ),
        )}
      </div>
    </details>
  );
}
