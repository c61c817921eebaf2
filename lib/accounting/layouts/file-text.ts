import { type Minor, toDecimal } from "@/lib/money";

/** Characters with which spreadsheets begin a formula (OWASP ASVS 5.0, 1.2.10): such a text gets an apostrophe. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A text for a field between separators: in one line, and not a formula. */
export function fieldText(text: string): string {
  const line = text.replace(/[\p{Cc}|;]+/gu, " ").trim();
  return FORMULA.test(line) ? `'${line}` : line;
}

/** A text of exactly `width` characters of ASCII. Documentations name several character sets; ASCII is the same in all. */
export const fixedText = (text: string, width: number): string =>
  asciiText(fieldText(text)).slice(0, width).padEnd(width);

/** The text without accents; other characters outside ASCII become "?". */
export const asciiText = (text: string): string =>
  text
    .replaceAll("–", "-")
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "OE")
    .replaceAll("’", "'")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "?");

/** « 1234,50 » */
export const commaDecimal = (amount: Minor, currency: string): string =>
  toDecimal(amount, currency).replace(".", ",");

/** The amount of a line at the debit and at the credit, the other one as 0. */
export const sides = (amount: Minor): { debit: Minor; credit: Minor } =>
  amount > 0n ? { debit: amount, credit: 0n } : { debit: 0n, credit: -amount };

/** `YYYY-MM-DD` as DDMMYY, DDMMYYYY or YYYYMMDD. */
export function compactDay(day: string, form: "DDMMYY" | "YYYYMMDD"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return form === "DDMMYY" ? date + month + year.slice(2) : year + month + date;
}

const LATIN_9_SIGNS = new Map(
  [..."€ŠšŽžŒœŸ"].map((sign, at) => [sign, [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe][at] ?? 0x3f]),
);
/** The signs that ISO 8859-15 replaced by those above. */
const NOT_IN_LATIN_9 = new Set([..."¤¦¨´¸¼½¾"]);

/** ISO 8859-15; characters that it lacks lose their accents or become "?". */
export function latin9(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const sign of text.normalize("NFC").replaceAll("–", "-").replaceAll("’", "'")) {
    const code = sign.codePointAt(0) ?? 0x3f;
    const known = LATIN_9_SIGNS.get(sign);
    if (known !== undefined) bytes.push(known);
    else if (code < 0x80 || (code >= 0xa0 && code <= 0xff && !NOT_IN_LATIN_9.has(sign))) bytes.push(code);
    else bytes.push(...Buffer.from(asciiText(sign), "latin1"));
  }
  return Uint8Array.from(bytes);
}

export const asciiBytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
