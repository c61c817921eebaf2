/** What a column of an import can hold, in the order of the export. */
export const IMPORT_FIELDS = [
  "customerNumber",
  "companyName",
  "siren",
  "siret",
  "vatNumber",
  "routingCode",
  "electronicAddress",
  "checkedOn",
  "email",
  "preference",
  "channel",
  "locale",
  "adviserName",
  "adviserEmail",
  "adviserPhone",
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The fields that change an account; the customer number says which one. */
export type ChangedField = Exclude<ImportField, "customerNumber">;

/** What each column of a file holds; null for a column that is not read. */
export type ImportColumns = (ImportField | null)[];

/** The fields that the word « supprimer » empties. */
export const REMOVABLE: ReadonlySet<ImportField> = new Set([
  "siren",
  "siret",
  "vatNumber",
  "routingCode",
  "electronicAddress",
  "checkedOn",
  "email",
  "adviserName",
  "adviserEmail",
  "adviserPhone",
]);
