import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { readLedgerStates } from "@/lib/alerts/read-ledger-states";
import { now } from "@/lib/clock";
import { MINUTE_MS } from "@/lib/durations";
import { GENESIS_HASH, type LedgerEntry, ledgerHash } from "@/lib/ledger/ledger-entry";
import { walkLedgers } from "@/lib/ledger/walk-ledgers";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";

const START = Date.parse("2026-11-23T08:00:00Z");
/** More than the two slices of one run. */
const ENTRIES = 10_050;
let supplier: TestSupplier;
let minute = 0;

beforeEach(async () => {
  minute += 1_000;
  clockAt(START + minute * MINUTE_MS);
  await testDatabase().reset();
  supplier = await makeSupplier();
});

/** Adds entries as deposits would. */
async function append(count: number): Promise<void> {
  const { id: accountId } = await makeAccount(supplier);
  let previousHash = GENESIS_HASH;
  const rows = Array.from({ length: count }, (_, index) => {
    const entry: LedgerEntry = {
      ...{ supplierId: supplier.id, sequence: BigInt(index + 1), kind: "deposited" },
      ...{ invoiceId: randomUUID(), accountId, number: `F-${index}`, issuedOn: "2026-11-20" },
      ...{ sha256: "a".repeat(64), recordedAt: new Date(START), previousHash },
    };
    const hash = ledgerHash(entry);
    previousHash = hash;
    return {
      ...{
        supplier_id: entry.supplierId,
        sequence: index + 1,
        kind: entry.kind,
        invoice_id: entry.invoiceId,
      },
      ...{ account_id: accountId, number: entry.number, issued_on: entry.issuedOn },
      ...{ sha256: Buffer.from(entry.sha256, "hex"), recorded_at: entry.recordedAt },
      ...{ previous_hash: Buffer.from(entry.previousHash, "hex"), hash: Buffer.from(hash, "hex") },
    };
  });
  await asOwner(async (sql) => {
    for (let at = 0; at < rows.length; at += 1_000)
      await sql`insert into ledger_entries ${sql(rows.slice(at, at + 1_000))}`;
    await sql`
      update ledger_heads set sequence = ${count}, hash = ${Buffer.from(previousHash, "hex")}
      where supplier_id = ${supplier.id}`;
  });
}

/** A run, a minute after the one before. */
async function walk(): Promise<void> {
  minute += 1;
  clockAt(START + minute * MINUTE_MS);
  await walkLedgers(now());
}

const agrees = async () =>
  (await withViewer({ kind: "job" }, readLedgerStates)).every((state) => state.agrees);

it("finds a changed entry in the middle of a chain, until it is right again", async () => {
  await append(20);
  await walk();
  expect(await agrees()).toBe(true);
  await asOwner((sql) => sql`update ledger_entries set number = 'F-X' where sequence = 7`);
  // The chain was read a minute ago.
  await walk();
  expect(await agrees()).toBe(true);
  minute += 6 * 60;
  await walk();
  expect(await agrees()).toBe(false);
  await asOwner((sql) => sql`update ledger_entries set number = 'F-6' where sequence = 7`);
  await walk();
  expect(await agrees()).toBe(true);
  const [check] = await asOwner((sql) => sql`select wrong_sequence from ledger_checks`);
  expect(check?.wrong_sequence).toBeNull();
});

it("reads a bounded part in each run, and goes on from there", async () => {
  await append(ENTRIES);
  await walk();
  const position = async () => {
    const [row] = await asOwner(
      (sql) => sql`select sequence::int as sequence, round_ended_at is not null as ended from ledger_checks`,
    );
    return row;
  };
  expect(await position()).toEqual({ sequence: 10_000, ended: false });
  // What one run has not read the next one finds.
  await asOwner((sql) => sql`update ledger_entries set number = 'F-X' where sequence = ${ENTRIES - 5}`);
  await walk();
  expect(await agrees()).toBe(false);
  await asOwner(
    (sql) => sql`update ledger_entries set number = ${`F-${ENTRIES - 6}`} where sequence = ${ENTRIES - 5}`,
  );
  // What one run found right is not read again before the next round.
  await asOwner((sql) => sql`update ledger_entries set number = 'F-X' where sequence = 6000`);
  await walk();
  expect(await position()).toEqual({ sequence: 0, ended: true });
  await walk();
  expect(await agrees()).toBe(true);
  minute += 6 * 60;
  await walk();
  expect(await agrees()).toBe(false);
});
