import { useEffect, useRef } from 'react';
import type { Confirm } from '../../slack/blocks/text.ts';

/** Slack's question before a press counts. Esc is no. */
export function Ask({ question, answer }: { readonly question: Confirm; readonly answer: (yes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="modal ask"
      aria-label={question.title.text}
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2>{question.title.text}</h2>
      <p className="ask-text">{question.text.text}</p>
      <footer>
        <button type="button" className="kit-button" onClick={() => answer(false)}>
          {question.deny.text}
        </button>
        <button
          type="button"
          className={`kit-button ${question.style === 'danger' ? 'danger full' : 'primary'}`}
          onClick={() => answer(true)}
        >
          {question.confirm.text}
        </button>
      </footer>
    </dialog>
  );
}
