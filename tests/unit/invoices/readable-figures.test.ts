import { describe, expect, it } from "vitest";
import { formatAmount, formatPrice } from "@/components/invoices/contents/format-amount";
import { totalRows } from "@/components/invoices/contents/total-rows";
import { countryName } from "@/lib/country-name";
import type { InvoiceContents } from "@/lib/formats/invoice-contents";
import { parseContents } from "@/lib/formats/parse-contents";
import { parseDocument } from "@/lib/formats/parse-document";
import { formatIban, formatSiren } from "@/lib/written-identifiers";
import { fieldFile } from "@/tests/support/field-file";
import { bytesOf, makeCii, makeUbl } from "@/tests/unit/formats/made-files";

async function contentsOf(file: Uint8Array): Promise<InvoiceContents> {
  const contents = await parseContents(file);
  if (!contents) throw new Error("The file has no contents.");
  return contents;
}

describe("the totals of a readable view", () => {
  it("are shown in the order in which they add up: the rounding just above the amount due", async () => {
    const { totals } = await contentsOf(fieldFile("rounding-bt114.xml"));
    expect(totalRows(totals, "invoice").map(({ label }) => label)).toEqual([
      "lines",
      "withoutVat",
      "vat",
      "withVat",
      "rounding",
      "due",
    ]);
  });

  it("never ask for money in a credit note, or when the amount due is negative", async () => {
    const { totals } = await contentsOf(fieldFile("credit-note-381-positive.xml"));
    expect(totalRows(totals, "credit_note").at(-1)).toEqual({ label: "toYourCredit", decimal: "360.00" });
    const overpaid = { ...totals, due: "-12.00" };
    expect(totalRows(overpaid, "invoice").at(-1)).toEqual({ label: "toYourCredit", decimal: "12.00" });
    expect(totalRows(totals, "invoice").at(-1)).toEqual({ label: "due", decimal: "360.00" });
  });
});

describe("the due date", () => {
  it.each([
    ["two-payment-terms-out-of-order.xml", ["2026-12-31", "2027-01-31"]],
    ["ubl-creditnote-paymentterms-duedate.xml", ["2026-12-31"]],
  ])("is the earliest, and all are shown: %s", async (name, dates) => {
    expect(await parseDocument(fieldFile(name))).toMatchObject({ fields: { dueOn: dates[0] } });
    expect((await contentsOf(fieldFile(name))).dueDates).toEqual(dates);
  });

  const means = (date: string) =>
    `<cac:PaymentMeans><cbc:PaymentDueDate>${date}</cbc:PaymentDueDate></cac:PaymentMeans>`;
  const terms = (date: string) =>
    `<cac:PaymentTerms><cbc:InstallmentDueDate>${date}</cbc:InstallmentDueDate></cac:PaymentTerms>`;
  const inUbl = (added: string) =>
    bytesOf(makeUbl({ "<cac:LegalMonetaryTotal>": `${added}<cac:LegalMonetaryTotal>` }));

  it.each([
    ["in the means of payment", inUbl(means("2026-12-01")), ["2026-12-01", "2026-12-20"]],
    ["in an instalment", inUbl(terms("2027-02-01")), ["2026-12-20", "2027-02-01"]],
    ["twice the same", inUbl(means("2026-12-20")), ["2026-12-20"]],
    [
      "but not where a discount ends",
      bytesOf(
        makeUbl({
          "<cac:LegalMonetaryTotal>":
            "<cac:PaymentTerms><cbc:Note>Escompte de 2 % jusqu'au</cbc:Note><cbc:PaymentDueDate>2026-12-01" +
            "</cbc:PaymentDueDate></cac:PaymentTerms><cac:LegalMonetaryTotal>",
        }),
      ),
      ["2026-12-01", "2026-12-20"],
      "2026-12-20",
    ],
    ["except a date that does not exist", inUbl(means("2026-13-01")), ["2026-12-20"]],
    [
      "written as a date with time in CII",
      bytesOf(
        makeCii({
          '<udt:DateTimeString format="102">20261220</udt:DateTimeString>':
            "<udt:DateTime>2026-12-20T00:00:00</udt:DateTime>",
        }),
      ),
      ["2026-12-20"],
    ],
  ])("is found %s", async (_, file, dates, due = dates[0]) => {
    expect((await contentsOf(file)).dueDates).toEqual(dates);
    expect(await parseDocument(file)).toMatchObject({ fields: { dueOn: due } });
  });
});

describe("figures", () => {
  it("have the decimals of their currency (ISO 4217)", async () => {
    const { lines, currency } = await contentsOf(fieldFile("jpy-unit-price.xml"));
    expect(formatPrice(lines[0]?.unitPrice ?? "", currency, "fr")).toBe("100\u00a0000");
    expect(formatPrice("1.5", "TND", "fr")).toBe("1,500");
    expect(formatPrice("0.12345", "EUR", "fr")).toBe("0,12345");
    expect(formatPrice("3", "CLF", "en")).toBe("3.0000");
    expect(formatAmount("0.5", "JPY", "fr")).toBe("0,5");
    expect(formatAmount("1.2345", "BHD", "fr")).toBe("1,2345");
    expect(formatPrice("7", null, "fr")).toBe("7,00");
  });

  it("of companies and accounts are grouped, and other texts stay as they are", () => {
    expect(formatSiren("732829320")).toBe("732\u00a0829\u00a0320");
    expect(formatSiren("73282932000074")).toBe("732\u00a0829\u00a0320\u00a000074");
    expect(formatSiren("HRB 12345")).toBe("HRB 12345");
    expect(formatIban("FR7630006000011234567890189")).toBe(
      "FR76 3000 6000 0112 3456 7890 189".replaceAll(" ", "\u00a0"),
    );
    expect(formatIban("12345-678")).toBe("12345-678");
  });

  it("of a party count as a SIREN or a SIRET only with a correct check digit", async () => {
    const { seller, buyer } = await contentsOf(bytesOf(makeCii({ "123456782": "123456789" })));
    expect(seller).toMatchObject({ legalId: "123456789", legalIdKind: null });
    expect(buyer).toMatchObject({ legalId: "73282932000074", legalIdKind: "siret" });
  });

  it("are shown beside the country, which is named in the reader's language", () => {
    expect([countryName("FR", "fr"), countryName("DE", "en"), countryName("de", "fr")]).toEqual([
      "France",
      "Germany",
      "Allemagne",
    ]);
    expect([countryName("ZZZ", "fr"), countryName("1A", "fr")]).toEqual(["ZZZ", "1A"]);
  });
});
