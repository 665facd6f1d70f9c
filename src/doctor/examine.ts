import { AREAS, type Check, type Finding, findingsOf } from './finding.ts';

/** Looks at everything at once; findings come back in the report's order. */
export async function examine(checks: readonly Check[]): Promise<readonly Finding[]> {
  const found = await Promise.all(checks.map(lookSafely));
  return AREAS.flatMap((area) => found.flat().filter((finding) => finding.area === area));
}

async function lookSafely(check: Check): Promise<readonly Finding[]> {
  try {
    return await check.look();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      findingsOf(check.area).error(`this could not be checked: ${why}`, 'Correct what it names, then run this again.'),
    ];
  }
}

/** Earshot would not start, or not do its work. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}
