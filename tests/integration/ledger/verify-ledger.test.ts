import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import { ledgerEntries } from "@/db/schema/ledger";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { ledgerHash } from "@/lib/ledger/ledger-entry";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const JOB: Viewer = { kind: "job" };
const ENTRIES = 4;
let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  for (let index = 1; index <= ENTRIES; index += 1) await deposit(supplier, account, `L-${index} « é"\\`);
});

async function deposit(who: TestSupplier, customer: TestAccount, number: string): Promise<void> {
  const file = invoiceFile({ customerNumber: customer.customerNumber, number });
  const result = await depositInvoice(who.keyViewer, file, {}, { dryRun: false });
  if (!result.ok) throw new Error("refused");
}

const tamper = (work: (sql: postgres.Sql) => Promise<unknown>) => asOwner(work);
const verify = () => verifyLedger(JOB, supplier.id);
const brokenAt = (sequence: bigint) => ({ ok: false, reason: "broken", sequence });

describe("a ledger", () => {
  it("is valid, and separate for each supplier", async () => {
    const other = await makeSupplier();
    await deposit(other, await makeAccount(other), "X");
    expect(await verify()).toEqual({ ok: true, entries: BigInt(ENTRIES) });
    expect(await verifyLedger(JOB, other.id)).toEqual({ ok: true, entries: 1n });
    expect(await verifyLedger(supplier.keyViewer, supplier.id)).toEqual({
      ok: true,
      entries: BigInt(ENTRIES),
    });
    expect(await verifyLedger(JOB, (await makeSupplier()).id)).toEqual({ ok: true, entries: 0n });
  });

  it("hashes exactly the bytes that lib/ledger/ledger-entry.ts documents, recomputed without our code", async () => {
    const entries = await asOwner(
      (sql) => sql`
        select supplier_id, sequence::text, kind, invoice_id, account_id, number, issued_on::text,
          encode(sha256, 'hex') as sha256, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash,
          to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded
        from ledger_entries order by sequence`,
    );
    let previous = "0".repeat(64);
    for (const [index, entry] of entries.entries()) {
      const strings = [
        "e-facture-ledger-1",
        entry.supplier_id,
        String(index + 1),
        entry.kind,
        entry.invoice_id,
        entry.account_id,
        entry.number,
        entry.issued_on,
        entry.sha256,
        entry.recorded,
        previous,
      ];
      const quoted = strings.map((text) => `"${String(text).replace(/["\\]/g, "\\$&")}"`);
      const hash = createHash("sha256")
        .update(Buffer.from(`[${quoted.join(",")}]`, "utf8"))
        .digest("hex");
      expect([entry.sequence, entry.previous, entry.hash]).toEqual([String(index + 1), previous, hash]);
      previous = hash;
    }
    const [head] = await asOwner(
      (sql) =>
        sql`select sequence::text, encode(hash, 'hex') as hash from ledger_heads where supplier_id = ${supplier.id}`,
    );
    expect({ ...head }).toEqual({ sequence: String(ENTRIES), hash: previous });
  });

  it.each([
    ["kind", "withdrawn"],
    ["invoice_id", randomUUID()],
    ["account_id", randomUUID()],
    ["number", "L-0"],
    ["issued_on", "2026-11-03"],
    ["sha256", Buffer.alloc(32, 1)],
    ["recorded_at", "2020-01-01T00:00:00Z"],
    ["previous_hash", Buffer.alloc(32, 1)],
    ["hash", Buffer.alloc(32, 1)],
  ])("is reported as broken when the %s of an entry was changed", async (column, value) => {
    for (const sequence of [1, 3, ENTRIES]) {
      await tamper((sql) =>
        sql`
          create table kept as select * from ledger_entries;
          `.simple(),
      );
      await tamper(
        (sql) => sql`
          update ledger_entries set ${sql({ [column]: value })}
          where supplier_id = ${supplier.id} and sequence = ${sequence}`,
      );
      expect(await verify(), `${column} of ${sequence}`).toEqual(brokenAt(BigInt(sequence)));
      await tamper((sql) =>
        sql`delete from ledger_entries; insert into ledger_entries select * from kept; drop table kept`.simple(),
      );
      expect(await verify()).toMatchObject({ ok: true });
    }
  });

  it("is reported as broken when an entry was removed or moved to the end, and when two were exchanged", async () => {
    await tamper((sql) => sql`update ledger_entries set sequence = 9 where sequence = 2`);
    expect(await verify()).toEqual(brokenAt(2n));
    await tamper((sql) => sql`update ledger_entries set sequence = 2 where sequence = 9`);
    await tamper(
      (sql) =>
        sql`update ledger_entries set sequence = case sequence when 2 then 30 else 20 end where sequence in (2, 3)`,
    );
    await tamper((sql) => sql`update ledger_entries set sequence = sequence / 10 where sequence >= 20`);
    expect(await verify()).toEqual(brokenAt(2n));
  });

  it("is reported as broken when its last entries were removed", async () => {
    await tamper((sql) => sql`delete from ledger_entries where sequence > 2`);
    expect(await verify()).toEqual(brokenAt(3n));
    await tamper((sql) => sql`delete from ledger_entries`);
    expect(await verify()).toEqual(brokenAt(1n));
  });

  it("is reported as broken when the hash in its head was changed", async () => {
    await tamper(
      (sql) => sql`update ledger_heads set hash = ${Buffer.alloc(32, 1)} where supplier_id = ${supplier.id}`,
    );
    expect(await verify()).toEqual(brokenAt(BigInt(ENTRIES)));
  });

  it("is reported as broken after an entry that was rewritten with its own matching hash", async () => {
    for (const sequence of [2n, BigInt(ENTRIES)]) {
      const [entry] = await withViewer(JOB, (tx) =>
        tx.select().from(ledgerEntries).where(eq(ledgerEntries.sequence, sequence)),
      );
      if (!entry) throw new Error("no entry");
      const forged = ledgerHash({ ...entry, number: "forged" });
      const rewrite = (number: string, hash: string) =>
        tamper(
          (sql) => sql`
            update ledger_entries set number = ${number}, hash = ${Buffer.from(hash, "hex")} where sequence = ${String(sequence)}`,
        );
      await rewrite("forged", forged);
      expect(await verify()).toEqual(brokenAt(sequence === 2n ? 3n : sequence));
      await rewrite(entry.number, entry.hash);
    }
  });

  it("is reported as broken when an entry was moved to another supplier", async () => {
    const other = await makeSupplier();
    await tamper((sql) => sql`update ledger_entries set supplier_id = ${other.id} where sequence = 1`);
    expect(await verify()).toEqual(brokenAt(1n));
    expect(await verifyLedger(JOB, other.id)).toEqual(brokenAt(1n));
  });

  it("is valid for a check that runs while deposits arrive", async () => {
    const deposits = Array.from({ length: 10 }, (_, index) => deposit(supplier, account, `D-${index}`));
    const checks = await Promise.all(Array.from({ length: 20 }, verify));
    await Promise.all(deposits);
    for (const check of checks) expect(check.ok).toBe(true);
    expect(await verify()).toEqual({ ok: true, entries: BigInt(ENTRIES + 10) });
  });
});
