import { describe, expect, it } from "vitest";
import type { InvoiceFields } from "@/lib/formats/invoice-reading";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { parseDecimal } from "@/lib/money";
import { bytesOf, makeCii, makeUbl } from "./made-files";
import { listSamples, readSample } from "./sample-invoices";

async function read(bytes: Uint8Array): Promise<InvoiceFields | null> {
  const reading = await readInvoiceFile(bytes);
  return reading.ok ? reading.fields : null;
}

const CII = {
  vat: (category: string, rate: string | null, base: string, tax: string) =>
    `<ram:ApplicableTradeTax><ram:CalculatedAmount>${tax}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>
     <ram:BasisAmount>${base}</ram:BasisAmount><ram:CategoryCode>${category}</ram:CategoryCode>
     ${rate === null ? "" : `<ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent>`}</ram:ApplicableTradeTax>`,
  payment: (code: string, account = "") =>
    `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>${code}</ram:TypeCode>${
      account &&
      `<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${account}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>`
    }</ram:SpecifiedTradeSettlementPaymentMeans>`,
};
const afterCurrency = (xml: string) => ({
  "<ram:SpecifiedTradePaymentTerms>": `${xml}<ram:SpecifiedTradePaymentTerms>`,
});
const cii = (xml: string) => read(bytesOf(makeCii(afterCurrency(xml))));

describe("the VAT of an invoice", () => {
  it("is read by category and rate", async () => {
    const fields = await cii(CII.vat("S", "20.00", "900.00", "180.00") + CII.vat("E", "0", "100.00", "0"));
    expect(fields?.vat).toEqual([
      { category: "S", rate: "20.00", base: "900.00", tax: "180.00" },
      { category: "E", rate: "0", base: "100.00", tax: "0" },
    ]);
  });

  it("has no rate outside the scope of VAT", async () => {
    expect((await cii(CII.vat("O", null, "100.00", "0.00")))?.vat).toMatchObject([
      { category: "O", rate: null },
    ]);
  });

  it("counts as not given when a part of it is missing or malformed", async () => {
    expect(
      (await cii(CII.vat("S", "20", "900.00", "180.00") + CII.vat("S", "10", "1e2", "10")))?.vat,
    ).toEqual([]);
  });

  it("is read once when UBL repeats it in the accounting currency", async () => {
    const total = (currency: string, tax: string) =>
      `<cac:TaxTotal><cbc:TaxAmount currencyID="${currency}">${tax}</cbc:TaxAmount><cac:TaxSubtotal>
       <cbc:TaxableAmount currencyID="${currency}">10.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="${currency}">${tax}</cbc:TaxAmount>
       <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>`;
    const xml = makeUbl({
      "<cac:LegalMonetaryTotal>": `${total("CHF", "1.90")}${total("EUR", "2.00")}<cac:LegalMonetaryTotal>`,
    });
    expect((await read(bytesOf(xml)))?.vat).toEqual([
      { category: "S", rate: "20", base: "10.00", tax: "2.00" },
    ]);
  });

  it("of the real invoices adds up to their totals", async () => {
    let withVat = 0;
    for (const file of listSamples()) {
      const fields = await read(readSample(file));
      const { vat = [], totalWithVat, totalWithoutVat, currency } = fields ?? {};
      if (vat.length === 0 || !currency || !totalWithVat || !totalWithoutVat) continue;
      const minor = (decimal: string) => parseDecimal(decimal, currency) ?? 0n;
      const tax = vat.reduce((sum, row) => sum + minor(row.tax), 0n);
      const base = vat.reduce((sum, row) => sum + minor(row.base), 0n);
      expect([base, tax], file).toEqual([
        minor(totalWithoutVat),
        minor(totalWithVat) - minor(totalWithoutVat),
      ]);
      withVat += 1;
    }
    expect(withVat).toBeGreaterThanOrEqual(listSamples().length / 2);
  });
});

describe("the payment of an invoice", () => {
  it("is the first instruction, with the account of that means", async () => {
    const fields = await cii(
      CII.payment("58", "FR7630006000011234567890189") + CII.payment("30", "DE02120300000000202051"),
    );
    expect(fields?.payment).toEqual({ means: "58", account: "FR7630006000011234567890189" });
    expect((await cii(CII.payment("59")))?.payment).toEqual({ means: "59", account: null });
    expect((await cii(""))?.payment).toEqual({ means: null, account: null });
  });
});

it("a line has its VAT, its period, and the contract and vehicle that it names itself", async () => {
  const settlement = "<ram:SpecifiedLineTradeSettlement>";
  const day = (name: string, value: string) =>
    `<ram:${name}><udt:DateTimeString format="102">${value}</udt:DateTimeString></ram:${name}>`;
  const xml = makeCii({
    [settlement]: `${settlement}<ram:ApplicableTradeTax><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:BillingSpecifiedPeriod>${day("StartDateTime", "20261101")}${day("EndDateTime", "20261130")}</ram:BillingSpecifiedPeriod>`,
  });
  expect((await read(bytesOf(xml)))?.lines).toMatchObject([
    {
      vatCategory: "S",
      vatRate: "20",
      periodFrom: "2026-11-01",
      periodTo: "2026-11-30",
      contract: "C-778",
      vehicle: "GB-456-CD",
    },
  ]);
});
