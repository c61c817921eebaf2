import { HOUR_MS } from "@/lib/durations";

/** The first activations of a supplier that leave in the first hour; each later hour takes twice as many. */
export const FIRST_HOUR_ACTIVATIONS = 50;

/** After this time the next first activation begins new steps with small numbers again. */
export const STEPS_LAST_MS = 24 * HOUR_MS;

/**
 * Returns when the first activation with this number (0 for the first one) may leave, in steps that began at
 * `startedAt`: 50 in the first hour, 100 in the second, 200 in the third. So a list of bad addresses shows itself before
 * many mails have left.
 */
export function turnOf(startedAt: Date, number: number): Date {
  const step = Math.floor(Math.log2(number / FIRST_HOUR_ACTIVATIONS + 1));
  return new Date(startedAt.getTime() + step * HOUR_MS);
}
