import type { OwnAccount } from "./own-account";
import type { Scope } from "./scope";

/** The links to the same page for the current account (`own`) and for all accounts that the person may open (`all`). */
export interface ScopeChoice {
  current: Scope;
  ownHref: string;
  allHref: string;
  /** How many companies. */
  count: number;
}

/** Null for a person with one company: there is nothing to choose. */
export function scopeChoice(
  current: Scope,
  ownAccounts: readonly OwnAccount[],
  hrefOf: (scope: Scope) => string,
): ScopeChoice | null {
  if (ownAccounts.length < 2) return null;
  return { current, ownHref: hrefOf("own"), allHref: hrefOf("all"), count: ownAccounts.length };
}
