import type { Logger } from 'pino';
import type { Clock } from '../src/clock.ts';
import { SECOND_MS } from '../src/desk/instant.ts';
import { isAboutNothing } from './fault-words.ts';

/** Saves what stands in a form, as of the moment when it was told. */
export type Save = () => Promise<void>;

/** Keeps what people type safe while they type: saved a moment after a letter, and at once when a form closes. */
export interface TypedTexts {
  /** This is what the form holds now. Saved within two seconds, at most once in that time, with what it holds then. */
  note(form: string, save: Save): void;
  /** The form was closed: what it held last is saved at once. */
  flush(form: string): Promise<void>;
  /** The form is being sent: what is not saved yet need not be, and what is being saved is waited for. */
  pause(form: string): Promise<void>;
  /** The form was sent: a letter of it that arrives late is left alone. */
  over(form: string): void;
  /** Saves at once what every form holds: whoever opens one next is offered it, however soon after closing the last. */
  saveAll(): Promise<void>;
  /** Saves what is left, before the store closes. */
  stop(): Promise<void>;
}

/** How long a letter may wait for its write: what a crash can take. */
const SAVED_WITHIN_MS = 2 * SECOND_MS;
/** Slack delivers late within minutes. */
const SENT_REMEMBERED = 500;

interface Form {
  /** What is not saved yet. */
  latest: Save | null;
  /** Cancels the timer that runs; null when none does. */
  cancelTimer: (() => void) | null;
  saving: Promise<void>;
}

interface TypedDeps {
  readonly clock: Clock;
  readonly log: Logger;
}

export function createTypedTexts({ clock, log }: TypedDeps): TypedTexts {
  const forms = new Map<string, Form>();
  const sent = new Set<string>();
  let isStopped = false;

  function save(id: string, form: Form): Promise<void> {
    stopTimer(form);
    form.saving = form.saving.then(async () => {
      const { latest } = form;
      form.latest = null;
      try {
        await latest?.();
      } catch (error) {
        // Of a mention that is there no more: trying again would never end.
        if (isAboutNothing(error)) return settle(id, form);
        log.error({ err: error }, 'a typed text could not be saved, trying again');
        // A full disk. This one again, unless another letter came meanwhile.
        form.latest ??= latest;
      }
      settle(id, form);
    });
    return form.saving;
  }

  /** A form that holds nothing unsaved is like one that was never seen. */
  function settle(id: string, form: Form): void {
    if (form.latest === null) forms.delete(id);
    else startTimer(id, form);
  }

  function startTimer(id: string, form: Form): void {
    if (isStopped) return;
    form.cancelTimer ??= clock.after(SAVED_WITHIN_MS, () => {
      form.cancelTimer = null;
      void save(id, form);
    });
  }

  function stopTimer(form: Form): void {
    form.cancelTimer?.();
    form.cancelTimer = null;
  }

  async function saveAll(): Promise<void> {
    await Promise.all([...forms].map(([id, form]) => save(id, form)));
  }

  return {
    saveAll,
    note(id, latest) {
      if (sent.has(id)) return;
      const form = forms.get(id) ?? { latest: null, cancelTimer: null, saving: Promise.resolve() };
      form.latest = latest;
      forms.set(id, form);
      startTimer(id, form);
    },
    async flush(id) {
      const form = forms.get(id);
      if (form !== undefined) await save(id, form);
    },
    async pause(id) {
      const form = forms.get(id);
      if (form === undefined) return;
      stopTimer(form);
      form.latest = null;
      await form.saving;
    },
    over(id) {
      sent.add(id);
      for (const oldest of sent) {
        if (sent.size <= SENT_REMEMBERED) break;
        sent.delete(oldest);
      }
    },
    async stop() {
      isStopped = true;
      await saveAll();
    },
  };
}
