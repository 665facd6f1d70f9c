import { useId, useState } from 'react';
import type { Done } from '../../page-server/wire.ts';

interface WriteHereProps {
  readonly label: string;
  /** What stands in it at first. */
  readonly text: string;
  readonly verb: string;
  readonly write: (text: string) => Promise<Done>;
  readonly done: () => void;
}

/** A text under a post, by somebody who is known; Enter sends. */
export function WriteHere({ label, text: first, verb, write, done }: WriteHereProps) {
  const [text, setText] = useState(first);
  const id = useId();
  const isEmpty = text.trim() === '';

  async function send(): Promise<void> {
    if (isEmpty) return;
    const { ok } = await write(text.trim());
    if (ok) done();
  }

  return (
    <div className="write-post">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      <button type="button" className="kit-button post-button" disabled={isEmpty} onClick={() => void send()}>
        {verb}
      </button>
    </div>
  );
}
