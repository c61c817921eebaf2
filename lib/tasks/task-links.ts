import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { exportPath, listPath } from "@/lib/invoices/filter/invoice-paths";
import { ALL_DATES } from "@/lib/invoices/register/period-notice";
import type { Scope } from "@/lib/persons/scope";
import { LEAVING_DAYS } from "@/lib/retention/unread-days";

/** Where what is to do leads, of one account or of all of a person. */
export interface TaskLinks {
  /** What is left to take, whatever its date: the list, and the download. */
  remainingUrl: string;
  takeRemainingUrl: string;
  /** What leaves soon and nobody took: the page that names it, and the download. */
  leavingUrl: string;
  takeLeavingUrl: string;
}

/** Returns these links for a scope. */
export const taskLinks = (scope: Scope): TaskLinks => ({
  remainingUrl: listPath({ filter: { ...EMPTY_FILTER, ...ALL_DATES, isNew: true }, scope }),
  takeRemainingUrl: exportPath("zip", { filter: { ...ALL_DATES, isNew: true }, scope }),
  leavingUrl: homePath(scope),
  takeLeavingUrl: exportPath("zip", { expiryDays: LEAVING_DAYS, scope, isNeverTaken: true }),
});

/** « À faire » of a scope. */
export const homePath = (scope: Scope) => (scope === "all" ? "/home?scope=all" : "/home");
