/** Patterns of one language's brush-offs, and of what makes up for them; each is a part of one sentence, in small letters. */
export interface BrushOffs {
  readonly redirects: readonly string[];
  readonly refuses: readonly string[];
  readonly blames: readonly string[];
  readonly silences: readonly string[];
  /** An answer, somebody who sees to it, or an offer. */
  readonly remedies: readonly string[];
}
