import { shortName, toAscii } from "@/lib/document-name";
import { stripEnd } from "@/lib/strip";

const LONGEST_NUMBER = 80;
const LONGEST_COMPANY = 40;
const LONGEST_FOLDER = 100;
/** Names that Windows reserves for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;

/** The account that a folder belongs to. */
export interface FolderOwner {
  companyName: string;
  supplierName: string;
  customerNumber: string;
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
