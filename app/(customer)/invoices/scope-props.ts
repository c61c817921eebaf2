import type { ScopeSwitchProps } from "@/components/invoices/register/scope-switch";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { Scope } from "@/lib/persons/scope";

/** Shown to who may open several companies. */
export function scopeSwitch(
  current: Scope,
  ownAccounts: readonly ScopedAccount[],
  hrefOf: (scope: Scope) => string,
): ScopeSwitchProps | null {
  if (ownAccounts.length < 2) return null;
  return { current, ownHref: hrefOf("own"), allHref: hrefOf("all"), count: ownAccounts.length };
}

/** An account as a list of several names it. */
export const companyShown = ({ companyName, customerNumber }: ScopedAccount) =>
  `${companyName} · ${customerNumber}`;
