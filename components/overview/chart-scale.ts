/**
 * The range of values of a chart, in minor units, including zero. `highest` is a round step; `lowest` is the lowest
 * value itself, so that a small credit note needs little space. `ticks` are the round steps between them.
 */
export interface ChartScale {
  lowest: bigint;
  highest: bigint;
  ticks: bigint[];
}

const STEPS_WANTED = 4n;

/** Returns a scale with a few round steps that covers all values; only zero if all values are zero. */
export function chartScale(values: readonly bigint[]): ChartScale {
  const greatest = values.reduce((a, b) => (b > a ? b : a), 0n);
  const least = values.reduce((a, b) => (b < a ? b : a), 0n);
  if (greatest === least) return { lowest: 0n, highest: 0n, ticks: [0n] };
  const step = roundStep((greatest - least + STEPS_WANTED - 1n) / STEPS_WANTED);
  const highest = ((greatest + step - 1n) / step) * step;
  const ticks: bigint[] = [];
  for (let tick = (least / step) * step; tick <= highest; tick += step) ticks.push(tick);
  return { lowest: least, highest, ticks };
}

/** Returns the distance in pixels from the top of a frame to the value. The only place where amounts become floats. */
export function heightOf(value: bigint, { lowest, highest }: ChartScale, frame: number): number {
  if (highest === lowest) return frame;
  return (Number(((highest - value) * 100_000n) / (highest - lowest)) / 100_000) * frame;
}

/** Returns the bar from zero to the value, at least one pixel high if the value is not zero. */
export function barOf(value: bigint, scale: ChartScale, frame: number): { y: number; height: number } {
  const zero = heightOf(0n, scale, frame);
  const end = heightOf(value, scale, frame);
  const height = Math.max(Math.abs(end - zero), value === 0n ? 0 : 1);
  return { y: value < 0n ? Math.min(zero, frame - height) : Math.max(zero - height, 0), height };
}

/** Returns the smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is at least `least`. */
function roundStep(least: bigint): bigint {
  let power = 1n;
  while (power * 10n < least) power *= 10n;
  const steps = [power, 2n * power, (25n * power) / 10n, 5n * power, 10n * power];
  return steps.find((step) => step >= least) ?? 10n * power;
}
