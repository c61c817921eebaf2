import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/invoices";
import { readableOriginals, visibleInvoices } from "@/lib/access/access";
import { QueryFailed } from "@/lib/access/query-failure";
import type { StaffUser, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listPaperPacks } from "@/lib/paper/list-packs";
import { openPaperPack } from "@/lib/paper/open-pack";
import { countOpenPaper, listOpenPaper } from "@/lib/paper/open-paper";
import { takePaperPack } from "@/lib/paper/take-pack";
import type { SupplierStaffSession } from "@/lib/sign-in/session/current-session";
import { deposit, put } from "@/tests/integration/accounts/account-request";
import { testDatabase } from "@/tests/support/database";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { readZip } from "@/tests/support/read-zip";
import { makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let adviser: StaffUser;
let other: StaffUser;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  other = (await makeStaff("manager", await makeSupplier())).viewer as StaffUser;
  for (const [number, channel] of [
    ["P-1", "paper"],
    ["P-2", "paper"],
    ["E-1", "electronic"],
  ] as const) {
    await put(supplier, number, { companyName: number, channel });
    await deposit(supplier, number);
  }
});

const sessionOf = (viewer: StaffUser) =>
  ({
    id: "none",
    viewer,
    supplier: { id: supplier.id, name: "Loueur Essai", slug: supplier.slug, timeZone: "Europe/Paris" },
  }) as unknown as SupplierStaffSession;

const open = (viewer: StaffUser, packId: string, format: "zip" | "csv") =>
  openPaperPack(sessionOf(viewer), packId, format, INDEX_WORDS);

async function bytesOf(chunks: AsyncGenerator<Uint8Array, void, void>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** How many originals the viewer may read. */
const readable = async (viewer: Viewer) =>
  (
    await withViewer(viewer, (tx) =>
      tx.select({ id: invoices.id }).from(invoices).where(readableOriginals(viewer)),
    )
  ).length;

describe("invoices on paper", () => {
  it("are listed to print once, and their pack of unchanged originals can be downloaded again", async () => {
    expect(await listOpenPaper(other)).toEqual([]);
    const [month] = await listOpenPaper(adviser);
    expect(month).toMatchObject({ invoices: 2, accounts: 2 });
    const toPrint = (viewer: StaffUser) => withViewer(viewer, (tx) => countOpenPaper(tx, viewer));
    expect(await toPrint(adviser)).toEqual({ value: 2, isCapped: false });
    expect(await toPrint(other)).toEqual({ value: 0, isCapped: false });
    expect(await takePaperPack(adviser, "1999-01")).toEqual({ ok: false, reason: "nothing_to_print" });

    // Two colleagues at the same moment: each invoice is in one pack.
    const both = await Promise.all([1, 2].map(() => takePaperPack(adviser, month?.month ?? "")));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const pack = both.find((one) => one.ok);
    if (!pack?.ok) throw new Error("No pack.");
    expect(pack.invoices).toBe(2);
    expect(await listOpenPaper(adviser)).toEqual([]);
    expect(await listPaperPacks(adviser)).toMatchObject([{ id: pack.packId, invoices: 2 }]);

    for (let time = 0; time < 2; time += 1) {
      const zip = await open(adviser, pack.packId, "zip");
      if (!zip) throw new Error("The pack was not found.");
      const bytes = await bytesOf(zip.read());
      expect(bytes.length).toBe(zip.size);
      const names = (await readZip(bytes)).map(({ name }) => name);
      expect(names).toHaveLength(5);
      expect(names.filter((name) => /^P-[12]_/.test(name))).toHaveLength(2);
    }
    const csv = await open(adviser, pack.packId, "csv");
    expect(csv && (await bytesOf(csv.read())).toString()).toContain("P-2");
  });

  it("are the only originals that staff may read, of their own supplier, and no key reads any", async () => {
    expect(await readable(adviser)).toBe(0);
    const pack = await takePaperPack(adviser, null);
    if (!pack.ok) throw new Error("No pack.");
    expect(await readable(adviser)).toBe(2);
    expect(await readable(other)).toBe(0);
    expect(await readable(supplier.keyViewer)).toBe(0);
    expect(await open(other, pack.packId, "zip")).toBeNull();
  });

  it("are never those of an electronic account: PostgreSQL refuses them in a pack", async () => {
    const pack = await takePaperPack(adviser, null);
    if (!pack.ok) throw new Error("No pack.");
    const rows = await withViewer(adviser, (tx) =>
      tx
        .select({ id: invoices.id, accountId: invoices.accountId })
        .from(invoices)
        .where(visibleInvoices(adviser)),
    );
    const outcomes = await Promise.all(
      rows.map(({ id, accountId }) =>
        withViewer(adviser, (tx) =>
          tx.execute(sql`insert into paper_pack_invoices (pack_id, invoice_id, supplier_id, account_id)
            values (${pack.packId}, ${id}, ${supplier.id}, ${accountId})`),
        ).then(
          () => "",
          (error: unknown) => (error instanceof QueryFailed ? error.code : "?"),
        ),
      ),
    );
    // Two are in the pack already; the third is refused by the policy.
    expect(outcomes.sort()).toEqual(["23505", "23505", "42501"]);
  });
});
