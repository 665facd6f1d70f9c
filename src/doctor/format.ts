import { AREAS, type Finding } from './finding.ts';

const COLOURS = { ok: 32, info: 36, warn: 33, error: 31 } as const;
const BOLD = 1;
const WIDTH = 7;

/** The report for a terminal. */
export function formatReport(findings: readonly Finding[], isColoured: boolean): string {
  const paint = (code: number, text: string) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
  const parts = AREAS.flatMap((area) => {
    const own = findings.filter((finding) => finding.area === area);
    return own.length === 0 ? [] : [[paint(BOLD, area), ...own.flatMap(linesOf)].join('\n')];
  });

  function linesOf(finding: Finding): string[] {
    const level = paint(COLOURS[finding.level], finding.level.padEnd(WIDTH));
    const lines = [`  ${level}${indented(finding.text)}`];
    if ('remedy' in finding) lines.push(`  ${' '.repeat(WIDTH)}→ ${indented(finding.remedy)}`);
    return lines;
  }

  return [...parts, summaryOf(findings)].join('\n\n');
}

/** A text of several lines stays beside its level. */
function indented(text: string): string {
  return text.replaceAll('\n', `\n  ${' '.repeat(WIDTH)}`);
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings] = [count('error'), count('warn')];
  const say = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  if (errors > 0) return `${say(errors, 'error')}, ${say(warnings, 'warning')}. Nothing was published or changed.`;
  if (warnings > 0) return `No errors, ${say(warnings, 'warning')}. Nothing was published or changed.`;
  return 'All is well. Nothing was published or changed. Start with: npm start';
}

/** The report for other programs. */
export function reportAsJson(findings: readonly Finding[]): string {
  return JSON.stringify({ ok: findings.every(({ level }) => level !== 'error'), findings });
}
