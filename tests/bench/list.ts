import { sqlClient } from "@/db/client";
import { migrate } from "@/db/migrate";
import type { CustomerUser } from "@/lib/auth/viewer";
import { forgetEnv } from "@/lib/env";
import { listInvoices, type InvoiceList } from "@/lib/invoices/list-invoices";
import postgres from "postgres";
import { throwAwayDatabase } from "./throw-away-database";
import { percentile } from "./percentile";
import { fillInvoices } from "./fill-invoices";

const SIZES = [10_000, 1_000_000];
const INVOICES_PER_ACCOUNT = 100;
const CALLS = 400;

/**
 * One page of an account's list, first and in the middle, with all its counts: how much slower it gets when the table
 * holds a hundred times as many invoices. The reference is the smaller table, in the same run.
 */
export async function benchList(): Promise<void> {
  const results: { rows: number; first: number[]; deep: number[] }[] = [];
  for (const rows of SIZES) {
    const database = await throwAwayDatabase();
    try {
      await migrate(database.ownerUrl);
      await database.grantLogin();
      const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
      const viewers = await fillInvoices(owner, rows / INVOICES_PER_ACCOUNT, INVOICES_PER_ACCOUNT);
      await owner.end();
      results.push({ rows, ...(await measure(viewers)) });
    } finally {
      await sqlClient().end();
      globalThis.efactureSql = undefined;
      forgetEnv();
      await database.remove();
    }
  }
  report(results);
}

async function measure(viewers: CustomerUser[]): Promise<{ first: number[]; deep: number[] }> {
  const times = { first: [] as number[], deep: [] as number[] };
  const anyViewer = (at: number) => viewers[(at * 7919) % viewers.length];
  for (let at = -50; at < CALLS; at += 1) {
    const viewer = anyViewer(at + 50);
    if (!viewer) throw new Error("No account to list.");
    const period = { from: "2024-11-23", to: null };
    const [page, firstMs] = await timed(() => listInvoices(viewer, period, { direction: "first" }));
    if (page.rows.length !== 25 || page.count !== INVOICES_PER_ACCOUNT || !page.older)
      throw new Error("A wrong page.");
    const cursor = page.older;
    const [, deepMs] = await timed(() => listInvoices(viewer, period, { direction: "after", cursor }));
    if (at < 0) continue;
    times.first.push(firstMs);
    times.deep.push(deepMs);
  }
  return times;
}

async function timed(work: () => Promise<InvoiceList>): Promise<[InvoiceList, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

function report(results: { rows: number; first: number[]; deep: number[] }[]): void {
  const reference = results[0];
  if (!reference) return;
  console.log("\nlist: one page of 25 with its counts, milliseconds\n");
  console.log("  rows        page     p50     p95   p95 against 10,000 rows (bar: 1.20)");
  for (const result of results) {
    for (const page of ["first", "deep"] as const) {
      const ratio = percentile(result[page], 95) / percentile(reference[page], 95);
      const cells = [percentile(result[page], 50), percentile(result[page], 95), ratio].map((n) =>
        n.toFixed(2).padStart(8),
      );
      console.log(`  ${result.rows.toLocaleString("en").padEnd(12)}${page.padEnd(6)}${cells.join("")}`);
    }
  }
}
