import type { TableRow } from "@/lib/formats/table-reading";
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from "./import-fields";

/**
 * The number of rows among which the row with the column headings is searched: a title and empty lines may come
 * before it.
 */
const MAX_HEADING_ROW = 15;

/**
 * The column headings in files of ERPs and of the portal's own export, in French and English, as `comparable` writes
 * them.
 */
const HEADINGS: Record<ImportField, readonly string[]> = {
  customerNumber: [
    "numeroclient",
    "noclient",
    "nclient",
    "client",
    "codeclient",
    "codetiers",
    "tiers",
    "compteclient",
    "numerodeclient",
    "refclient",
    "referenceclient",
    "idclient",
    "customernumber",
    "customer",
    "customerno",
    "customerid",
    "customercode",
    "accountnumber",
  ],
  companyName: [
    "raisonsociale",
    "nom",
    "societe",
    "entreprise",
    "nomclient",
    "nomduclient",
    "denomination",
    "intitule",
    "companyname",
    "company",
    "name",
    "customername",
  ],
  siren: ["siren", "nsiren", "numerosiren", "nosiren", "companyid", "sirennumber"],
  siret: ["siret", "nsiret", "numerosiret", "nosiret", "siretnumber"],
  vatNumber: [
    "tva",
    "numerotva",
    "numerodetva",
    "ntva",
    "notva",
    "tvaintracommunautaire",
    "tvaintra",
    "numerodetvaintracommunautaire",
    "ntvaintracommunautaire",
    "vat",
    "vatnumber",
    "vatid",
    "vatno",
  ],
  routingCode: ["coderoutage", "codederoutage", "coderouting", "codeservice", "routingcode", "routing"],
  electronicAddress: [
    "adresseelectronique",
    "adressedefacturationelectronique",
    "adressederecption",
    "adressedereception",
    "electronicaddress",
    "endpointid",
    "bt49",
  ],
  checkedOn: [
    "verifiele",
    "verifieele",
    "verifie",
    "dateverification",
    "datedeverification",
    "controlele",
    "checkedon",
    "checked",
  ],
  email: [
    "adresseemail",
    "email",
    "mail",
    "mailcompta",
    "emailcompta",
    "emailcomptabilite",
    "emailfacturation",
    "mailfacturation",
    "adressemail",
    "courriel",
    "adressedenotification",
    "emailaddress",
    "notificationaddress",
    "notificationemail",
  ],
  preference: [
    "preference",
    "preferencedenotification",
    "envoi",
    "modedenvoi",
    "notification",
    "notificationpreference",
    "delivery",
  ],
  channel: ["canal", "channel", "mode", "support"],
  locale: ["langue", "language", "locale", "lang"],
  adviserName: [
    "conseiller",
    "nomduconseiller",
    "nomconseiller",
    "commercial",
    "gestionnaire",
    "adviser",
    "advisername",
    "accountmanager",
  ],
  adviserEmail: [
    "emailconseiller",
    "emailduconseiller",
    "mailconseiller",
    "mailduconseiller",
    "adviseremail",
  ],
  adviserPhone: [
    "telephoneconseiller",
    "telephoneduconseiller",
    "telconseiller",
    "telduconseiller",
    "adviserphone",
    "advisertelephone",
  ],
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
);

/** Returns a heading without case, accents, spaces and signs: « N° de client » and "numero de client" are the same. */
const comparable = (heading: string): string =>
  heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/n\s?[°º]\s?/g, "numero")
    .replace(/[^a-z0-9]/g, "");

/**
 * Returns the field of each column by its heading; null for an unknown heading, and for a second column of the same
 * field.
 */
export function recogniseColumns(headings: readonly string[]): ImportColumns {
  const taken = new Set<ImportField>();
  return headings.map((heading) => {
    const field = FIELD_OF.get(comparable(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Returns the index of the row with the most known headings among the first rows; 0 when no heading is known. */
export function findHeadingRow(rows: readonly TableRow[]): number {
  const known = (row: TableRow) => recogniseColumns(row.cells).filter((field) => field !== null).length;
  const counts = rows.slice(0, MAX_HEADING_ROW).map(known);
  return Math.max(0, counts.indexOf(Math.max(0, ...counts)));
}
