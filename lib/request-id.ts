import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

declare global {
  // Instrumentation and pages are separate bundles; they share this object through the global scope.
  var efactureRequestIds: AsyncLocalStorage<string> | undefined;
}

const ids = () => (globalThis.efactureRequestIds ??= new AsyncLocalStorage());

/** Returns the id of the request, or of the run of background work, that this code works for. */
export const currentRequestId = (): string | undefined => globalThis.efactureRequestIds?.getStore();

/**
 * Runs `work` under an id, which every line of its log carries: the id of the request that started it, or a new one when
 * no request did.
 */
export const withRequestId = <T>(work: () => T): T => ids().run(currentRequestId() ?? randomUUID(), work);

/**
 * Gives the rest of the current request an id and returns it: `given`, when it is well formed, or a new one. Pass only
 * what a trusted proxy wrote.
 */
export function enterRequest(given: string | undefined): string {
  const id = given !== undefined && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
  ids().enterWith(id);
  return id;
}
