import { type KeyboardEvent, useId, useState } from 'react';
import { useStage } from '../stage.tsx';
import { completionsFor } from './completions.ts';

interface ComposerProps {
  readonly channel: string;
  readonly thread: string | null;
  readonly title: string;
}

/** Where one writes: Enter sends, Shift+Enter breaks the line; a slash offers commands, an @ people. */
export function Composer({ channel, thread, title }: ComposerProps) {
  const { shown, me, act, say } = useStage();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const id = useId();
  const offers = closed ? [] : completionsFor(text, caret, shown);
  const marked = Math.min(at, offers.length - 1);
  const hint = shown.commands.find(({ command }) => text.startsWith(`${command} `));

  function take(index: number): void {
    const offer = offers[index];
    if (offer === undefined) return;
    setText(offer.text);
    setCaret(offer.text.length);
    setAt(0);
  }

  async function send(): Promise<void> {
    const words = text.trim();
    if (words === '') return;
    const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(words) ?? [];
    if (command !== undefined && thread !== null) {
      say(`${command} is not supported in threads. Sorry!`);
      return;
    }
    setText('');
    const as = me.id;
    const done =
      command === undefined
        ? await act({ do: 'say', as, channel, text: words, threadTs: thread })
        : await act({ do: 'command', as, channel, command, text: rest });
    if (!done.ok) setText(words);
  }

  function onKey(event: KeyboardEvent): void {
    const { key, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (shiftKey || !(offers.length > 0 ? choose(key) : key === 'Enter')) return;
    event.preventDefault();
    if (offers.length === 0) void send();
  }

  /** Whether the list of offers takes this key. */
  function choose(key: string): boolean {
    if (key === 'ArrowDown') setAt((marked + 1) % offers.length);
    else if (key === 'ArrowUp') setAt((marked - 1 + offers.length) % offers.length);
    else if (key === 'Tab' || key === 'Enter') take(marked);
    else if (key === 'Escape') setClosed(true);
    else return false;
    return true;
  }

  return (
    <div className="composer">
      {offers.length > 0 && (
        <div className="offers" role="listbox" id={`${id}-offers`} aria-label="Suggestions">
          {offers.map(({ name, about }, index) => (
            <div
              key={name}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === marked}
              onMouseDown={(event) => {
                event.preventDefault();
                take(index);
              }}
            >
              <strong>{name}</strong> <span className="quiet">{about}</span>
            </div>
          ))}
        </div>
      )}
      {hint !== undefined && offers.length === 0 && (
        <p className="usage">
          <strong>{hint.command}</strong> {hint.usage}
        </p>
      )}
      <div className="composer-field">
        <textarea
          rows={1}
          value={text}
          role="combobox"
          aria-label={thread === null ? `Message ${title}` : 'Reply in the thread'}
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={offers.length > 0 ? `${id}-${marked}` : undefined}
          placeholder={thread === null ? `Message ${title} as ${me.realName}, or / for a command` : 'Reply …'}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setCaret(currentTarget.selectionStart);
            setClosed(false);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKey}
        />
        <button type="button" aria-label="Send" disabled={text.trim() === ''} onClick={() => void send()}>
          ➤
        </button>
      </div>
    </div>
  );
}
