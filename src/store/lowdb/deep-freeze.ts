/**
 * Freezes a value through and through, so that a decision that changes its input fails at once instead of leaving
 * memory and disk apart. What is frozen already is skipped: a new state costs only its new parts.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  const parts: unknown[] = Object.values(value);
  for (const part of parts) deepFreeze(part);
  return value;
}
