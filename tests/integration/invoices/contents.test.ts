import { beforeEach, describe, expect, it } from "vitest";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { openAttachedXml } from "@/lib/invoices/original/open-attached-xml";
import { readContents } from "@/lib/invoices/original/read-contents";
import { testDatabase } from "@/tests/support/database";
import { frozenFile, invoiceFile } from "@/tests/support/invoice-file";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

async function deposit(file: { bytes: Uint8Array; fileName: string }): Promise<string> {
  const metadata = { customerNumber: account.customerNumber };
  const result = await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });
  if (!result.ok || !result.deposited.id) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.deposited.id;
}

describe("the contents of a stored invoice", () => {
  it.each(["cii", "ubl"] as const)("are read from a %s file: lines, VAT, totals, parties", async (syntax) => {
    const id = await deposit(invoiceFile({}, syntax));
    const reading = await readContents(account.member, id);
    expect(reading).toMatchObject({
      ok: true,
      contents: {
        currency: "EUR",
        lineCount: 1,
        lines: [{ id: "1", name: "Loyer", unit: "MON", vatCategory: "S" }],
        seller: { name: "Loueur Essai SA", address: ["1 rue des Essais", "00000 Essaiville"], country: "FR" },
        buyer: { name: "Client Essai SARL" },
      },
    });
    if (!reading?.ok) return;
    const { lines, vatBreakdown, totals } = reading.contents;
    expect(
      [lines[0]?.quantity, lines[0]?.unitPrice, lines[0]?.netAmount, lines[0]?.vatRate].map(Number),
    ).toEqual([1, 1000, 1000, 20]);
    expect(vatBreakdown.map(({ taxable, tax }) => [Number(taxable), Number(tax)])).toEqual([[1000, 200]]);
    expect([totals.withoutVat, totals.vat, totals.withVat].map(Number)).toEqual([1000, 200, 1200]);
  });

  it("can be asked for again when the server had no time, and are then read", async () => {
    const id = await deposit(invoiceFile());
    expect(await readContents(account.member, id, AbortSignal.abort())).toEqual({
      ok: false,
      reason: "busy",
    });
    expect(await readContents(account.member, id)).toMatchObject({ ok: true, contents: { lineCount: 1 } });
  });

  it("are not visible to another account", async () => {
    const id = await deposit(invoiceFile());
    const other = await makeAccount(supplier);
    expect(await readContents(other.administrator, id)).toBeNull();
    expect(await openAttachedXml(other.administrator, id)).toBeNull();
  });
});

describe("the XML inside a Factur-X file", () => {
  it("is sent byte for byte, its name after that of the invoice", async () => {
    const id = await deposit({ bytes: frozenFile("factur-x.pdf"), fileName: "facture.pdf" });
    const xml = await openAttachedXml(account.member, id);
    const bytes = Buffer.from(await new Response(await xml?.read()).arrayBuffer());
    expect(xml?.fileName).toMatch(/^2026-11_LOUEUR_[\w-]+_factur-x\.xml$/);
    expect(xml).toMatchObject({ mediaType: "application/xml", size: bytes.length });
    expect(bytes.equals(frozenFile("invoice.cii.xml"))).toBe(true);
    const part = await new Response(await xml?.read({ first: 5, last: 9 })).text();
    expect(part).toBe(bytes.subarray(5, 10).toString());
  });

  it("is absent for a file that is XML itself", async () => {
    const id = await deposit(invoiceFile());
    expect(await openAttachedXml(account.member, id)).toBeNull();
  });
});
