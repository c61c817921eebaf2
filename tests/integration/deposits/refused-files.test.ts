import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/access/viewer";
import { correctRefusedFile } from "@/lib/deposits/correct-refused-file";
import { depositInvoice, refuseMetadata } from "@/lib/deposits/deposit-invoice";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { dismissRefusedFile } from "@/lib/deposits/dismiss-refused-file";
import { findRefusedFile, listRefusedFiles } from "@/lib/deposits/list-refused-files";
import { QUARANTINE_LIMIT_BYTES } from "@/lib/deposits/refusal-limits";
import { sweepRefusedFiles } from "@/lib/deposits/sweep-refused-files";
import { env } from "@/lib/env";
import { sha256Hex } from "@/lib/sha256";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { madeInvoice } from "@/tests/support/made-invoice";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const REFUSED_AT = "2026-11-30T05:58:00Z";

let supplier: TestSupplier;
let account: TestAccount;
let manager: Manager;

beforeEach(async () => {
  clockAt(REFUSED_AT);
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { siren: "552100554" });
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
});

/** A file whose buyer no account has, until a customer number is given. */
const fileFor = (change: Partial<InvoiceSpec> = {}) => madeInvoice({ customerNumber: "unknown", ...change });

const deposit = (file = fileFor(), metadata: DepositMetadata = { customerNumber: "nobody" }) =>
  depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });

const rows = () => asOwner((sql) => sql`select * from refused_files order by first_refused_at, file_name`);

/** The objects in the quarantine of the supplier. */
async function quarantined(): Promise<string[]> {
  const root = env().STORAGE_URL.slice("file:".length);
  return readdir(join(root, supplier.id, "quarantine")).catch(() => []);
}

const open = () =>
  listRefusedFiles(manager, { isOpen: true, day: null, timeZone: "Europe/Paris", after: null, limit: 10 });

async function onlyId(): Promise<string> {
  const [row] = await rows();
  return String(row?.id);
}

describe("a refused file", () => {
  it("is recorded with its problems, what was read, and its bytes for 14 days", async () => {
    await deposit();
    const [row] = await rows();
    expect(row).toMatchObject({
      file_name: fileFor().fileName,
      reason: "metadata",
      problems: [{ type: "customer_unknown", field: "customerNumber" }],
      metadata: { customerNumber: "nobody" },
      contents: { number: "FT-2026-000001", totalWithVat: "1200.00" },
      attempts: 1,
      source: "api",
      supplier_key_id: supplier.keyViewer.keyId,
      resolution: null,
      quarantined_until: new Date("2026-12-14T05:58:00Z"),
    });
    expect(await quarantined()).toHaveLength(1);
  });

  it("is one row, however often it is sent", async () => {
    await deposit();
    clockAt("2026-12-01T05:58:00Z");
    await deposit(fileFor(), {});
    expect(await rows()).toMatchObject([
      { attempts: 2, metadata: {}, quarantined_until: new Date("2026-12-15T05:58:00Z") },
    ]);
    expect(await quarantined()).toHaveLength(1);
  });

  it("is recorded without its bytes when it cannot be read", async () => {
    await deposit({ fileName: "photo.pdf", bytes: Buffer.from("no invoice") });
    expect(await rows()).toMatchObject([{ reason: "unreadable", quarantine_key: null, contents: null }]);
    expect(await quarantined()).toEqual([]);
  });

  it("is recorded when its metadata cannot be used", async () => {
    const problems = [{ type: "metadata_invalid" as const, detail: "metadata is not JSON." }];
    await refuseMetadata(supplier.keyViewer, fileFor(), problems, { dryRun: false });
    expect(await rows()).toMatchObject([{ reason: "metadata", metadata: null }]);
    expect(await quarantined()).toHaveLength(1);
  });

  it("is not recorded by a dry run", async () => {
    await depositInvoice(supplier.keyViewer, fileFor(), { currency: "USD" }, { dryRun: true });
    await refuseMetadata(supplier.keyViewer, fileFor(), [], { dryRun: true });
    expect(await rows()).toEqual([]);
  });

  it("is kept for a number that is taken only when the file itself does not state the number", async () => {
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit(fileFor({ dueOn: "2026-12-31" }), { customerNumber: account.customerNumber });
    expect(await rows()).toMatchObject([{ reason: "number_taken", quarantine_key: null }]);
  });

  it("counts as refused only while it has not arrived", async () => {
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit();
    expect(await rows()).toMatchObject([{ resolution: "accepted", quarantine_key: null }]);
    expect((await open()).files).toEqual([]);
    expect(await quarantined()).toEqual([]);
  });

  it("is not listed when the same file is accepted at the same moment", async () => {
    for (let round = 1; round <= 8; round += 1) {
      const file = fileFor({ number: `FT-2026-00010${round}` });
      const [accepted] = await Promise.all([
        deposit(file, { customerNumber: account.customerNumber }),
        deposit(file),
        deposit(file, { customerNumber: "nobody else" }),
      ]);
      expect(accepted).toMatchObject({ ok: true });
    }
    expect((await open()).files).toEqual([]);
  });

  it("is open when it is at another customer than the one it was sent to", async () => {
    const other = await makeAccount(supplier);
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit(fileFor(), { customerNumber: other.customerNumber });
    expect(await rows()).toMatchObject([
      { reason: "file_elsewhere", resolution: null, quarantine_key: null },
    ]);
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    expect(await rows()).toMatchObject([{ resolution: "accepted" }]);
  });

  it("keeps no more bytes than the supplier may have in quarantine, and is recorded all the same", async () => {
    await deposit();
    await asOwner((sql) => sql`update refused_files set size = ${QUARANTINE_LIMIT_BYTES}`);
    await deposit(fileFor({ number: "FT-2026-000002" }));
    expect((await rows()).map((row) => row.quarantine_key !== null)).toEqual([true, false]);
    expect(await quarantined()).toHaveLength(1);
  });
});

