import type { ModalView } from '@slack/types';
import type { OpenView } from '../src/slack/modals.ts';

/** A press inside a form that changes how the form looks. */
export interface FormPress {
  readonly view: { readonly id: string; readonly hash: string };
  /** How often a text had been put into the form when it was pressed. */
  readonly inserted: number;
  /** Puts one in; a letter does not, and is overtaken by the next. */
  readonly inserts: boolean;
}

export type Redraw = (press: FormPress, draw: () => Promise<ModalView | null>) => Promise<void>;

interface Form {
  /** As of our last drawing; an update with another one is refused. */
  hash: string;
  readonly seen: Set<string>;
  inserted: number;
  presses: number;
  turn: Promise<void>;
}

/** How many forms are remembered; one is open for minutes. */
const REMEMBERED = 500;

/**
 * Draws an open form again after each press in it, one at a time. A letter is typed before the last one's drawing is
 * there, so its press names a form that is out of date: it is drawn onto what we drew since. Not so where a text was put
 * in meanwhile: that press speaks of a field that is gone.
 * @param update returns the form's new hash, or null when the form is closed or was changed by somebody else
 */
export function createRedraw(update: (place: OpenView, view: ModalView) => Promise<string | null>): Redraw {
  const forms = new Map<string, Form>();

  function formOf({ view, inserted }: FormPress): Form {
    const known = forms.get(view.id);
    const form = known ?? { hash: view.hash, seen: new Set(), inserted, presses: 0, turn: Promise.resolve() };
    // A hash that is new to us is newer than ours.
    if (!form.seen.has(view.hash)) form.hash = view.hash;
    form.seen.add(view.hash);
    forms.delete(view.id);
    forms.set(view.id, form);
    for (const oldest of forms.keys()) {
      if (forms.size <= REMEMBERED) break;
      forms.delete(oldest);
    }
    return form;
  }

  async function drawOnto(form: Form, press: FormPress, draw: () => Promise<ModalView | null>): Promise<void> {
    const view = await draw();
    const hash = view && (await update({ id: press.view.id, hash: form.hash }, view));
    if (!hash) return;
    form.hash = hash;
    form.seen.add(hash);
    if (press.inserts) form.inserted = press.inserted + 1;
  }

  return (press, draw) => {
    const form = formOf(press);
    form.presses += 1;
    const mine = form.presses;
    const done = form.turn.then(async () => {
      const overtaken = !press.inserts && mine < form.presses;
      if (!overtaken && press.inserted >= form.inserted) await drawOnto(form, press, draw);
    });
    form.turn = done.catch(() => {});
    return done;
  };
}
