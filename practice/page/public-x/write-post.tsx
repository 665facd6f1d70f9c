import { useId, useState } from 'react';
import { useStage } from '../stage.tsx';

interface WritePostProps {
  readonly label: string;
  readonly inReplyTo: string | null;
  /** Who answers; somebody of the regulars otherwise. */
  readonly as?: string | null;
  readonly done: () => void;
}

/** A customer writes; Enter sends. */
export function WritePost({ label, inReplyTo, as = null, done }: WritePostProps) {
  const { shown, act } = useStage();
  const [author, setAuthor] = useState(as ?? shown.customers.at(-1)?.username ?? '');
  const [text, setText] = useState('');
  const [named, setNamed] = useState(true);
  const id = useId();
  const names = new Map(shown.customers.map(({ username, name }) => [username, name]));
  const others = as === null || names.has(as) ? [] : [as];

  async function send(): Promise<void> {
    if (text.trim() === '') return;
    const { ok } = await act({ do: 'post', username: author, text: text.trim(), inReplyTo, named });
    if (!ok) return;
    setText('');
    done();
  }

  return (
    <div className="write-post">
      <label htmlFor={id}>{label}</label>
      <select aria-label="Customer" value={author} onChange={({ currentTarget }) => setAuthor(currentTarget.value)}>
        {[...names].map(([username, name]) => (
          <option key={username} value={username}>
            {name} (@{username})
          </option>
        ))}
        {others.map((username) => (
          <option key={username} value={username}>
            @{username}
          </option>
        ))}
      </select>
      <textarea
        id={id}
        rows={2}
        value={text}
        placeholder={named ? '@NordfunkHilft …' : 'Nordfunk …'}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      />
      {inReplyTo === null && (
        <label className="quiet">
          <input type="checkbox" checked={!named} onChange={({ currentTarget }) => setNamed(!currentTarget.checked)} />{' '}
          without @
        </label>
      )}
      <button
        type="button"
        className="kit-button post-button"
        disabled={text.trim() === ''}
        onClick={() => void send()}
      >
        Post
      </button>
    </div>
  );
}
