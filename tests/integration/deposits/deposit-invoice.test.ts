import { beforeEach, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import type { DepositMetadata } from "@/lib/deposits/deposit-metadata";
import { type DepositResult } from "@/lib/deposits/deposit-result";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { originalKey } from "@/lib/storage/storage";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { frozenFile } from "@/tests/support/invoice-file";
import { madeInvoice } from "@/tests/support/made-invoice";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  clockAt("2026-11-30T23:30:00Z"); // already 1 December in Paris
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { siren: "552100554" });
});

function deposit(change: Partial<InvoiceSpec> = {}, metadata: DepositMetadata = {}, dryRun = false) {
  const file = madeInvoice({ customerNumber: account.customerNumber, ...change });
  return depositInvoice(supplier.keyViewer, file, metadata, { dryRun });
}

const count = (table: string) =>
  asOwner(async (sql) => Number((await sql`select count(*) from ${sql(table)}`)[0]?.count));

const problems = (result: DepositResult) =>
  !result.ok && result.reason === "refused" ? result.problems.map((problem) => problem.type) : [];

describe("a deposit", () => {
  it("stores the bytes, then invoice, ledger entry, journal and notification in one transaction", async () => {
    const result = await deposit();
    if (!result.ok) throw new Error("refused");
    expect(result.outcome).toBe("created");
    const { bytes } = madeInvoice({ customerNumber: account.customerNumber });
    const [row] = await asOwner((sql) => sql`select * from invoices`);
    expect(row).toMatchObject({
      number: "FT-2026-000001",
      type: "invoice",
      type_code: "380",
      total_with_vat_minor: "120000",
      total_without_vat_minor: "100000",
      currency: "EUR",
      contracts: ["CC-1"],
      vehicles: ["GA-123-BC"],
      seller_key: "siren:732829320",
      sequence: "1",
      size: bytes.length,
      legal_role: "original",
    });
    const stored = await storage().read(originalKey(supplier.id, "2026-11-02", sha256Hex(bytes)));
    expect(Buffer.from(await new Response(stored).arrayBuffer()).equals(bytes)).toBe(true);
    for (const table of ["deposits", "deposit_files", "ledger_entries", "notifications", "audit_events"])
      expect(await count(table), table).toBe(1);
  });

  it("keeps the invoice until the last day of 24 months, or 3 months after a late deposit", async () => {
    await deposit({ number: "A", issuedOn: "2026-11-30", dueOn: undefined });
    await deposit({ number: "B", issuedOn: "2023-01-15", dueOn: undefined });
    const rows = await asOwner((sql) => sql`select remove_after::text from invoices order by number`);
    expect(rows.map((row) => row.remove_after)).toEqual(["2028-11-30", "2027-03-01"]);
  });

  it("is the same deposit when the same bytes come again for the same account", async () => {
    const first = await deposit();
    const second = await deposit();
    expect(second).toMatchObject({ ok: true, outcome: "already_there" });
    expect(first.ok && second.ok && first.deposited.id === second.deposited.id).toBe(true);
    expect([await count("invoices"), await count("ledger_entries"), await count("notifications")]).toEqual([
      1, 1, 1,
    ]);
  });

  it("conflicts when other bytes have a number that its seller used that year", async () => {
    await deposit();
    expect(await deposit({ dueOn: "2026-12-31" })).toEqual({ ok: false, reason: "number_taken" });
    expect(await deposit({ issuedOn: "2025-11-02" })).toMatchObject({ ok: true, outcome: "created" });
  });

  it("allows two sellers of one supplier, and two suppliers, to use the same number", async () => {
    const file = madeInvoice({ customerNumber: account.customerNumber });
    await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
    const base = madeInvoice({}).bytes;
    const otherSeller = Buffer.from(Buffer.from(base).toString().replaceAll("732829320", "552081317"));
    const metadata = { customerNumber: account.customerNumber };
    const again = await depositInvoice(
      supplier.keyViewer,
      { bytes: otherSeller, fileName: "b.xml" },
      metadata,
      { dryRun: false },
    );
    expect(again).toMatchObject({ ok: true, outcome: "created" });
    const other = await makeSupplier();
    const otherAccount = await makeAccount(other, { customerNumber: account.customerNumber });
    expect(otherAccount.id).not.toBe(account.id);
    expect(await depositInvoice(other.keyViewer, file, {}, { dryRun: false })).toMatchObject({
      ok: true,
      outcome: "created",
    });
  });

  it("conflicts when the same bytes are sent to another account", async () => {
    const file = madeInvoice({});
    const other = await makeAccount(supplier);
    await depositInvoice(
      supplier.keyViewer,
      file,
      { customerNumber: account.customerNumber },
      { dryRun: false },
    );
    const again = await depositInvoice(
      supplier.keyViewer,
      file,
      { customerNumber: other.customerNumber },
      { dryRun: false },
    );
    expect(again).toEqual({ ok: false, reason: "file_elsewhere" });
  });

  it("makes one invoice of twenty simultaneous equal deposits, and gap-free sequence numbers for twenty different ones", async () => {
    const same = await Promise.all(Array.from({ length: 20 }, () => deposit()));
    expect(same.filter((result) => result.ok && result.outcome === "created")).toHaveLength(1);
    expect(same.filter((result) => result.ok && result.outcome === "already_there")).toHaveLength(19);
    await Promise.all(Array.from({ length: 20 }, (_, index) => deposit({ number: `N-${index}` })));
    const rows = await asOwner((sql) => sql`select sequence::int from invoices order by sequence`);
    expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(await verifyLedger({ kind: "job" }, supplier.id)).toEqual({ ok: true, entries: 21n });
  });

  it("stores nothing when it is a dry run, also for an unknown customer", async () => {
    const result = await deposit({}, { customerNumber: "nobody" }, true);
    expect(result).toMatchObject({ ok: true, outcome: "dry_run", deposited: { id: null } });
    expect([await count("invoices"), await count("deposits"), await count("audit_events")]).toEqual([
      0, 0, 0,
    ]);
    if (result.ok)
      expect(
        await storage().size(originalKey(supplier.id, "2026-11-02", result.deposited.sha256)),
      ).toBeNull();
  });
});

