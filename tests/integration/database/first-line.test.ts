import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePools } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { deposits } from "@/db/schema/deposits";
import { invoices } from "@/db/schema/invoices";
import { visibleAccounts, visibleDeposits, visibleInvoices } from "@/lib/access/access";
import type { CustomerUser, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { forgetEnv } from "@/lib/env";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { countByHistory } from "@/lib/invoices/register/count-by-history";
import { testDatabase } from "@/tests/support/database";
import { listInvoices } from "@/tests/support/list-invoices";
import { listing } from "../invoices/listing";
import { RULES } from "./reach-rules";
import { mayReach } from "./reach-scopes";
import { makeReachWorld, type OwnedRow, type ReachWorld, viewersOf } from "./reach-world";

let world: ReachWorld;

// Connects as a superuser, for whom row-level security does not apply: only the predicates remain.
beforeAll(async () => {
  world = await makeReachWorld();
  await connectAs(testDatabase().ownerUrl);
});

afterAll(async () => {
  await connectAs(testDatabase().appUrl);
});

async function connectAs(url: string): Promise<void> {
  await closePools();
  process.env.DATABASE_URL = url;
  forgetEnv();
}

const rowsOf = (table: string) => world.rows.filter((row) => row.table === table);
const everyViewer = () => world.suppliers.flatMap((place) => viewersOf(world, place));
const keys = (rows: OwnedRow[]) => rows.map(({ key }) => key).sort();

/** The keys of the rows that row-level security would show: both protections must agree. */
const reachable = (table: string, viewer: Viewer) =>
  keys(rowsOf(table).filter((row) => mayReach(RULES[table]?.select ?? "", viewer, row)));

describe("the predicates of lib/access/access.ts, without row-level security", () => {
  it("are the only protection in this test", async () => {
    const rows = await withViewer({ kind: "anonymous" }, (tx) =>
      tx.select({ id: invoices.id }).from(invoices),
    );
    expect(rows).toHaveLength(rowsOf("invoices").length);
  });

  it("let each viewer see the invoices, accounts and deposits that row-level security shows", async () => {
    for (const viewer of everyViewer()) {
      const [seenInvoices, seenAccounts, seenDeposits] = await withViewer(viewer, (tx) =>
        Promise.all([
          tx.select({ id: invoices.id }).from(invoices).where(visibleInvoices(viewer)),
          tx.select({ id: accounts.id }).from(accounts).where(visibleAccounts(viewer)),
          tx.select({ id: deposits.id }).from(deposits).where(visibleDeposits(viewer)),
        ]),
      );
      const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
      expect(ids(seenInvoices), `invoices ${viewer.kind}`).toEqual(reachable("invoices", viewer));
      expect(ids(seenAccounts), `accounts ${viewer.kind}`).toEqual(reachable("accounts", viewer));
      expect(ids(seenDeposits), `deposits ${viewer.kind}`).toEqual(reachable("deposits", viewer));
    }
  });

  it("open each invoice and its original for those viewers only; for others it does not exist", async () => {
    for (const viewer of everyViewer()) {
      const visible = reachable("invoices", viewer);
      for (const { key } of rowsOf("invoices")) {
        const found = await getInvoice(viewer, key);
        const original = await openOriginal(viewer, key);
        expect(found?.id ?? null, viewer.kind).toBe(visible.includes(key) ? key : null);
        expect(original !== null, viewer.kind).toBe(visible.includes(key));
        expect((found?.corrects ?? []).every(({ found: one }) => one === null)).toBe(true);
      }
    }
  });

  it("list and count an account's own invoices only", async () => {
    const customers = everyViewer().filter(
      (viewer): viewer is CustomerUser => viewer.kind === "administrator" || viewer.kind === "member",
    );
    expect(customers).toHaveLength(4);
    for (const viewer of customers) {
      const list = await listInvoices(viewer, listing());
      expect(list.rows.map(({ id }) => id)).toEqual(reachable("invoices", viewer));
      expect([list.count, list.months["2026-11"]?.count.value]).toEqual([1, 1]);
      const later = await listInvoices(viewer, listing({ from: "2026-11-21" }));
      expect([later.count, later.olderHidden]).toEqual([0, 1]);
      expect(await countByHistory(viewer, ["2026-11-01", "2026-11-21"])).toEqual([1, 0]);
    }
  });
});
