import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { OwnAccount } from "@/lib/persons/own-account";
import { companyNames } from "./company-choice";
import { ALL_DATES } from "./period-notice";

/** One active filter, with the link to the list without it. */
export type FilterChip = { removeUrl: string } & (
  | { kind: "q"; text: string }
  | { kind: "contract"; text: string }
  | { kind: "vehicle"; text: string }
  | { kind: "company"; text: string }
  /** Decimal strings; at least one is set. */
  | { kind: "amount"; min: string | null; max: string | null }
  | { kind: "type"; type: "invoice" | "credit_note" }
  | { kind: "period"; from: PlainDate | null; to: PlainDate | null }
  | { kind: "everything" }
  | { kind: "new" }
  | { kind: "unread" }
);

/** Returns the active filters in the order of the form; both ends of a period, or of an amount, are one chip. */
export function filterChips(query: InvoiceQuery, ownAccounts: readonly OwnAccount[]): FilterChip[] {
  const { filter } = query;
  const { q, type, contract, vehicle, min, max, isNew, isUnread } = filter;
  const without = (change: Partial<InvoiceFilter>) =>
    listPath({ ...query, filter: { ...filter, ...change }, page: { direction: "first" } });
  const company = query.scope === "all" ? companyName(filter.company, ownAccounts) : null;
  const chips: (FilterChip | null)[] = [
    q === null ? null : { kind: "q", text: q, removeUrl: without({ q: null }) },
    periodChip(filter, without({ from: null, to: null })),
    company === null ? null : { kind: "company", text: company, removeUrl: without({ company: null }) },
    contract === null ? null : { kind: "contract", text: contract, removeUrl: without({ contract: null }) },
    vehicle === null ? null : { kind: "vehicle", text: vehicle, removeUrl: without({ vehicle: null }) },
    (min ?? max) === null ? null : { kind: "amount", min, max, removeUrl: without({ min: null, max: null }) },
    type === null ? null : { kind: "type", type, removeUrl: without({ type: null }) },
    isNew ? { kind: "new", removeUrl: without({ isNew: false }) } : null,
    isUnread ? { kind: "unread", removeUrl: without({ isUnread: false }) } : null,
  ];
  return chips.filter((chip) => chip !== null);
}

/** The name of the company that the list is limited to; "" for one that is not the person's. */
function companyName(id: string | null, ownAccounts: readonly OwnAccount[]): string | null {
  if (id === null) return null;
  const account = ownAccounts.find(({ viewer }) => viewer.accountId === id);
  return account ? companyNames(ownAccounts)(account) : "";
}

function periodChip({ from, to }: InvoiceFilter, removeUrl: string): FilterChip | null {
  if (from === null && to === null) return null;
  if (from === ALL_DATES.from && to === null) return { kind: "everything", removeUrl };
  return { kind: "period", from, to, removeUrl };
}