describe("the customer of a deposit", () => {
  it("is found by metadata, by the buyer reference of the file, and by the SIREN of its buyer", async () => {
    expect(
      await deposit({ customerNumber: "?", number: "1" }, { customerNumber: account.customerNumber }),
    ).toMatchObject({ ok: true });
    expect(await deposit({ number: "2" })).toMatchObject({ ok: true });
    const buyer = { name: "Client", street: "1 rue", postcode: "00000", city: "V", siren: "552100554" };
    expect(await deposit({ customerNumber: "?", number: "3", buyer })).toMatchObject({ ok: true });
  });

  it("is refused with the reason when unknown, ambiguous or closed", async () => {
    expect(problems(await deposit({ customerNumber: "?" }))).toEqual(["customer_unknown"]);
    expect(problems(await deposit({}, { customerNumber: "nobody" }))).toEqual(["customer_unknown"]);
    const closed = await makeAccount(supplier, { state: "closed" });
    expect(problems(await deposit({}, { customerNumber: closed.customerNumber }))).toEqual([
      "customer_closed",
    ]);
    await asOwner(
      (sql) => sql`
        insert into accounts (id, supplier_id, company_id, customer_number, created_at, updated_at)
        values (gen_random_uuid(), ${supplier.id}, ${account.companyId}, 'second', now(), now())`,
    );
    const buyer = { name: "Client", street: "1 rue", postcode: "00000", city: "V", siren: "552100554" };
    expect(problems(await deposit({ customerNumber: "?", buyer }))).toEqual(["customer_ambiguous"]);
    expect(await count("invoices")).toBe(0);
  });

  it("is refused when the buyer's SIREN contradicts the account, unless confirmed", async () => {
    const buyer = { name: "Autre", street: "1 rue", postcode: "00000", city: "V", siren: "732829320" };
    expect(problems(await deposit({ buyer }))).toEqual(["buyer_contradicts_account"]);
    expect(await deposit({ buyer }, { confirmBuyer: true })).toMatchObject({ ok: true, outcome: "created" });
  });

  it("of another supplier gets the same answer as one that does not exist", async () => {
    const elsewhere = await makeAccount(await makeSupplier());
    expect(problems(await deposit({}, { customerNumber: elsewhere.customerNumber }))).toEqual([
      "customer_unknown",
    ]);
  });
});

describe("the facts of a deposit", () => {
  it("come from the file; all contradictions with the metadata are reported together", async () => {
    const result = await deposit(
      {},
      { number: "X", totalWithVat: "1", currency: "USD", type: "credit_note", contracts: ["Y"] },
    );
    expect(problems(result)).toEqual(Array(5).fill("metadata_contradicts_file"));
    const same = { number: "FT-2026-000001", totalWithVat: "1200.0", currency: "EUR", contracts: ["CC-1"] };
    expect(await deposit({}, same)).toMatchObject({ ok: true });
  });

  it("of a plain PDF come from metadata, and missing fields are listed", async () => {
    const file = { bytes: frozenFile("plain.pdf"), fileName: "p.pdf" };
    const bare = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
    expect(problems(bare)).toEqual(Array(4).fill("field_missing"));
    const metadata = {
      customerNumber: account.customerNumber,
      number: "P-1",
      issuedOn: "2026-11-03",
      currency: "EUR",
      totalWithVat: "-12.50",
    };
    expect(await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false })).toMatchObject({
      ok: true,
      deposited: { facts: { type: "credit_note", typeCode: "381", totalWithVatMinor: -1250n } },
    });
  });

  it("give warnings when old or in the future", async () => {
    const warnings = async (issuedOn: string) => {
      const result = await deposit({ issuedOn, dueOn: undefined }, {}, true);
      return result.ok ? result.deposited.warnings.map((warning) => warning.type) : [];
    };
    expect(await warnings("2020-01-01")).toEqual(["issued_long_ago"]);
    expect(await warnings("2099-01-01")).toEqual(["issued_in_future"]);
    expect(await warnings("2026-11-01")).toEqual([]);
  });
});

describe("the notification of a deposit", () => {
  it.each([
    ["digest", "electronic", "waiting"],
    ["attachment", "electronic", "waiting"],
    ["none", "electronic", "nothing_to_send"],
    ["digest", "paper", "nothing_to_send"],
  ] as const)("with preference %s on channel %s is %s, frozen", async (preference, channel, state) => {
    account = await makeAccount(supplier, { preference, channel });
    await deposit();
    const rows = await asOwner((sql) => sql`select preference, channel, state from notifications`);
    expect(rows.map((row) => ({ ...row }))).toEqual([{ preference, channel, state }]);
  });
});
