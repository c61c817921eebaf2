import postgres from "postgres";
import { migrate } from "@/db/migrate";
import type { CustomerUser } from "@/lib/access/viewer";
import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { NEWEST_FIRST, readSort } from "@/lib/invoices/filter/invoice-sort";
import type { InvoiceList, InvoiceListing } from "@/lib/invoices/register/invoice-list";
import { listInvoices } from "@/tests/support/list-invoices";
import { fillInvoices } from "./fill-invoices";
import { percentile } from "./percentile";
import { temporaryDatabase } from "./temporary-database";

const SIZES = [10_000, 1_000_000, 10_000_000];
const INVOICES_PER_ACCOUNT = 100;
const ROUNDS = 10;
const CALLS_A_ROUND = 60;
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

interface Table {
  rows: number;
  database: Awaited<ReturnType<typeof temporaryDatabase>>;
  viewers: CustomerUser[];
  times: Record<string, number[]>;
}

/**
 * Measures one page of an account's list with all its counts, and how much slower it is when the table has a thousand
 * times as many invoices. The reference is the smallest table in the same run; tables are measured in turns. Sizes may
 * be given: `npm run bench -- list 10000 1000000`.
 */
export async function benchList(sizes: readonly number[] = SIZES): Promise<void> {
  const tables: Table[] = [];
  try {
    for (const rows of sizes) {
      const database = await temporaryDatabase();
      const table: Table = { rows, database, viewers: [], times: {} };
      tables.push(table);
      await fillTable(table);
    }
    for (let round = 0; round < ROUNDS; round += 1)
      for (const table of tables) await measure(table, round * CALLS_A_ROUND, CALLS_A_ROUND, table.times);
    report(tables);
  } finally {
    for (const { database } of tables) await database.remove();
  }
}

async function fillTable(table: Table): Promise<void> {
  const start = performance.now();
  await migrate(table.database.ownerUrl);
  await table.database.grantLogins();
  const owner = postgres(table.database.ownerUrl, { max: 1, onnotice: () => {} });
  table.viewers = await fillInvoices(owner, table.rows / INVOICES_PER_ACCOUNT, INVOICES_PER_ACCOUNT);
  await owner.end();
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`list: ${table.rows.toLocaleString("en")} invoices filled in ${seconds} s`);
  await measure(table, -WARM_UP, WARM_UP, {});
}

async function measure(
  { database, viewers }: Table,
  from: number,
  calls: number,
  times: Record<string, number[]>,
): Promise<void> {
  database.point();
  for (let at = from; at < from + calls; at += 1) {
    const viewer = viewers[((at + WARM_UP) * 7919) % viewers.length];
    if (!viewer) throw new Error("No account to list.");
    let deep: InvoiceListing | null = null;
    for (const [name, { listing: asked, matching }] of Object.entries(LISTS)) {
      const [list, ms] = await timed(() => listInvoices(viewer, asked));
      if (list.count !== matching || list.rows.length !== Math.min(25, matching))
        throw new Error("The list has an unexpected number of invoices.");
      (times[name] ??= []).push(ms);
      if (name === "first" && list.next) deep = { ...asked, page: { direction: "after", cursor: list.next } };
    }
    if (!deep) throw new Error("No second page.");
    const asked = deep;
    const [, ms] = await timed(() => listInvoices(viewer, asked));
    (times.deep ??= []).push(ms);
  }
}

async function timed(work: () => Promise<InvoiceList>): Promise<[InvoiceList, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

function report(tables: readonly Table[]): void {
  const [reference] = tables;
  if (!reference) return;
  console.log("\nlist: one page of 25 with its counts and totals, milliseconds\n");
  console.log("  rows        list        p50     p95   p95 against the smallest table (target: 1.20)");
  for (const { rows, times } of tables) {
    for (const [name, taken] of Object.entries(times)) {
      const ratio = percentile(taken, 95) / percentile(reference.times[name] ?? [], 95);
      const cells = [percentile(taken, 50), percentile(taken, 95), ratio].map((n) =>
        n.toFixed(2).padStart(8),
      );
      console.log(`  ${rows.toLocaleString("en").padEnd(12)}${name.padEnd(8)}${cells.join("")}`);
    }
  }
}
