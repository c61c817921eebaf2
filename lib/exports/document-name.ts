import type { PlainDate } from "@/lib/dates";

const LONGEST_NUMBER = 80;
const LONGEST_COMPANY = 40;
const LONGEST_FOLDER = 100;
/** Names Windows keeps for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;

export interface NamedDocument {
  number: string;
  issuedOn: PlainDate;
  supplierName: string;
  mediaType: "application/pdf" | "application/xml";
}

/** Whose folder it is. */
export interface FolderOwner {
  companyName: string;
  supplierName: string;
  customerNumber: string;
}

/**
 * What an original is called in a pack: month of issue, supplier, number (`2026-10_MOBILIZE_F-2026-000123.pdf`).
 * ASCII letters, digits, `.`, `_` and `-` only, so that it is one name on every system and in `sha256sum -c`.
 */
export function documentName({ number, issuedOn, supplierName, mediaType }: NamedDocument): string {
  const extension = mediaType === "application/pdf" ? "pdf" : "xml";
  const written =
    plain(number)
      .slice(0, LONGEST_NUMBER)
      .replace(/^[-.]+|[-.]+$/g, "") || "sans-numero";
  return `${issuedOn.slice(0, 7)}_${shortName(supplierName)}_${written}.${extension}`;
}

/** MOBILIZE of « Mobilize Lease&Co »: the first word that says something, else all of them. */
export function shortName(supplierName: string): string {
  const words = supplierName.split(/\s+/).map((word) => plain(word).replace(/^[-.]+|[-.]+$/g, ""));
  return (
    (words.find((word) => word.length > 2) ?? words.join("-")).slice(0, 24).toUpperCase() || "FOURNISSEUR"
  );
}

/** What a pack is called: the months it spans and, of one account, supplier and customer number. */
export function packName(
  months: string,
  account: { supplierName: string; customerNumber: string } | null,
): string {
  if (account === null) return `${months}_E-Facture`;
  return `${months}_${shortName(account.supplierName)}_${plain(account.customerNumber).slice(0, LONGEST_NUMBER)}`;
}

/**
 * What a company's folder is called in a pack of several: name, supplier, customer number; the same firm may be the
 * customer of two suppliers.
 */
export function folderName({ companyName, supplierName, customerNumber }: FolderOwner): string {
  const name = [plain(companyName).slice(0, LONGEST_COMPANY), shortName(supplierName), plain(customerNumber)]
    .join("_")
    .replace(/^[-.]+/, "")
    .slice(0, LONGEST_FOLDER)
    .replace(/[-.]+$/, "");
  return RESERVED.test(name) ? `_${name}` : name;
}

/**
 * Gives each name once: the second gets `_2` before its extension. Names that differ by case alone are the same on
 * many systems.
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

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/-{2,}/g, "-");
}
