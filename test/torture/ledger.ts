/** What became of a text in the eyes of the person who sent it. */
export type SentState =
  /** The form was acknowledged and closed: it must get out, once. */
  | 'sent'
  /** The app died over it and the person saw an error: out once, or not at all. */
  | 'unsure'
  /** The form was refused, or given up before it was sent. */
  | 'not-sent';

/** A text for the public, known by its mark. */
export interface Sent {
  readonly mark: string;
  readonly what: string;
  readonly by: string;
  state: SentState;
  /** What stood on disk when the press of Undo was acknowledged; null where nobody pressed it. */
  undoneAs: string | null;
}

/** A colleague's answer to an escalation. */
export interface Answer {
  readonly mark: string;
  /** Slack had an acknowledgement, of the first delivery or of a later one. */
  acked: boolean;
}

/** What people did, as they would tell it afterwards. */
export interface Ledger {
  /** A mark that no other text has. */
  mark(): string;
  sent(entry: Sent): Sent;
  readonly texts: readonly Sent[];
  readonly questions: Answer[];
  readonly answers: Answer[];
  /** Texts about which the team was asked "sent?" although X had them: the app had not found its own post. */
  readonly overlooked: Set<string>;
}

export function createLedger(): Ledger {
  const texts: Sent[] = [];
  let marks = 0;
  return {
    mark() {
      marks += 1;
      return `(M${marks})`;
    },
    sent(entry) {
      texts.push(entry);
      return entry;
    },
    texts,
    questions: [],
    answers: [],
    overlooked: new Set(),
  };
}
