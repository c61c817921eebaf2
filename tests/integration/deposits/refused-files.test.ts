import { beforeEach, describe, expect, it } from "vitest";
import type { Manager } from "@/lib/access/viewer";
import { correctRefusedFile } from "@/lib/deposits/correct-refused-file";
import { depositInvoice, refuseMetadata } from "@/lib/deposits/deposit-invoice";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { dismissRefusedFile } from "@/lib/deposits/dismiss-refused-file";
import { findRefusedFile } from "@/lib/deposits/list-refused-files";
import { QUARANTINE_LIMIT_BYTES } from "@/lib/deposits/refusal-limits";
import { sha256Hex } from "@/lib/sha256";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fileFor, onlyRefusedId, openRefusals, quarantined, refusedRows } from "./refusals";

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

const deposit = (file = fileFor(), metadata: DepositMetadata = { customerNumber: "nobody" }) =>
  depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });

describe("a refused file", () => {
  it("is recorded with its problems, what was read, and its bytes for 14 days", async () => {
    await deposit();
    const [row] = await refusedRows();
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
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });

  it("is one row, however often it is sent", async () => {
    await deposit();
    clockAt("2026-12-01T05:58:00Z");
    await deposit(fileFor(), {});
    expect(await refusedRows()).toMatchObject([
      { attempts: 2, metadata: {}, quarantined_until: new Date("2026-12-15T05:58:00Z") },
    ]);
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });

  it("is recorded without its bytes when it cannot be read", async () => {
    await deposit({ fileName: "photo.pdf", bytes: Buffer.from("no invoice") });
    expect(await refusedRows()).toMatchObject([
      { reason: "unreadable", quarantine_key: null, contents: null },
    ]);
    expect(await quarantined(supplier.id)).toEqual([]);
  });

  it("is recorded when its metadata cannot be used", async () => {
    const problems = [{ type: "metadata_invalid" as const, detail: "metadata is not JSON." }];
    await refuseMetadata(supplier.keyViewer, fileFor(), problems, { dryRun: false });
    expect(await refusedRows()).toMatchObject([{ reason: "metadata", metadata: null }]);
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });

  it("is not recorded by a dry run", async () => {
    await depositInvoice(supplier.keyViewer, fileFor(), { currency: "USD" }, { dryRun: true });
    await refuseMetadata(supplier.keyViewer, fileFor(), [], { dryRun: true });
    expect(await refusedRows()).toEqual([]);
  });

  it("is kept for a number that is taken only when the file itself does not state the number", async () => {
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit(fileFor({ dueOn: "2026-12-31" }), { customerNumber: account.customerNumber });
    expect(await refusedRows()).toMatchObject([{ reason: "number_taken", quarantine_key: null }]);
  });

  it("counts as refused only while it has not arrived", async () => {
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit();
    expect(await refusedRows()).toMatchObject([{ resolution: "accepted", quarantine_key: null }]);
    expect((await openRefusals(manager)).files).toEqual([]);
    expect(await quarantined(supplier.id)).toEqual([]);
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
    expect((await openRefusals(manager)).files).toEqual([]);
  });

  it("is open when it is at another customer than the one it was sent to", async () => {
    const other = await makeAccount(supplier);
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    await deposit(fileFor(), { customerNumber: other.customerNumber });
    expect(await refusedRows()).toMatchObject([
      { reason: "file_elsewhere", resolution: null, quarantine_key: null },
    ]);
    await deposit(fileFor(), { customerNumber: account.customerNumber });
    expect(await refusedRows()).toMatchObject([{ resolution: "accepted" }]);
  });

  it("is recorded with what PostgreSQL stores of its problems and metadata, however hostile and long they are", async () => {
    const detail = `unknown: "\0\ud800${"x".repeat(100_000)}"`;
    await refuseMetadata(
      supplier.keyViewer,
      fileFor(),
      [{ type: "metadata_invalid", field: "\0a", detail }],
      { dryRun: false },
    );
    expect(await refusedRows()).toMatchObject([
      { problems: [{ field: "a", detail: expect.stringMatching(/^unknown: "\ufffdx{300,400}$/) }] },
    ]);
    await deposit(fileFor(), { customerNumber: "nobody", totalWithVat: "1".repeat(100_000) });
    expect(await refusedRows()).toMatchObject([{ attempts: 2, metadata: null }]);
  });

  it("keeps no more bytes than the supplier may have in quarantine, and is recorded all the same", async () => {
    await deposit();
    await asOwner((sql) => sql`update refused_files set size = ${QUARANTINE_LIMIT_BYTES}`);
    await deposit(fileFor({ number: "FT-2026-000002" }));
    expect((await refusedRows()).map((row) => row.quarantine_key !== null)).toEqual([true, false]);
    expect(await quarantined(supplier.id)).toHaveLength(1);
  });
});

describe("a correction", () => {
  it("deposits the very same bytes, once, by the manager, and resolves the refusal", async () => {
    await deposit();
    const id = await onlyRefusedId();
    const metadata = { customerNumber: account.customerNumber };
    const corrected = await correctRefusedFile(manager, id, metadata);
    expect(corrected).toMatchObject({ ok: true, outcome: "created" });
    expect(await correctRefusedFile(manager, id, metadata)).toMatchObject({
      ok: true,
      outcome: "already_there",
    });
    const invoices = await asOwner((sql) => sql`select encode(sha256, 'hex') as sha256 from invoices`);
    expect(invoices).toEqual([{ sha256: sha256Hex(fileFor().bytes) }]);
    expect(await refusedRows()).toMatchObject([{ resolution: "accepted", attempts: 1 }]);
    const [deposited] = await asOwner((sql) => sql`select source, user_id, supplier_key_id from deposits`);
    expect(deposited).toEqual({ source: "console", user_id: manager.userId, supplier_key_id: null });
    const [event] = await asOwner(
      (sql) => sql`select actor_kind, actor_id from audit_events where action = 'invoice_deposited'`,
    );
    expect(event).toEqual({ actor_kind: "manager", actor_id: manager.userId });
  });

  it("sent 10 times in parallel makes one invoice", async () => {
    await deposit();
    const id = await onlyRefusedId();
    const metadata = { customerNumber: account.customerNumber };
    const all = await Promise.all(
      Array.from({ length: 10 }, () => correctRefusedFile(manager, id, metadata)),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await asOwner((sql) => sql`select count(*)::int as n from invoices`)).toEqual([{ n: 1 }]);
    expect(await refusedRows()).toMatchObject([{ resolution: "accepted" }]);
  });

  it("that is refused again shows the new problems", async () => {
    await deposit();
    const id = await onlyRefusedId();
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
    expect((await openRefusals(manager)).files).toEqual([]);
    expect(await refusedRows()).toMatchObject([
      { resolution: "accepted", quarantined_until: new Date(REFUSED_AT) },
    ]);
  });

  it("is impossible after 14 days, and for anybody but a manager of the supplier", async () => {
    await deposit();
    const id = await onlyRefusedId();
    const metadata = { customerNumber: account.customerNumber };
    const other = (await makeStaff("manager", await makeSupplier())).viewer as Manager;
    expect(await correctRefusedFile(other, id, metadata)).toEqual({ ok: false, reason: "not_found" });
    expect(await findRefusedFile(other, id)).toBeNull();
    expect(await dismissRefusedFile(other, id)).toEqual({ ok: false, reason: "not_found" });
    clockAt("2026-12-14T05:58:01Z");
    expect(await correctRefusedFile(manager, id, metadata)).toEqual({ ok: false, reason: "not_kept" });
  });
});
