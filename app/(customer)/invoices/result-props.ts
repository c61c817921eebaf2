import type { ComponentProps } from "react";
import type { FilterChip } from "@/components/invoices/filters/filter-chips";
import type { InvoicesPage } from "@/components/invoices/register/invoices-page";
import type { Takings } from "@/components/invoices/register/register-result";
import { EMPTY_FILTER, type InvoiceFilter, writeInvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import type { InvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import type { Register } from "@/lib/invoices/register/open-register";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";

/** Every date of invoices: an explicit period, so the display history steps aside. */
export const EVERYTHING = { from: "1900-01-01", to: null };

type Href = (change: Partial<InvoiceQuery>) => string;
type Result = NonNullable<ComponentProps<typeof InvoicesPage>["result"]>;

/** What the list is about, and the ways to take all of it. */
export function resultProps(session: CustomerSession, register: Register, href: Href): Result {
  const { list, query, supplier } = register;
  const { previousVisitAt } = session;
  return {
    count: { value: list.count, isCapped: list.hasMore },
    creditNotes: list.hasMore ? null : list.creditNotes,
    news:
      previousVisitAt === null || list.sinceLastVisit === 0
        ? null
        : { count: list.sinceLastVisit, lastVisitAt: previousVisitAt, timeZone: supplier.timeZone },
    chips: filterChips(query, href),
    clearHref: href({ filter: EMPTY_FILTER, page: { direction: "first" } }),
    takings: list.count === 0 ? null : takings(register),
  };
}

function filterChips({ filter }: InvoiceQuery, href: Href): FilterChip[] {
  const without = (change: Partial<InvoiceFilter>) =>
    href({ filter: { ...filter, ...change }, page: { direction: "first" } });
  const { q, type, contract, vehicle, min, max, isNew } = filter;
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
  if (from === EVERYTHING.from && to === null) return { kind: "everything", removeHref };
  return { kind: "period", from, to, removeHref };
}

function takings({ list, query, effective }: Register): Takings {
  const { remaining, count, hasMore } = list;
  const isSome = remaining > 0 && (hasMore || remaining < count);
  return {
    zipHref: exportHref(effective, query.scope, "zip"),
    csvHref: exportHref(effective, query.scope, "csv"),
    xlsxHref: exportHref(effective, query.scope, "xlsx"),
    remaining: isSome
      ? {
          count: hasMore ? null : remaining,
          href: exportHref({ ...effective, isNew: true }, query.scope, "zip"),
        }
      : null,
    size: hasMore ? null : list.size,
  };
}

/** Everything that matches is taken on the server, over the period that is shown. */
export function exportHref(
  filter: InvoiceFilter,
  scope: InvoiceQuery["scope"],
  format: "zip" | "csv" | "xlsx",
): string {
  const params = new URLSearchParams({ format });
  for (const [name, value] of writeInvoiceFilter(filter)) params.set(name, value);
  if (scope === "all") params.set("scope", scope);
  return `/invoices/export?${params}`;
}
