import type { InvoiceLine, InvoiceSeller, InvoiceSpec } from "@/scripts/demo/invoice-spec";

const sampleSeller: InvoiceSeller = {
  name: "Tramontane Mobilité & Cie",
  street: "12 quai des Vents-Couverts",
  postcode: "00000",
  city: "Port-Imaginaire",
  siren: "999512049",
  vatNumber: "FR88999512049",
  legalForm: "SAS au capital de 4 200 000 €",
  email: "factures@tramontane.example",
  phone: "01 99 00 10 10",
  iban: "FR7699999000010000000000197",
  bic: "FICTFRPPXXX",
  creditorId: "FR47ZZZ999512",
  brandColour: "#0b4f6c",
  logoPath: "M6 26 14 10h4l-8 16z",
};

export const rentLine: InvoiceLine = {
  description: "Loyer longue durée, fourgon 3,5 t",
  quantity: "1",
  unit: "month",
  unitPrice: "418.00",
  vatRate: "20",
  vehicle: "GF-410-BQ",
  contract: "LLD-204118-03",
};

/** An ordinary invoice, changed where a test says so. */
export function sampleSpec(changes: Partial<InvoiceSpec> = {}): InvoiceSpec {
  return {
    seller: sampleSeller,
    buyer: {
      name: 'Transports "Perce-Neige" <SAS> & Fils',
      street: "4 chemin de la Congère",
      postcode: "00000",
      city: "Combe-Fictive",
      siren: "999204118",
    },
    customerNumber: "204118",
    number: "FT-2026-110482",
    type: "invoice",
    issuedOn: "2026-11-18",
    dueOn: "2026-12-18",
    period: { startsOn: "2026-11-01", endsOn: "2026-11-30" },
    currency: "EUR",
    contracts: ["LLD-204118-03"],
    plates: ["GF-410-BQ"],
    lines: [
      rentLine,
      { ...rentLine, description: "Assurance", unitPrice: "62.40", vatRate: "0" },
      { ...rentLine, description: "Kilomètres", quantity: "1240", unit: "kilometre", unitPrice: "0.085" },
    ],
    payment: "direct_debit",
    notes: ["Relevé kilométrique : 48 212 km."],
    ...changes,
  };
}
