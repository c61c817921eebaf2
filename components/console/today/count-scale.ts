const TICKS = 3;

/** Returns the round number that a chart of counts ends at: at least `count`, and divisible by its ticks. */
export function roundAbove(count: number): number {
  if (count <= TICKS) return TICKS;
  const step = count / TICKS;
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return round * power * TICKS;
}

/** Returns the counts that a chart names, from 0 to its end. */
export const ticksTo = (end: number): number[] =>
  Array.from({ length: TICKS + 1 }, (_, index) => (end / TICKS) * index);
