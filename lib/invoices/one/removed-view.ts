import { type PlainDate, todayIn } from "@/lib/dates";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { listPath, removedPath } from "@/lib/invoices/filter/invoice-paths";
import { accountLabel } from "@/lib/persons/account-label";
import type { ScopedAccount } from "@/lib/persons/accounts-in-scope";
import type { OwnAccount } from "@/lib/persons/own-account";
import type { Scope } from "@/lib/persons/scope";
import { type ScopeChoice, scopeChoice } from "@/lib/persons/scope-choice";
import type { RemovedInvoice } from "./find-removed";
import type { RemovedDocument } from "./open-removed";

/** A document whose original was removed; days are in its supplier's time zone. */
export interface RemovedEntry extends Omit<RemovedInvoice, "removedAt"> {
  removedOn: PlainDate;
  /** The company it belonged to, when several companies are searched. */
  company: string | null;
  /** The day on which a duplicate was requested, while that request is open. */
  askedOn: PlainDate | null;
  isJustAsked: boolean;
  isRefused: boolean;
}

/** The data of the page about removed invoices with one number. */
export interface RemovedView {
  /** The searched number; "" shows the search form alone. */
  number: string;
  scope: Scope;
  /** Null for a person who may open one company only. */
  scopeChoice: ScopeChoice | null;
  entries: RemovedEntry[];
  /** The whole list, and the same number searched for in it. */
  listHref: string;
  searchHref: string;
}

interface RemovedSearch {
  number: string;
  scope: Scope;
  ownAccounts: readonly OwnAccount[];
  /** The result of the last request for a duplicate: the document's id under `asked` or `refused`. */
  flash: Readonly<Record<string, string>>;
}

export function removedView(
  documents: readonly RemovedDocument<ScopedAccount>[],
  { number, scope, ownAccounts, flash }: RemovedSearch,
): RemovedView {
  return {
    number,
    scope,
    scopeChoice: scopeChoice(scope, ownAccounts, (one) => removedPath(number, one)),
    entries: documents.map(({ account, removedAt, askedAt, ...document }) => {
      const day = (at: Date) => todayIn(account.supplier.timeZone, at.getTime());
      return {
        ...document,
        company: scope === "all" ? accountLabel(account) : null,
        removedOn: day(removedAt),
        askedOn: askedAt && day(askedAt),
        isJustAsked: flash.asked === document.id,
        isRefused: flash.refused === document.id && askedAt === null,
      };
    }),
    listHref: listPath({ scope }),
    searchHref: listPath({ scope, filter: { ...EMPTY_FILTER, q: number } }),
  };
}
