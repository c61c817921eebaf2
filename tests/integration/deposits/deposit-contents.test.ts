import { beforeEach, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { type DepositMetadata, parseMetadata } from "@/lib/deposits/deposit-metadata";
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
  clockAt("2026-11-30T10:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

async function deposit(change: Partial<InvoiceSpec> = {}, metadata: DepositMetadata = {}) {
  const file = madeInvoice({ customerNumber: account.customerNumber, ...change });
  const result = await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });
  return result.ok
    ? []
    : result.reason === "refused"
      ? result.problems.map(({ type }) => type)
      : [result.reason];
}

describe("the contents of a deposited document", () => {
  it("are stored: VAT, lines and payment from the same reading", async () => {
    await deposit({ payment: "credit_transfer" });
    const [vat] = await asOwner((sql) => sql`select category, rate, base_minor, tax_minor from invoice_vat`);
    expect(vat).toEqual({ category: "S", rate: "20", base_minor: "100000", tax_minor: "20000" });
    const [line] = await asOwner((sql) => sql`select * from invoice_lines`);
    expect(line).toMatchObject({
      position: 0,
      name: "Loyer",
      net_amount: "1000.00",
      vat_category: "S",
      vat_rate: "20",
    });
    const [row] = await asOwner((sql) => sql`select payment_means, payment_account from invoices`);
    expect(row).toEqual({ payment_means: "58", payment_account: "FR7630006000011234567890189" });
  });

  it("give each line of a fleet invoice to the vehicle in its texts, and leave a line of several without", async () => {
    const line = (description: string) => ({
      ...{ description, quantity: "1", unit: "month" as const, unitPrice: "100.00", vatRate: "20" },
    });
    const vehicles = ["GF-410-BQ", "GH-087-XC"];
    const lines = [line("Loyer GF 410 BQ"), line("Pneus GF-410-BQ, GH-087-XC"), line("Frais")];
    expect(await deposit({ contracts: ["CC-1"], plates: vehicles, lines }, { vehicles })).toEqual([]);
    const stored = await asOwner((sql) => sql`select vehicle, contract from invoice_lines order by position`);
    expect(stored.map(({ vehicle, contract }) => [vehicle, contract] as unknown[])).toEqual([
      ["GF-410-BQ", "CC-1"],
      [null, "CC-1"],
      [null, "CC-1"],
    ]);
  });

  it("take the VAT of a plain PDF from metadata, with rates as numbers too", async () => {
    const file = { bytes: frozenFile("plain.pdf"), fileName: "p.pdf" };
    const metadata = parseMetadata(
      JSON.stringify({
        customerNumber: account.customerNumber,
        number: "P-1",
        issuedOn: "2026-11-03",
        currency: "EUR",
        totalWithVat: "160.00",
        totalWithoutVat: "140.00",
        vat: [
          { rate: "20.00", base: "100.00", amount: "20.00" },
          { rate: 0, category: "E", base: "40.00", amount: "0" },
        ],
      }),
    );
    if (!metadata.ok) throw new Error(JSON.stringify(metadata.problems));
    await depositInvoice(supplier.keyViewer, file, metadata.metadata, { dryRun: false });
    expect(
      await asOwner(
        (sql) => sql`select category, rate, base_minor, tax_minor from invoice_vat order by position`,
      ),
    ).toEqual([
      { category: null, rate: "20", base_minor: "10000", tax_minor: "2000" },
      { category: "E", rate: "0", base_minor: "4000", tax_minor: "0" },
    ]);
    expect(await asOwner((sql) => sql`select 1 from invoice_lines`)).toEqual([]);
  });

  it("accept metadata that repeats the VAT of the file, and refuse metadata that contradicts it", async () => {
    const vat = (amount: string) => ({ vat: [{ rate: "20", base: "1000", amount }] });
    expect(await deposit({}, vat("199.99"))).toEqual(["metadata_contradicts_file"]);
    expect(await deposit({}, vat("200.00"))).toEqual([]);
    expect(parseMetadata('{"vat":[{"rate":"20 %","base":"1","amount":0.2}]}')).toMatchObject({ ok: false });
  });
});
