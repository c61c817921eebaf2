import type { PlainDate } from "@/lib/dates";
import { stripEnd, stripEnds } from "@/lib/strip";

const LONGEST_NUMBER = 80;
const LONGEST_COMPANY = 40;
const LONGEST_FOLDER = 100;
/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;

export interface NamedDocument {
  number: string;
  issuedOn: PlainDate;
  supplierName: string;
  mediaType: "application/pdf" | "application/xml";
}

/** The account that a folder belongs to. */
export interface FolderOwner {
  companyName: string;
  supplierName: string;
  customerNumber: string;
}

/**
 * The name of an original in a pack: month of issue, supplier, number (`2026-10_MOBILIZE_F-2026-000123.pdf`). Only ASCII
 * letters, digits, `.`, `_` and `-`, so that the name is the same on every system and in `sha256sum -c`.
 */
export function documentName({ number, issuedOn, supplierName, mediaType }: NamedDocument): string {
  const extension = mediaType === "application/pdf" ? "pdf" : "xml";
  const written = stripEnds(toAscii(number).slice(0, LONGEST_NUMBER), "-.") || "sans-numero";
  return `${issuedOn.slice(0, 7)}_${shortName(supplierName)}_${written}.${extension}`;
}

/** MOBILIZE for « Mobilize Lease&Co »: the first significant word, else all words. */
export function shortName(supplierName: string): string {
  const words = supplierName.split(/\s+/).map((word) => stripEnds(toAscii(word), "-."));
  return (
    (words.find((word) => word.length > 2) ?? words.join("-")).slice(0, 24).toUpperCase() || "FOURNISSEUR"
  );
}

/** The name of a pack: its months and, for one account, supplier and customer number. */
export function packName(
  months: string,
  account: { supplierName: string; customerNumber: string } | null,
): string {
  if (account === null) return `${months}_E-Facture`;
  return `${months}_${shortName(account.supplierName)}_${toAscii(account.customerNumber).slice(0, LONGEST_NUMBER)}`;
}

/**
 * The name of a company's folder in a pack of several companies: name, supplier, customer number, because the same firm
 * may be a customer of two suppliers.
 */
export function folderName({ companyName, supplierName, customerNumber }: FolderOwner): string {
  const name = [
    toAscii(companyName).slice(0, LONGEST_COMPANY),
    shortName(supplierName),
    toAscii(customerNumber),
  ]
    .join("_")
    .replace(/^[-.]+/, "")
    .slice(0, LONGEST_FOLDER);
  const stripped = stripEnd(name, "-.");
  return RESERVED.test(stripped) ? `_${stripped}` : stripped;
}

/**
 * Makes names unique: a second one gets `_2` before its extension. Case is ignored, as many file systems ignore it.
 */
export function distinctNames(): (name: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    const [, stem = name, extension = ""] = /^(.*?)(\.[a-z0-9]+)?$/.exec(name) ?? [];
    let free = name;
    let count = counts.get(name.toLowerCase()) ?? 1;
    while (taken.has(free.toLowerCase())) free = `${stem}_${(count += 1)}${extension}`;
    counts.set(name.toLowerCase(), count);
    taken.add(free.toLowerCase());
    return free;
  };
}

/** Removes accents and replaces all other characters that file names may not contain by hyphens. */
function toAscii(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/-{2,}/g, "-");
}
