// Settings as a person writes them into a form. What is not understood stays as written, for the schema to name.

const SPAN =
  /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|h))?\s*(?:-|–|—|bis|to|until)\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|h))?$/i;
const GERMAN_DATE = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

/** `8-12, 13:00–20:00` → `["08:00-12:00", "13:00-20:00"]`; nothing written is a closed day. */
export function spansFrom(text: string): string[] {
  return parts(text, /[,;\n]|\s(?:und|and)\s/i).map((part) => {
    const [, from = '', fromMinutes = '00', to = '', toMinutes = '00'] = SPAN.exec(part) ?? [];
    return from === '' ? part : `${from.padStart(2, '0')}:${fromMinutes}-${to.padStart(2, '0')}:${toMinutes}`;
  });
}

export function spansText(spans: readonly string[]): string {
  return spans.join(', ');
}

/** One date a line, `2026-12-24` or `24.12.2026`; in order, each once. */
export function datesFrom(text: string): string[] {
  const dates = parts(text, /[,;\n]/).map((part) => {
    const [, day = '', month = '', year = ''] = GERMAN_DATE.exec(part) ?? [];
    return year === '' ? part : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return [...new Set(dates)].sort();
}

export function datesText(dates: readonly string[]): string {
  return dates.join('\n');
}

/** One to a line, or with commas between; each once. */
export function listFrom(text: string): string[] {
  return [...new Set(parts(text, /[,;\n]/))];
}

/** Accounts, with or without @, one to a line or with spaces or commas between; each once. */
export function handlesFrom(text: string): string[] {
  return [...new Set(parts(text, /[\s,;]+/))];
}

/** `9`, `9.30` or `9:30 Uhr` → `09:30`. */
export function timeFrom(text: string): string {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:uhr|h))?$/i.exec(text.trim()) ?? [];
  return hour === '' ? text : `${hour.padStart(2, '0')}:${minute}`;
}

/** A whole number; null for nothing written. */
export function numberFrom(text: string | null): number | string | null {
  const written = (text ?? '').trim();
  if (written === '') return null;
  return /^\d{1,9}$/.test(written) ? Number(written) : written;
}

function parts(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
