import type { SearchParams } from "@/lib/http/search-params";
import { archivePath, listPath, readListPath } from "@/lib/invoices/filter/invoice-paths";
import { type InvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { Locale } from "@/lib/languages";
import type { ReaderSession } from "@/lib/sign-in/session/current-session";
import { type FormerPortal, formerPortal } from "@/lib/suppliers/former-portal";
import { type CompanyChoice, companyChoice } from "./company-choice";
import { type EmptyList, emptyList } from "./empty-list";
import { type FilterForm, filterForm } from "./filter-form";
import { type ListHead, listHead } from "./list-head";
import { type NoMailNotice, noMailNotice } from "./no-mail-notice";
import type { Register } from "./open-register";
import { type PeriodNotice, periodNotice } from "./period-notice";
import { type RegisterTable, registerTable } from "./register-table";
import { readSelection, type Selection } from "./selection";

/** The data of the list's page. */
export interface RegisterView {
  /** Null for an account that is notified of new invoices by mail. */
  noMail: NoMailNotice | null;
  /** Null for a person who may open one company only. */
  companyChoice: CompanyChoice | null;
  archiveHref: string;
  /** Null for an account without invoices: there is nothing to search. */
  filterForm: FilterForm | null;
  savedFilters: { id: string; name: string; href: string }[];
  /** The query of the list's first page, with its `?`, as it can be saved; "" without any filter. */
  savableQuery: string;
  head: ListHead;
  table: RegisterTable;
  selection: Selection;
  /** Null when no period applies. */
  period: PeriodNotice | null;
  /** The reason why the list is empty, shown in place of the table; null when there are rows. */
  empty: EmptyList | null;
  pager: {
    previousHref: string | null;
    nextHref: string | null;
    /** Whether the previous pages contain newer invoices. */
    isNewestFirst: boolean;
  };
  /** The places of the page's rows in the list, counted from 1; null when not all invoices were counted. */
  places: { first: number; last: number } | null;
  /** Shown under the oldest page. */
  formerPortal: FormerPortal | null;
}

/** Builds the data of the list's page; `params` are those of its URL. */
export function registerView(
  { account, previousVisitAt }: Pick<ReaderSession, "account" | "previousVisitAt">,
  register: Register,
  { params, locale }: { params: SearchParams; locale: Locale },
): RegisterView {
  const { supplier, query, list } = register;
  const { scope, sort } = query;
  const hrefOf = (change: Partial<InvoiceQuery>) => listPath({ ...query, ...change });
  const savableQuery = writeInvoiceQuery({ ...query, page: { direction: "first" } });
  const empty = emptyList(register);
  const isWithoutInvoices = empty?.kind === "none_yet";
  return {
    noMail: noMailNotice(account, supplier),
    companyChoice: companyChoice(register),
    archiveHref: archivePath({ scope }),
    filterForm: isWithoutInvoices ? null : filterForm(register, params, locale),
    savedFilters: register.savedFilters.map(({ id, name, query: saved }) => ({
      id,
      name,
      href: readListPath(new URLSearchParams(saved)),
    })),
    savableQuery,
    head: listHead(register, previousVisitAt),
    table: registerTable(register, previousVisitAt),
    selection: readSelection(register, params),
    period: periodNotice(register),
    empty,
    pager: {
      previousHref: list.previous && hrefOf({ page: { direction: "before", cursor: list.previous } }),
      nextHref: list.next && hrefOf({ page: { direction: "after", cursor: list.next } }),
      isNewestFirst: sort.by === "date" && !sort.isAscending,
    },
    places: list.places,
    formerPortal: list.next === null ? formerPortal(supplier) : null,
  };
}
