import { type AccountingSettings, EMPTY_SETTINGS } from "@/lib/accounting/accounting-settings";
import type { EntryWords } from "@/lib/accounting/build-entry";
import type { Entry, EntryLine } from "@/lib/accounting/entry";
import type { FileFacts } from "@/lib/accounting/layouts/layout-parts";
import type { BookedInvoice, BookedLine } from "@/lib/accounting/split-invoice";

export const SETTINGS: AccountingSettings = {
  ...EMPTY_SETTINGS,
  journal: "AC",
  supplierAccount: "401000",
  supplierAuxiliary: "FLOUEUR",
  charges: { rent: "613500", maintenance: "615500", insurance: "616000", other: "628000" },
  vatAccounts: { "20": "445660", "5.5": "445661" },
  recovery: "yes",
};

export const WORDS: EntryWords = {
  document: { invoice: "Facture", credit_note: "Avoir" },
  kinds: { rent: "Loyers", maintenance: "Entretien", insurance: "Assurance", other: "Autres" },
  supplier: "Fournisseurs",
  vat: (rate) => `TVA ${rate.kind === "rate" ? rate.rate : rate.category}`,
  suspense: "Attente",
  toComplete: "À compléter :",
};

export const FACTS: FileFacts = {
  journal: "AC",
  supplierAuxiliary: "FLOUEUR",
  longestAccount: 7,
  words: {
    journalName: "Achats",
    headings: {
      ...{
        date: "Date",
        journal: "Journal",
        account: "Compte",
        label: "Libellé",
        debit: "Débit",
        credit: "Crédit",
      },
      ...{
        reference: "Pièce",
        auxiliary: "Auxiliaire",
        dueOn: "Échéance",
        currency: "Devise",
        contract: "Contrat",
      },
      ...{ vehicle: "Véhicule", analyticCode: "Analytique", toComplete: "À compléter" },
    },
    gaps: { gross_only: "Seul le total est connu" },
  },
};

export const line = (
  name: string | null,
  netAmount: string,
  change: Partial<BookedLine> = {},
): BookedLine => ({
  ...{ name, netAmount, vatCategory: "S", vatRate: "20", contract: null, vehicle: null },
  ...change,
});

/** 1,000.00 of rent with 20 % of VAT. */
export const booked = (change: Partial<BookedInvoice> = {}): BookedInvoice => ({
  ...{
    id: "1",
    number: "F-1",
    type: "invoice",
    issuedOn: "2026-11-02",
    dueOn: "2026-12-02",
    currency: "EUR",
  },
  ...{ sellerName: "Loueur Essai", sign: 1, totalWithVatMinor: 120_000n, totalWithoutVatMinor: 100_000n },
  ...{ contracts: ["CC-1"], vehicles: ["GF-410-BQ"] },
  vat: [{ category: "S", rate: "20", baseMinor: 100_000n, taxMinor: 20_000n }],
  lines: [line("Loyer", "1000.00")],
  ...change,
});

/** « 613500 1000 », with the gap of a line that has one; negative at the credit. */
export const written = ({ lines }: Pick<Entry, "lines">): string[] =>
  lines.map(({ account, amount, gap }: EntryLine) => `${account} ${amount}${gap === null ? "" : ` ${gap}`}`);
