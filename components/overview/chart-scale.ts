/**
 * The values a chart spans, in minor units, zero among them. The top is a round step; the bottom is the lowest value
 * itself, so that a small credit note takes little room. `ticks` are the round steps between.
 */
export interface ChartScale {
  lowest: bigint;
  highest: bigint;
  ticks: bigint[];
}

const STEPS_WANTED = 4n;

/** A scale of few, round steps that holds every value; zero alone when there is nothing but zero. */
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

/** How far below the top of a frame so many pixels high the value is drawn. The only place amounts become floats. */
export function heightOf(value: bigint, { lowest, highest }: ChartScale, frame: number): number {
  if (highest === lowest) return frame;
  return (Number(((highest - value) * 100_000n) / (highest - lowest)) / 100_000) * frame;
}

/** A bar from zero to the value. What is not zero stays visible, if only as a line. */
export function barOf(value: bigint, scale: ChartScale, frame: number): { y: number; height: number } {
  const zero = heightOf(0n, scale, frame);
  const end = heightOf(value, scale, frame);
  const height = Math.max(Math.abs(end - zero), value === 0n ? 0 : 1);
  return { y: value < 0n ? Math.min(zero, frame - height) : Math.max(zero - height, 0), height };
}

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is not below `least`. */
function roundStep(least: bigint): bigint {
  let power = 1n;
  while (power * 10n < least) power *= 10n;
  const steps = [power, 2n * power, (25n * power) / 10n, 5n * power, 10n * power];
  return steps.find((step) => step >= least) ?? 10n * power;
}
