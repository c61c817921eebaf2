import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { ALL_DATES } from "@/lib/invoices/register/period-notice";
import type { Scope } from "@/lib/persons/scope";
import { LEAVING_DAYS } from "@/lib/retention/unread-days";

/** Where the downloads of an account, or of several, lead. */
export interface TaskLinks {
  takeRemainingUrl: string;
  takeLeavingUrl: string;
}

/** The downloads of what is left to take, whatever its date, and of what leaves soon and nobody took. */
export const taskLinks = (scope: Scope): TaskLinks => ({
  takeRemainingUrl: exportPath("zip", { filter: { ...ALL_DATES, isNew: true }, scope }),
  takeLeavingUrl: exportPath("zip", { expiryDays: LEAVING_DAYS, scope, isNeverTaken: true }),
});

/** The pages that show what is left to take, and what leaves soon. */
export const taskPages = (scope: Scope) => ({
  remainingUrl: listPath({ filter: { ...EMPTY_FILTER, ...ALL_DATES, isNew: true }, scope }),
  leavingUrl: homePath(scope),
});

/** « À faire » of a scope. */
export const homePath = (scope: Scope) => (scope === "all" ? "/home?scope=all" : "/home");
