const TICKS = 3;

/**
 * Returns the highest number on the scale of a chart: a round number that is at least `count` and is divided evenly by
 * the ticks.
 */
export function roundAbove(count: number): number {
  if (count <= TICKS) return TICKS;
  const step = count / TICKS;
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return round * power * TICKS;
}

/** Returns the numbers at the ticks of the scale, from 0 to `end`. */
export const ticksTo = (end: number): number[] =>
  Array.from({ length: TICKS + 1 }, (_, index) => (end / TICKS) * index);
