import { describe, expect, it } from "vitest";
import type { ReadInvoice } from "@/lib/formats/invoice-reading";
import { readInvoiceFile } from "@/lib/formats/read-invoice-file";
import { bytesOf, makeCii, makeUbl } from "./made-files";

describe("the terms of an invoice", () => {
  it("reads a Cross Industry Invoice by its EN 16931 terms", async () => {
    const reading = await read(makeCii());
    expect(reading).toMatchObject({ format: "cii", mediaType: "application/xml", problems: [] });
    expect(reading.profile).toBe("urn:cen.eu:en16931:2017");
    expect(reading.fields).toEqual({
      number: "LOY-2026-0042",
      issuedOn: "2026-11-20",
      typeCode: "380",
      type: "invoice",
      currency: "EUR",
      dueOn: "2026-12-20",
      dueDates: ["2026-12-20"],
      buyerReference: "CLI-0007",
      contracts: ["C-777", "C-778"],
      vehicles: ["FZ-001-AA", "GB-456-CD", "GA-123-BC"],
      precedingInvoices: [{ number: "LOY-2026-0041", issuedOn: null }],
      totalWithoutVat: "1000.00",
      totalWithVat: "1200.00",
      amountDue: "1200.00",
      vat: [],
      payment: { means: null, account: null },
      seller: {
        name: "Loueur & Fils",
        identifier: null,
        legalId: "123456782",
        siren: "123456782",
        sirens: ["123456782"],
        vatNumber: "FR11123456782",
      },
      buyer: {
        name: "Boulangerie Épi d'Or",
        identifier: "CLI-0007",
        legalId: "732 829 320 00074",
        siren: "732829320",
        sirens: ["732829320"],
        vatNumber: null,
      },
      lines: [
        {
          id: "1",
          name: "Loyer, véhicule électrique",
          quantity: "1.0000",
          netAmount: "1000.00",
          vatCategory: null,
          vatRate: null,
          periodFrom: null,
          periodTo: null,
          contract: "C-778",
          vehicle: "GB-456-CD",
          text: "GB-456-CD\nGA-123-BC\nC-778\nLoyer, véhicule électrique",
        },
      ],
    });
  });

  it("reads UBL by the same terms", async () => {
    const { fields, format, problems } = await read(makeUbl());
    expect({ format, problems }).toEqual({ format: "ubl", problems: [] });
    expect(fields).toMatchObject({
      number: "U-1",
      issuedOn: "2026-11-20",
      dueOn: "2026-12-20",
      contracts: ["C-9"],
      vehicles: ["GC-789-EF", "GD-012-GH"],
      precedingInvoices: [{ number: "U-0", issuedOn: "2026-10-20" }],
      seller: { name: "Loueur et Fils", siren: "123456782", vatNumber: "FR11123456782" },
      buyer: { name: "Épi d'Or", identifier: "CLI-0007", siren: null },
      lines: [{ id: "1", name: "Entretien", quantity: "2", netAmount: "10.00", vehicle: "GD-012-GH" }],
    });
  });

  it.each([
    ["a credit note code", makeCii({ ">380<": ">381<" })],
    ["a negative total under code 380", makeCii({ "Amount>1200.00": "Amount>-1200.00" })],
    [
      "a UBL CreditNote root",
      makeUbl({ "Invoice-2": "CreditNote-2", "<Invoice ": "<CreditNote ", "</Invoice>": "</CreditNote>" }),
    ],
  ])("recognises a credit note by %s and keeps the sign", async (_, xml) => {
    const { fields } = await read(xml);
    expect(fields?.type).toBe("credit_note");
    expect(xml).toContain(`>${fields?.totalWithVat}<`);
  });

  it("treats a document with a negative amount due (a refund of prepayments) as an invoice", async () => {
    const { fields } = await read(makeCii({ "DuePayableAmount>1200.00": "DuePayableAmount>-5.00" }));
    expect(fields).toMatchObject({ type: "invoice", totalWithVat: "1200.00", amountDue: "-5.00" });
  });

  it.each([
    ["an impossible date", { ">20261120<": ">20260230<" }, "issuedOn", "BT-2", "invalid"],
    ["no number", { "<ram:ID>LOY-2026-0042</ram:ID>": "" }, "number", "BT-1", "missing"],
    [
      "a float",
      { "GrandTotalAmount>1200.00": "GrandTotalAmount>1.2e3" },
      "totalWithVat",
      "BT-112",
      "invalid",
    ],
    [
      "a decimal comma",
      { "GrandTotalAmount>1200.00": "GrandTotalAmount>1200,00" },
      "totalWithVat",
      "BT-112",
      "invalid",
    ],
    [
      "a third decimal in euros",
      { "GrandTotalAmount>1200.00": "GrandTotalAmount>1200.005" },
      "totalWithVat",
      "BT-112",
      "too_precise",
    ],
    ["a currency in words", { "Code>EUR<": "Code>euro<" }, "currency", "BT-5", "invalid"],
    ["a SIREN with a wrong digit", { "123456782<": "123456783<" }, "seller.siren", "BT-30", "invalid"],
    ["a number of 301 characters", { "LOY-2026-0042": "9".repeat(301) }, "number", "BT-1", "too_long"],
  ])("names %s as a problem and leaves the field out", async (_, changes, field, term, reason) => {
    const { fields, problems } = await read(makeCii(changes));
    expect(problems).toMatchObject([{ field, term, reason }]);
    const value = field.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], fields);
    expect(value).toBeNull();
  });

  it("ignores trailing zeros in the check of decimals and keeps an amount as it was written", async () => {
    const { fields, problems } = await read(
      makeCii({ "GrandTotalAmount>1200.00": "GrandTotalAmount>1200.00000" }),
    );
    expect(problems).toEqual([]);
    expect(fields?.totalWithVat).toBe("1200.00000");
  });

  it("uses the total in the invoice's currency when CII gives a second one", async () => {
    const twice =
      '<ram:GrandTotalAmount currencyID="USD">1300.00</ram:GrandTotalAmount><ram:GrandTotalAmount currencyID="EUR">';
    const { fields } = await read(makeCii({ "<ram:GrandTotalAmount>": twice }));
    expect(fields?.totalWithVat).toBe("1200.00");
  });
});

async function read(xml: string): Promise<ReadInvoice> {
  const reading = await readInvoiceFile(bytesOf(xml));
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}
