import type { InvoiceSpec } from "@/scripts/demo/invoice-spec";
import { makeCii } from "@/scripts/demo/make-cii";
import type { InvoiceFile } from "./invoice-file";

const party = { street: "1 rue des Essais", postcode: "00000", city: "Essaiville" };

/** An invoice of 1,200.00 EUR with VAT and a unique number. */
export function invoiceSpec(change: Partial<InvoiceSpec> = {}): InvoiceSpec {
  return {
    seller: {
      ...party,
      name: "Loueur Essai SA",
      siren: "732829320",
      vatNumber: "FR44732829320",
      legalForm: "SA au capital de 1 000 €",
      email: "conseil@loueur.example",
      phone: "01 99 00 00 00",
      iban: "FR7630006000011234567890189",
      bic: "AGRIFRPP",
      creditorId: "FR00ZZZ123456",
      brandColour: "#0b4f6c",
      logoPath: "M6 26 14 10h4l-8 16z",
    },
    buyer: { ...party, name: "Client Essai SARL" },
    customerNumber: "C-1",
    number: "FT-2026-000001",
    type: "invoice",
    issuedOn: "2026-11-02",
    dueOn: "2026-12-02",
    currency: "EUR",
    contracts: ["CC-1"],
    plates: ["GA-123-BC"],
    lines: [{ description: "Loyer", quantity: "1", unit: "month", unitPrice: "1000.00", vatRate: "20" }],
    payment: "direct_debit",
    notes: [],
    ...change,
  };
}

/** The file that the demo generator makes of such an invoice, for tests that depend on its contents. */
export function madeInvoice(change: Partial<InvoiceSpec> = {}): InvoiceFile {
  const spec = invoiceSpec(change);
  return { bytes: makeCii(spec), fileName: `${spec.number}.xml` };
}
