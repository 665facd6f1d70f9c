/** A card without the words that triage went by: another training may choose others. */
export function withoutReasons(shown: string): string {
  return shown.replace(/^(Complaint|Question|Praise|Other): “.*”$/m, '$1: “…”');
}
