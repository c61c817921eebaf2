import type { ScopedAccount } from "./accounts-in-scope";

/** An account as a list of several companies names it: « Perce-Neige Logistique · 204118 ». */
export const accountLabel = ({
  companyName,
  customerNumber,
}: Pick<ScopedAccount, "companyName" | "customerNumber">): string => `${companyName} · ${customerNumber}`;
