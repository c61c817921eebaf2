import type { NoMailNotice } from "@/components/invoices/invoices-page";
import type { CustomerSession } from "@/lib/auth/current-session";
import type { FormerPortal, RegisterVacancy } from "@/components/invoices/empty-register";
import type { Period } from "@/components/invoices/period-veil";
import type { RegisterRow } from "@/components/invoices/register";
import type { InvoiceFilter } from "@/lib/invoices/invoice-filter";
import type { InvoiceQuery } from "@/lib/invoices/invoice-query";
import { COUNT_LIMIT } from "@/lib/invoices/invoice-summary";
import type { ListedInvoice } from "@/lib/invoices/select-invoices";
import type { Register } from "@/lib/invoices/open-register";
import type { Supplier } from "@/lib/suppliers/find-supplier";

type Href = (change: Partial<InvoiceQuery>) => string;

export function registerRow(invoice: ListedInvoice): RegisterRow {
  const { currency, totalWithVatMinor, totalWithoutVatMinor } = invoice;
  return {
    ...invoice,
    totalWithVat: { minor: totalWithVatMinor, currency },
    totalWithoutVat: totalWithoutVatMinor === null ? null : { minor: totalWithoutVatMinor, currency },
  };
}

export const counted = (count: number) => ({
  value: Math.min(count, COUNT_LIMIT),
  isCapped: count > COUNT_LIMIT,
});

/** Every date of invoices: an explicit period, so the display history steps aside. */
const EVERYTHING = { from: "1900-01-01", to: null };
const HISTORY = { from: null, to: null };

/** The same list of another period, from its beginning. */
const within = (query: InvoiceQuery, period: Pick<InvoiceFilter, "from" | "to">): Partial<InvoiceQuery> => ({
  filter: { ...query.filter, ...period },
  page: { direction: "first" },
});

export function periodShown({ query, historyMonths, list }: Register, href: Href): Period | null {
  const { from, to } = query.filter;
  if (from !== null || to !== null) {
    const back = { months: historyMonths, backHref: href(within(query, HISTORY)) };
    const isEverything = to === null && list.olderHidden === 0;
    return isEverything ? { kind: "everything", ...back } : { kind: "chosen", from, to, ...back };
  }
  if (list.count === 0 && list.olderHidden === 0) return null;
  return {
    kind: "last_months",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    showHiddenHref: href(within(query, EVERYTHING)),
  };
}

export function vacancy(register: Register, href: Href): RegisterVacancy | null {
  const { historyMonths, list } = register;
  if (list.rows.length > 0) return null;
  if (list.count > 0) return { kind: "end_of_list", firstPageHref: href({ page: { direction: "first" } }) };
  const period = periodShown(register, href);
  if (period?.kind === "chosen") return period;
  if (list.olderHidden === 0) return { kind: "none_yet", openedOn: null, notifiedAddress: null };
  return {
    kind: "none_in_period",
    months: historyMonths,
    hidden: counted(list.olderHidden),
    latestIssuedOn: null,
    showHiddenHref: href(within(register.query, EVERYTHING)),
  };
}

export function formerPortal({ startsOn, formerPortalName, formerPortalUrl }: Supplier): FormerPortal | null {
  return startsOn === null ? null : { startsOn, name: formerPortalName, url: formerPortalUrl };
}

/** Whether the account is told of new invoices by mail; when not, who can change that (R18, R20, R22). */
export function noMail({ account }: CustomerSession, supplier: Supplier): NoMailNotice | null {
  const why = account.channel === "paper" ? "paper" : account.preference === "none" ? "none" : null;
  return why && { why, contact: { phone: supplier.contactPhone, email: supplier.contactEmail } };
}
