import { sqlClient } from "@/db/client";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { describeError, log } from "@/lib/log";

/** Callers that are refused without guessing anything, by kind. */
export type RefusalScope = "key_refused" | "scheduler_refused" | "webhook_refused" | "origin_refused";

interface Refusals {
  counts: Map<RefusalScope, number>;
  timer: NodeJS.Timeout | null;
  storedAt: number;
}

declare global {
  // Pages, routes and instrumentation are separate bundles of one process; they count together.
  var efactureRefusals: Refusals | undefined;
}

const refusals = () =>
  (globalThis.efactureRefusals ??= { counts: new Map(), timer: null, storedAt: -Infinity });

/**
 * Counts a refused caller for the operators' page. A flood costs no more than one statement a minute and kind in each
 * process: the first one is stored at once, those of the following minute together. Never throws.
 */
export function countRefusal(scope: RefusalScope): void {
  const state = refusals();
  state.counts.set(scope, (state.counts.get(scope) ?? 0) + 1);
  if (state.timer) return;
  const waitMs = Math.max(0, state.storedAt + MINUTE_MS - performance.now());
  state.timer = setTimeout(() => void storeRefusals(), waitMs).unref();
}

/** Stores what was counted. A count that cannot be stored is kept for the next time. */
export async function storeRefusals(): Promise<void> {
  const state = refusals();
  if (state.timer) clearTimeout(state.timer);
  state.timer = null;
  state.storedAt = performance.now();
  const counted = [...state.counts];
  state.counts.clear();
  for (const [scope, count] of counted) {
    try {
      await sqlClient()`select auth_count_refusals(${scope}, ${now()}, ${count})`;
    } catch (error) {
      state.counts.set(scope, (state.counts.get(scope) ?? 0) + count);
      log("warn", "refusals_not_counted", describeError(error));
    }
  }
}

/** Forgets what was counted and not stored yet: the next test file has another database. */
export function forgetRefusals(): void {
  clearTimeout(refusals().timer ?? undefined);
  globalThis.efactureRefusals = undefined;
}
