import type { Kind, Lang } from './mention.ts';

/** What a customer's post probably is, and why. */
export interface Triaged {
  readonly kind: Kind;
  /** How probable it is that the post is a complaint, 0 to 1, calibrated: of a hundred posts with 0.3 about thirty are. */
  readonly complaint: number;
  readonly lang: Lang;
  /** The post's own words that pushed it most to its kind, strongest first; never a person's @name. */
  readonly reasons: readonly string[];
}

/** @param said the language as the network says it, such as `de` or `und`; empty when it says nothing */
export type Triage = (text: string, said: string) => Triaged;
