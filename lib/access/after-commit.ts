import type { Transaction } from "@/db/transaction";

const waiting = new WeakMap<Transaction, (() => void)[]>();

/**
 * Runs `effect` after the transaction has been committed, and never when it is rolled back. Use it only for log
 * lines, because an effect is lost when the process ends in between.
 */
export function afterCommit(tx: Transaction, effect: () => void): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), effect]);
}

/** Runs the effects that wait for this transaction. Called by `withViewer`. */
export function runAfterCommit(tx: Transaction): void {
  for (const effect of waiting.get(tx) ?? []) effect();
}
