/** One setting that became another: its path, such as `sla.complaint`, and its values in short. */
export interface SettingChange {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Stands for a value that is not there. */
export const NOTHING = '–';

/** What differs between two settings, one entry for each value; lists count as one value, templates by their id. */
export function changesBetween(before: unknown, after: unknown, path = ''): SettingChange[] {
  const [from, to] = [named(before), named(after)];
  if (isRecord(from) && isRecord(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => changesBetween(from[name], to[name], path === '' ? name : `${path}.${name}`));
  }
  const change = { path, from: inShort(from), to: inShort(to) };
  return change.from === change.to ? [] : [change];
}

/** As the history tells it: `undoSeconds: 10 → 20`. */
export function changeText({ path, from, to }: SettingChange): string {
  return `${path}: ${from} → ${to}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of things with ids as a table, so that an inserted one does not change all that follow. */
function named(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const entries = value.map((one: unknown) =>
    isRecord(one) && typeof one.id === 'string' ? ([one.id, one] as const) : null,
  );
  return entries.every((entry) => entry !== null) ? Object.fromEntries(entries) : value;
}

function inShort(value: unknown): string {
  if (value === undefined || value === null || value === '') return NOTHING;
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : value.map(inShort).join(', ');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return NOTHING;
  const text = 'text' in value ? inShort(value.text) : JSON.stringify(value);
  return text === '{}' ? NOTHING : text;
}
