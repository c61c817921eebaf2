import { createHash } from "node:crypto";

/** A pseudo-random generator that gives the same numbers for the same seed on every machine. */
export interface SeededRandom {
  /** Returns an integer from 0 to `limit` - 1. */
  below(limit: number): number;
  /** Returns an integer from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(values: readonly T[]): T;
  /** Returns true in `percent` of 100 cases. */
  chance(percent: number): boolean;
}

/** Returns a Mulberry32 generator that starts from the first 32 bits of the seed's SHA-256. */
export function seededRandom(seed: string): SeededRandom {
  let state = createHash("sha256").update(seed).digest().readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error("Nothing to pick from.");
      return value;
    },
    chance: (percent) => below(100) < percent,
  };
}

/** Returns incompressible bytes, the same for the same seed. */
export function randomBytes(seed: string, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let block = 0, filled = 0; filled < count; block += 1) {
    const digest = createHash("sha512").update(`${seed}#${block}`).digest();
    bytes.set(digest.subarray(0, Math.min(64, count - filled)), filled);
    filled += 64;
  }
  return bytes;
}
