import { z } from 'zod';

/** Kinds of variables, each with the sentence that names the fault and the remedy. `what` says what it is for. */
export const text = (what: string) => z.string(`is missing: ${what}`).trim().min(1, `is empty: ${what}`);
export const number = (fallback: number, what: string) =>
  z.preprocess(
    blankIsMissing,
    z.coerce.number(`is no number: ${what}`).positive(`must be above 0: ${what}`).default(fallback),
  );
export const numberOrNever = (fallback: number, what: string) =>
  z.preprocess(
    blankIsMissing,
    z.coerce.number(`is no number: ${what}`).nonnegative(`must be 0 or more: ${what}`).default(fallback),
  );
export const url = (fallback: string) =>
  z.preprocess(
    blankIsMissing,
    z.url({ protocol: /^https?$/, error: `is no address: write it as ${fallback}` }).default(fallback),
  );
export const port = (what: string) => {
  const rule = `must be a whole number from 1 to 65535: ${what}`;
  return z.preprocess(blankIsMissing, z.coerce.number(rule).int(rule).min(1, rule).max(65_535, rule).optional());
};
export const hostOrDefault = (fallback: string, what: string) =>
  z.preprocess(
    blankIsMissing,
    z
      .string()
      .trim()
      .regex(/^[\w.:-]+$/, `must be an address such as ${fallback} or 0.0.0.0, without port: ${what}`)
      .default(fallback),
  );

/** `NAME=` in a .env file means the same as leaving the line out. */
export function blankIsMissing(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}
