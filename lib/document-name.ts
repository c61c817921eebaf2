import type { PlainDate } from "./dates";
import { stripEnds } from "./strip";

const LONGEST_NUMBER = 80;

export interface NamedDocument {
  number: string;
  issuedOn: PlainDate;
  supplierName: string;
  mediaType: "application/pdf" | "application/xml";
}

/**
 * The file name of an original, the same in every download: month of issue, supplier, number
 * (`2026-10_MOBILIZE_F-2026-000123.pdf`). It has only ASCII letters, digits, `.`, `_` and `-`, so that it is the same
 * on every system and in `sha256sum -c`.
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

/** Removes accents and replaces all other characters that file names may not contain by hyphens. */
export function toAscii(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/-{2,}/g, "-");
}
