import { type ColumnName, INDEX_COLUMNS, type IndexWords } from "@/lib/exports/index-columns";
import { vatKey } from "@/lib/exports/vat-rates";

/** The words of an index, as short as possible: the title of a column is its name. */
export const INDEX_WORDS: IndexWords = {
  sheet: "Factures",
  columns: Object.fromEntries(INDEX_COLUMNS.map(({ name }) => [name, name])) as Record<ColumnName, string>,
  type: { invoice: "Facture", credit_note: "Avoir" },
  legalRole: { original: "Original", duplicate: "Duplicata" },
  payment: { debit: "Prélèvement", transfer: "Virement" },
  originalSign: { positive: "positif", negative: "négatif" },
  vatRate: vatKey,
  vatNotGiven: "taux non communiqué",
  vatBase: (rate) => `base ${vatKey(rate)}`,
  vatTax: (rate) => `tva ${vatKey(rate)}`,
};