describe("a correction", () => {
  it("deposits the very same bytes, once, by the manager, and resolves the refusal", async () => {
    await deposit();
    const id = await onlyId();
    const metadata = { customerNumber: account.customerNumber };
    const corrected = await correctRefusedFile(manager, id, metadata);
    expect(corrected).toMatchObject({ ok: true, outcome: "created" });
    expect(await correctRefusedFile(manager, id, metadata)).toMatchObject({
      ok: true,
      outcome: "already_there",
    });
    const invoices = await asOwner((sql) => sql`select encode(sha256, 'hex') as sha256 from invoices`);
    expect(invoices).toEqual([{ sha256: sha256Hex(fileFor().bytes) }]);
    expect(await rows()).toMatchObject([{ resolution: "accepted", attempts: 1 }]);
    const [deposited] = await asOwner((sql) => sql`select source, user_id, supplier_key_id from deposits`);
    expect(deposited).toEqual({ source: "console", user_id: manager.userId, supplier_key_id: null });
    const [event] = await asOwner(
      (sql) => sql`select actor_kind, actor_id from audit_events where action = 'invoice_deposited'`,
    );
    expect(event).toEqual({ actor_kind: "manager", actor_id: manager.userId });
  });

  it("sent 10 times in parallel makes one invoice", async () => {
    await deposit();
    const id = await onlyId();
    const metadata = { customerNumber: account.customerNumber };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => correctRefusedFile(manager, id, metadata)),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await asOwner((sql) => sql`select count(*)::int as n from invoices`)).toEqual([{ n: 1 }]);
    expect(await rows()).toMatchObject([{ resolution: "accepted" }]);
  });

  it("that is refused again shows the new problems", async () => {
    await deposit();
    const id = await onlyId();
    const refused = await correctRefusedFile(manager, id, {
      customerNumber: account.customerNumber,
      totalWithVat: "1.00",
    });
    expect(refused).toEqual({ ok: false, reason: "refused" });
    expect(await findRefusedFile(manager, id)).toMatchObject({
      attempts: 2,
      by: { kind: "person" },
      problems: [{ type: "metadata_contradicts_file" }],
    });
  });

  it("is not needed when the supplier's software sends the file again", async () => {
    await deposit();
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    expect((await open()).files).toEqual([]);
    expect(await rows()).toMatchObject([{ resolution: "accepted", quarantined_until: new Date(REFUSED_AT) }]);
  });

  it("is impossible after 14 days, and for anybody but a manager of the supplier", async () => {
    await deposit();
    const id = await onlyId();
    const metadata = { customerNumber: account.customerNumber };
    const other = (await makeStaff("manager", await makeSupplier())).viewer as Manager;
    expect(await correctRefusedFile(other, id, metadata)).toEqual({ ok: false, reason: "not_found" });
    expect(await findRefusedFile(other, id)).toBeNull();
    expect(await dismissRefusedFile(other, id)).toEqual({ ok: false, reason: "not_found" });
    clockAt("2026-12-14T05:58:01Z");
    expect(await correctRefusedFile(manager, id, metadata)).toEqual({ ok: false, reason: "not_kept" });
  });
});

describe("a file that is set aside", () => {
  it("leaves the list, loses its bytes, and comes back when it is refused again", async () => {
    await deposit();
    const id = await onlyId();
    expect(await dismissRefusedFile(manager, id)).toMatchObject({ ok: true });
    expect(await dismissRefusedFile(manager, id)).toEqual({ ok: false, reason: "resolved" });
    expect((await open()).files).toEqual([]);
    await sweepRefusedFiles(new Date(REFUSED_AT));
    expect(await quarantined()).toEqual([]);
    await deposit();
    expect((await open()).files).toMatchObject([{ id, resolution: null, attempts: 2 }]);
    expect(await quarantined()).toHaveLength(1);
  });
});

describe("the job", () => {
  it("removes the bytes after 14 days and the record after 12 months", async () => {
    await deposit();
    await sweepRefusedFiles(new Date("2026-12-14T05:57:59Z"));
    expect(await quarantined()).toHaveLength(1);
    await sweepRefusedFiles(new Date("2026-12-14T05:58:00Z"));
    expect(await quarantined()).toEqual([]);
    expect(await rows()).toMatchObject([{ quarantine_key: null, quarantined_until: null }]);
    await sweepRefusedFiles(new Date("2027-11-30T00:00:00Z"));
    expect(await rows()).toHaveLength(1);
    await sweepRefusedFiles(new Date("2027-12-01T00:00:00Z"));
    expect(await rows()).toEqual([]);
  });

  it("does not lose bytes that are kept again after their removal", async () => {
    await deposit();
    clockAt("2026-12-14T05:58:00Z");
    await deposit();
    expect(await rows()).toMatchObject([{ quarantined_until: new Date("2026-12-14T05:58:00Z") }]);
    await sweepRefusedFiles(new Date("2026-12-14T05:58:00Z"));
    await deposit();
    expect(await rows()).toMatchObject([{ quarantined_until: new Date("2026-12-28T05:58:00Z") }]);
    expect(await quarantined()).toHaveLength(1);
  });
});
