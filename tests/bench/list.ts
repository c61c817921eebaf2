import type { CustomerUser } from "@/lib/access/viewer";
import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { NEWEST_FIRST, readSort } from "@/lib/invoices/filter/invoice-sort";
import type { InvoiceList, InvoiceListing } from "@/lib/invoices/register/invoice-list";
import { listInvoices } from "@/tests/support/list-invoices";
import { compareSizes, printSizes, type Recorder } from "./compare-sizes";
import { fillInvoices } from "./fill-invoices";

const SIZES = [10_000, 1_000_000, 10_000_000];
const INVOICES_PER_ACCOUNT = 100;
const WARM_UP = 100;

const listing = (filter: Partial<InvoiceFilter>, change: Partial<InvoiceListing> = {}): InvoiceListing => ({
  filter: { ...EMPTY_FILTER, from: "2024-11-23", ...filter },
  sort: NEWEST_FIRST,
  page: { direction: "first" },
  lastVisitAt: null,
  ...change,
});

/** The measured lists, each with its counts and totals, and the number of matching invoices. */
const LISTS: Record<string, { listing: InvoiceListing; matching: number }> = {
  first: { listing: listing({}), matching: INVOICES_PER_ACCOUNT },
  filter: { listing: listing({ q: "ga-5-a", from: null, isNew: true }), matching: 11 },
  amount: { listing: listing({}, { sort: readSort("amount") }), matching: INVOICES_PER_ACCOUNT },
};

/**
 * Measures one page of an account's list with all its counts, and how much slower it is when the table has a thousand
 * times as many invoices. The reference is the smallest table in the same run. The command may name other sizes:
 * `npm run bench -- list 10000 1000000`.
 */
export async function benchList(sizes: readonly number[] = SIZES): Promise<void> {
  const tables = await compareSizes({
    name: "list",
    ...{ sizes, unit: "invoices" },
    ...{ rounds: 10, callsARound: 60, warmUp: WARM_UP },
    fill: (owner, rows) => fillInvoices(owner, rows / INVOICES_PER_ACCOUNT, INVOICES_PER_ACCOUNT),
    call: ({ filled: viewers }, number, record) =>
      listAll(viewers[((number + WARM_UP) * 7919) % viewers.length], record),
  });
  printSizes(tables, {
    title: "list: one page of 25 with its counts and totals",
    ...{ unit: "invoices", request: "list" },
    figures: ["p50", "p95", "p95 ratio"],
  });
}

async function listAll(viewer: CustomerUser | undefined, record: Recorder): Promise<void> {
  if (!viewer) throw new Error("No account to list.");
  let deep: InvoiceListing | null = null;
  for (const [name, { listing: asked, matching }] of Object.entries(LISTS)) {
    const [list, ms] = await timed(() => listInvoices(viewer, asked));
    if (list.count !== matching || list.rows.length !== Math.min(25, matching))
      throw new Error("The list has an unexpected number of invoices.");
    record(name, ms);
    if (name === "first" && list.next) deep = { ...asked, page: { direction: "after", cursor: list.next } };
  }
  if (!deep) throw new Error("No second page.");
  const asked = deep;
  const [, ms] = await timed(() => listInvoices(viewer, asked));
  record("deep", ms);
}

async function timed(work: () => Promise<InvoiceList>): Promise<[InvoiceList, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
