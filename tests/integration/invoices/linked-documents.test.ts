import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { invoiceView } from "@/lib/invoices/one/invoice-view";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { testDatabase } from "@/tests/support/database";
import { invoiceSpec, madeInvoice } from "@/tests/support/made-invoice";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

type Change = Partial<InvoiceSpec> & { typeCode?: string; alsoNames?: string };

/** Deposits a document of 1,200.00 EUR with VAT per unit of `quantity`; returns its id. */
async function deposit({ typeCode, alsoNames, ...change }: Change): Promise<string> {
  const { bytes, fileName } = madeInvoice({ customerNumber: account.customerNumber, ...change });
  let xml = new TextDecoder().decode(bytes);
  if (typeCode) xml = xml.replace(/(<ram:TypeCode>)38\d(<)/, `$1${typeCode}$2`);
  const reference = /<ram:InvoiceReferencedDocument>[\s\S]*<\/ram:InvoiceReferencedDocument>/;
  if (alsoNames)
    xml = xml.replace(
      reference,
      (one) => one + one.replace(/(<ram:IssuerAssignedID>)[^<]*/, `$1${alsoNames}`),
    );
  const file = { bytes: new TextEncoder().encode(xml), fileName };
  const result = await depositInvoice(supplier.keyViewer, file, {}, { dryRun: false });
  if (!result.ok || !result.deposited.id) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.deposited.id;
}

async function open(id: string) {
  const invoice = await getInvoice(account.member, id);
  if (!invoice) throw new Error("not found");
  const nothing = { neighbours: { previous: null, next: null }, events: [], contents: null };
  const about = {
    name: "Loueur Essai",
    timeZone: "Europe/Paris",
    slug: "",
    brandColor: "",
    retentionMonths: 24,
    logo: null,
    languages: [],
    tradeWords: {},
  };
  return invoiceView(invoice, nothing, {
    session: { viewer: account.member, supplier: about },
    query: readInvoiceQuery({}),
  });
}

/** Writes ledger entries like those of a document whose original was removed. */
const recordRemoval = (number: string, issuedOn: string, accountId = account.id) =>
  withViewer({ kind: "job" }, async (tx) => {
    const recordedAt = new Date("2026-11-20T23:30:00Z");
    const entry = { kind: "removed" as const, invoiceId: uuidv7(), sha256: "ab".repeat(32), recordedAt };
    await appendToLedger(tx, await lockLedger(tx, supplier.id), { ...entry, accountId, number, issuedOn });
  });

const quantity = (units: string) => invoiceSpec().lines.map((line) => ({ ...line, quantity: units }));
const first = { number: "FT-1", issuedOn: "2026-11-02" };

describe("an invoice and the documents that refer to it", () => {
  it("is reduced by the credit notes that name no other invoice", async () => {
    const id = await deposit({ number: "FT-1", lines: quantity("3") });
    await deposit({ number: "AV-1", type: "credit_note", precedingInvoice: first });
    await deposit({ number: "AV-2", type: "credit_note", precedingInvoice: first });
    const invoice = await open(id);
    expect(invoice.corrections).toMatchObject([
      { number: "AV-1", kind: "credit_note", namesOthers: false },
      { number: "AV-2", kind: "credit_note", namesOthers: false },
    ]);
    expect(invoice.credited?.netMinor).toBe(120_000n);
  });

  it("has no net total when a corrective invoice replaces it, and each links to the other", async () => {
    const id = await deposit({ number: "FT-1" });
    await deposit({ number: "AV-1", type: "credit_note", precedingInvoice: first });
    const corrective = await deposit({ number: "FT-2", typeCode: "384", precedingInvoice: first });
    const invoice = await open(id);
    expect(invoice.corrections.map(({ number, kind }) => [number, kind]).sort()).toEqual([
      ["AV-1", "credit_note"],
      ["FT-2", "corrective_invoice"],
    ]);
    expect(invoice.credited).toBeNull();
    const replacement = await open(corrective);
    expect(replacement).toMatchObject({
      kind: "corrective_invoice",
      type: "invoice",
      corrects: [{ href: `/invoices/${id}`, ...first }],
    });
    expect(replacement.credited).toBeNull();
  });

  it("is not reduced by a final invoice that refers to it", async () => {
    const id = await deposit({ number: "FT-1" });
    await deposit({ number: "FT-2", precedingInvoice: first });
    const invoice = await open(id);
    expect(invoice.corrections).toMatchObject([{ number: "FT-2", kind: "invoice" }]);
    expect(invoice.credited).toBeNull();
  });

  it("has no net total when a credit note is for several invoices", async () => {
    const ids = [await deposit({ number: "FT-1" }), await deposit({ number: "FT-9" })];
    const creditNote = { number: "AV-1", type: "credit_note", precedingInvoice: first } as const;
    const credit = await deposit({ ...creditNote, alsoNames: "FT-9" });
    for (const id of ids) {
      const invoice = await open(id);
      expect(invoice.corrections).toMatchObject([{ number: "AV-1", namesOthers: true }]);
      expect(invoice.credited).toBeNull();
    }
    expect((await open(credit)).corrects.map(({ number, href }) => [number, href])).toEqual([
      ["FT-1", `/invoices/${ids[0]}`],
      ["FT-9", `/invoices/${ids[1]}`],
    ]);
  });

  it("shows the number of a document that is not in the account, without a link", async () => {
    const id = await deposit({ number: "AV-1", type: "credit_note", precedingInvoice: first });
    expect((await open(id)).corrects).toEqual([{ href: null, ...first, removedOn: null }]);
  });

  it("links to the record of a removed document, only of this account and date", async () => {
    const id = await deposit({ number: "AV-1", type: "credit_note", precedingInvoice: first });
    const other = await makeAccount(supplier);
    await recordRemoval("FT-1", "2026-11-02", other.id);
    await recordRemoval("FT-1", "2025-11-02");
    expect((await open(id)).corrects).toEqual([{ href: null, ...first, removedOn: null }]);
    await recordRemoval("FT-1", "2026-11-02");
    expect((await open(id)).corrects).toEqual([
      { href: "/invoices/removed?number=FT-1", ...first, removedOn: "2026-11-21" },
    ]);
    const ownId = await deposit({ number: "FT-1" });
    expect((await open(id)).corrects).toEqual([{ href: `/invoices/${ownId}`, ...first, removedOn: null }]);
  });
});
