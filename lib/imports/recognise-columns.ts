import type { TableRow } from "@/lib/formats/table-reading";
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from "./import-fields";

/** The row with the column heads is searched in this number of first rows, after a title and empty lines. */
const HEAD_WITHIN = 15;

/** The column heads in files of ERPs and of our own export, in French and English, as `comparable` writes them. */
const HEADS: Record<ImportField, readonly string[]> = {
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
  IMPORT_FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)),
);

/** Returns a head without case, accents, spaces and signs: « N° de client » and "numero de client" are the same. */
const comparable = (head: string): string =>
  head
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/n\s?[°º]\s?/g, "numero")
    .replace(/[^a-z0-9]/g, "");

/** Returns the field of each column by its head; null for an unknown one, and for a second column of the same field. */
export function recogniseColumns(heads: readonly string[]): ImportColumns {
  const taken = new Set<ImportField>();
  return heads.map((head) => {
    const field = FIELD_OF.get(comparable(head)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Returns the index of the row with the most known heads among the first rows; 0 when no head is known. */
export function findHeads(rows: readonly TableRow[]): number {
  const known = (row: TableRow) => recogniseColumns(row.cells).filter((field) => field !== null).length;
  const counts = rows.slice(0, HEAD_WITHIN).map(known);
  return Math.max(0, counts.indexOf(Math.max(0, ...counts)));
}
