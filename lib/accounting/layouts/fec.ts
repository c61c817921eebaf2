import { commaDecimal, compactDay, fieldText, latin9, sides } from "./file-text";
import type { Layout } from "./layout-parts";

/** The 18 fields of article A47 A-1, VII of the livre des procédures fiscales, in its order. */
const FIELDS = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
];

/**
 * The layout of the « fichier des écritures comptables »: tab-separated, ISO 8859-15, decimal comma, YYYYMMDD. It is
 * read by programs that import a FEC, and is not the file that a company gives to the tax office: entries that were
 * not validated yet have no date of validation.
 */
export const FEC: Layout = {
  extension: "txt",
  mediaType: "text/plain; charset=iso-8859-15",
  hasCurrency: false,
  head: () => latin9(`${FIELDS.join("\t")}\r\n`),
  entry: (entry, { journal, supplierAuxiliary, words }) =>
    latin9(
      entry.lines
        .map((line) => {
          const { debit, credit } = sides(line.amount);
          const isSupplier = line.role === "supplier" && supplierAuxiliary !== "";
          const day = compactDay(entry.issuedOn, "YYYYMMDD");
          const fields = [
            journal,
            words.journalName,
            String(entry.position),
            day,
            line.account,
            line.accountName,
            isSupplier ? supplierAuxiliary : "",
            isSupplier ? entry.sellerName : "",
            entry.number,
            day,
            line.label,
          ].map(fieldText);
          const amounts = [debit, credit].map((minor) => commaDecimal(minor, entry.currency));
          return `${[...fields, ...amounts, "", "", "", "", ""].join("\t")}\r\n`;
        })
        .join(""),
    ),
};
