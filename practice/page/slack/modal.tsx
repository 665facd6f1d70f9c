import { useEffect, useMemo, useRef, useState } from 'react';
import type { ModalItem } from '../../page-server/wire.ts';
import type { ElementValue } from '../../slack/types.ts';
import { Blocks } from '../kit/blocks.tsx';
import { type Choice, type Surface, SurfaceProvider } from '../kit/surface.tsx';
import { useStage } from '../stage.tsx';
import { createFiller } from './filler.ts';

/** The uppermost form of the person, if one is open. */
export function TopModal() {
  const { shown, me } = useStage();
  const top = shown.modals.findLast(({ user }) => user === me.id);
  return top === undefined ? null : <Modal key={top.id} modal={top} />;
}

function Modal({ modal }: { readonly modal: ModalItem }) {
  const { act } = useStage();
  const { user: as, id: view, source } = modal;
  const dialog = useRef<HTMLDialogElement>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const filler = useMemo(
    () => createFiller((block, value) => act({ do: 'fill', as, view, block, value })),
    [act, as, view],
  );
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.kit-input :is(input, textarea, select)')?.focus();
  }, []);

  const surface: Surface = {
    async press(aim) {
      await filler.settled();
      await act({ do: 'press-modal', as, view, ...aim });
    },
    fill(block, value) {
      setErrors(({ [block]: _mended, ...rest }) => rest);
      filler.put(block, value);
    },
    chosen: (block, action) => choiceOf(modal.values[block]?.[action]),
    error: (block) => errors[block],
  };

  async function submit(): Promise<void> {
    setSending(true);
    await filler.settled();
    const done = await act({ do: 'submit', as, view });
    setSending(false);
    if (done.ok) setErrors(done.errors ?? {});
  }
  /** At once, so that what is typed next does not go into a form that is gone; again there if Slack did not hear of it. */
  async function close(): Promise<void> {
    dialog.current?.close();
    const done = await act({ do: 'close', as, view });
    if (!done.ok) dialog.current?.showModal();
  }
  if (source.type !== 'modal') return null;

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={source.title.text}
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <header>
        <h2>{source.title.text}</h2>
        <button type="button" className="cross" aria-label="Close" onClick={() => void close()}>
          ✕
        </button>
      </header>
      <div className="modal-body">
        <SurfaceProvider surface={surface}>
          <Blocks blocks={source.blocks} />
        </SurfaceProvider>
      </div>
      <footer>
        <button type="button" className="kit-button" onClick={() => void close()}>
          {source.close?.text ?? 'Cancel'}
        </button>
        {source.submit !== undefined && (
          <button type="button" className="kit-button primary" aria-busy={sending} onClick={() => void submit()}>
            {source.submit.text}
          </button>
        )}
      </footer>
    </dialog>
  );
}

/** What an element's value means to the control that shows it. */
function choiceOf(value: ElementValue | undefined): Choice | undefined {
  if (value === undefined) return undefined;
  const { type: _type, ...fields } = value;
  const [held] = Object.values(fields);
  if (held === null || held === undefined) return '';
  return Array.isArray(held) ? held.map(wordOf) : wordOf(held);
}

function wordOf(held: unknown): string {
  if (typeof held === 'object' && held !== null && 'value' in held) return String(held.value);
  if (typeof held === 'object' && held !== null && 'name' in held) return String(held.name);
  return String(held);
}
