import type { ModalView } from '@slack/types';
import type { Refusal } from '../src/desk/decision.ts';
import type { Press } from '../src/desk/press.ts';
import type { FormValues } from '../views/form-values.ts';
import type { Tools } from './tools.ts';

/**
 * Who may, see may.ts: `publisher` stands for the settings' publishers and leads, `staff` for who is in the team's
 * channels or named in the settings, `asked` for whoever an escalation asks, `settings` for who may change the settings,
 * `resume` for who may let publishing go on. A guest whose own texts wait for approval is a `publisher` and not `trusted`;
 * `own` lets them about texts of their own; `keyholder` is who may answer what is locked, and leads. `anyone` is for what only concerns the presser.
 */
export type Who =
  | 'anyone'
  | 'staff'
  | 'asked'
  | 'publisher'
  | 'own'
  | 'trusted'
  | 'lead'
  | 'keyholder'
  | 'settings'
  | 'resume';

/** Where one command, menu or form has several verbs, each says for itself who may. */
export type Right = Who | ((press: SlackPress, tools: Tools) => Who | Promise<Who>);

/** The view in which something was pressed or that was submitted. */
export interface PressedView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly rootId: string;
  /** The one below it; null for the lowest. */
  readonly previousId: string | null;
  /** Of its input blocks, in order. */
  readonly inputs: readonly string[];
}

/**
 * What a person did in Slack, as far as our handlers use it. It is also the desk's `Press`: who, and the key under which
 * the same deed is recognised: a redelivery, and a form that is sent again as it was because Slack had shown an error.
 */
export interface SlackPress extends Press {
  /** Under which Slack's redeliveries are recognised; a form that was refused may be sent again as it was. */
  readonly delivery: string;
  readonly kind: 'command' | 'action' | 'form' | 'closed' | 'shortcut' | 'event';
  /** The command without slash and prefix, the `action_id`, the `callback_id`, or the event's type. */
  readonly name: string;
  /** Opens one modal within three seconds. */
  readonly triggerId: string | null;
  readonly channel: string | null;
  /** The message that was pressed, on which the shortcut was used, or that was written. */
  readonly messageTs: string | null;
  readonly threadTs: string | null;
  /** A button's value, the chosen option's value, the chosen user's id, or what was typed into an input that tells. */
  readonly value: string | null;
  /** What a form or a modal holds: of a submission all, of a press inside a modal what it held then. */
  readonly values: FormValues;
  readonly view: PressedView | null;
  /** Behind a slash command, or of the message. */
  readonly text: string;
  readonly responseUrl: string | null;
}

/** What Slack is told about a submitted form; nothing closes it. Errors are by field, with or without a suffix. */
export type Ack =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly update: ModalView }
  | { readonly push: ModalView }
  | { readonly clear: true };

/** What came of a press. The press is acknowledged after `run` resolved, so `run` saves first. */
export interface Reply {
  /** For a form only. */
  readonly ack?: Ack;
  /** Put into words for the person: beside the field `at` of a form, elsewhere as `say`. */
  readonly refused?: Refusal;
  readonly at?: string;
  /** Told to the person alone, in mrkdwn. */
  readonly say?: string;
  /** Done after the acknowledgement; a failure is told as any other. */
  readonly afterwards?: () => Promise<void>;
}

export const DONE: Reply = {};

type Names = string | readonly string[];

export type On =
  | { readonly command: Names }
  | { readonly action: Names }
  | { readonly form: Names }
  | { readonly closed: Names }
  | { readonly shortcut: Names }
  | { readonly event: 'message' | 'message_deleted' | 'app_home_opened' };

/** One thing that staff can do: its command, button or form, who may, and what happens. */
export interface Handler {
  readonly on: On;
  readonly who: Right;
  readonly run: (press: SlackPress, tools: Tools) => Promise<Reply>;
}
