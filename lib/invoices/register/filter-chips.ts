import type { PlainDate } from "@/lib/dates";
import type { InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { listPath } from "@/lib/invoices/filter/invoice-paths";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { ALL_DATES } from "./period-notice";

/** One active filter, with the link to the list without it. */
export type FilterChip = { removeHref: string } & (
  | { kind: "q" | "contract" | "vehicle"; text: string }
  | { kind: "min" | "max"; decimal: string }
  | { kind: "type"; type: "invoice" | "credit_note" }
  | { kind: "period"; from: PlainDate | null; to: PlainDate | null }
  | { kind: "everything" | "new" }
);

/** Returns the active filters in the order of the form; both ends of a period are one chip. */
export function filterChips(query: InvoiceQuery): FilterChip[] {
  const { filter } = query;
  const { q, type, contract, vehicle, min, max, isNew } = filter;
  const without = (change: Partial<InvoiceFilter>) =>
    listPath({ ...query, filter: { ...filter, ...change }, page: { direction: "first" } });
  const chips: (FilterChip | null)[] = [
    q === null ? null : { kind: "q", text: q, removeHref: without({ q: null }) },
    periodChip(filter, without({ from: null, to: null })),
    type === null ? null : { kind: "type", type, removeHref: without({ type: null }) },
    min === null ? null : { kind: "min", decimal: min, removeHref: without({ min: null }) },
    max === null ? null : { kind: "max", decimal: max, removeHref: without({ max: null }) },
    contract === null ? null : { kind: "contract", text: contract, removeHref: without({ contract: null }) },
    vehicle === null ? null : { kind: "vehicle", text: vehicle, removeHref: without({ vehicle: null }) },
    isNew ? { kind: "new", removeHref: without({ isNew: false }) } : null,
  ];
  return chips.filter((chip) => chip !== null);
}

function periodChip({ from, to }: InvoiceFilter, removeHref: string): FilterChip | null {
  if (from === null && to === null) return null;
  if (from === ALL_DATES.from && to === null) return { kind: "everything", removeHref };
  return { kind: "period", from, to, removeHref };
}
