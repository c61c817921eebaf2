import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { Scope } from "@/lib/persons/scope";
import type { Register } from "./open-register";

/** The lists of a person with several companies: the open one, all of them, or one of all. */
export interface CompanyChoice {
  current: Scope;
  count: number;
  ownUrl: string;
  allUrl: string;
  companies: { name: string; url: string; isCurrent: boolean }[];
}

/** Null for a person with one company: there is nothing to choose. */
export function companyChoice({
  query,
  ownAccounts,
}: Pick<Register, "query" | "ownAccounts">): CompanyChoice | null {
  if (ownAccounts.length < 2) return null;
  const url = (scope: Scope, company: string | null) =>
    listPath({ ...query, scope, filter: { ...query.filter, company }, page: { direction: "first" } });
  const nameOf = companyNames(ownAccounts);
  return {
    current: query.scope,
    count: ownAccounts.length,
    ownUrl: url("own", null),
    allUrl: url("all", null),
    companies: ownAccounts.map((account) => ({
      name: nameOf(account),
      url: url("all", account.viewer.accountId),
      isCurrent: query.scope === "all" && query.filter.company === account.viewer.accountId,
    })),
  };
}

interface Named {
  companyName: string;
  customerNumber: string;
}

/** Names companies; those of the same name with their customer number. */
export function companyNames(accounts: readonly Named[]): (account: Named) => string {
  const names = accounts.map(({ companyName }) => companyName);
  return ({ companyName, customerNumber }) =>
    names.indexOf(companyName) === names.lastIndexOf(companyName)
      ? companyName
      : `${companyName} · ${customerNumber}`;
}
