/** Returns the bar of `value` on a scale of `units` that covers zero and all `values`. */
export function spanOf(
  value: bigint,
  values: readonly bigint[],
  units: number,
): { start: number; length: number } {
  const greatest = values.reduce((a, b) => (b > a ? b : a), 0n);
  const least = values.reduce((a, b) => (b < a ? b : a), 0n);
  const range = greatest - least;
  if (range === 0n) return { start: 0, length: 0 };
  const at = (point: bigint) => Number(((point - least) * 100_000n) / range) / (100_000 / units);
  const [from, to] = value < 0n ? [at(value), at(0n)] : [at(0n), at(value)];
  const length = Math.max(to - from, value === 0n ? 0 : 1);
  return { start: Math.min(from, units - length), length };
}
