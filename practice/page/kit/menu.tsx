import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface MenuProps {
  readonly label: string;
  readonly busy: boolean;
  readonly choices: readonly { readonly text: string; readonly run: () => void }[];
}

/** Slack's three dots. Arrows move, Enter chooses, Esc closes. */
export function Menu({ label, busy, choices }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const items = () => [...(list.current?.querySelectorAll('button') ?? [])];

  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);

  function leave({ relatedTarget }: FocusEvent): void {
    if (!whole.current?.contains(relatedTarget)) setOpen(false);
  }

  function onKey(event: KeyboardEvent): void {
    const all = items();
    const at = all.findIndex((one) => one.matches(':focus'));
    if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Escape') {
      setOpen(false);
      opener.current?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="menu" ref={whole}>
      <button
        ref={opener}
        type="button"
        className="kit-button dots"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-busy={busy}
        onBlur={leave}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && (
        <div ref={list} id={id} role="menu" tabIndex={-1} onKeyDown={onKey} onBlur={leave}>
          {choices.map(({ text, run }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                run();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
