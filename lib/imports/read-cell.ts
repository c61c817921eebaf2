import { isSiren } from "@/lib/formats/siren";
import { withoutInvisible } from "@/lib/invisible-text";
import { type ImportField, REMOVABLE } from "./import-fields";
import type { RefusalReason } from "./import-refusal";
import { readDate } from "./read-date";

/** The content of a cell: nothing, a value (null removes the recorded value), or text that cannot be read. */
export type CellReading =
  { kind: "empty" } | { kind: "value"; value: string | null } | { kind: "refused"; reason: RefusalReason };

/** The longest text of a cell, in characters. */
export const MAX_CELL = 300;

const refused = (reason: RefusalReason): CellReading => ({ kind: "refused", reason });
const value = (text: string): CellReading => ({ kind: "value", value: text });

/** Reads a cell for its field. An empty cell changes nothing; the word « supprimer » removes what may be removed. */
export function readCell(field: ImportField, cell: string): CellReading {
  const text = withoutInvisible(cell).replace(/\s+/g, " ").trim();
  if (text === "") return { kind: "empty" };
  if (text.length > MAX_CELL) return refused("value_too_long");
  if (/^#[A-ZÀ-Ý/0-9]{2,12}[!?]?$/.test(text)) return refused("formula_failed");
  if (/^(?:supprimer|delete)$/i.test(text))
    return REMOVABLE.has(field) ? { kind: "value", value: null } : refused("cannot_be_removed");
  return READERS[field]?.(text) ?? value(text);
}

/** 204118.0 and 204118,00 are the number 204118; 2,04E+05 has lost its digits. */
function digitsAsTyped(text: string): CellReading {
  if (/^\d(?:[.,]\d{1,15})?e\+?\d{1,3}$/i.test(text)) return refused("number_shortened");
  return value(text.replace(/^(\d+)[.,]0{1,15}$/, "$1"));
}

/** Reads a number of fixed length: digits only, with the leading zeros that a spreadsheet has removed. */
const digits = (length: number) => (text: string) => {
  const read = digitsAsTyped(text);
  if (read.kind !== "value" || read.value === null) return read;
  const compact = read.value.replace(/[\s.\-_]/g, "");
  if (!/^\d+$/.test(compact) || compact.length >= length) return value(compact);
  const filled = compact.padStart(length, "0");
  // Without this check, a number in which somebody forgot a digit would be filled up too.
  return value(isSiren(filled.slice(0, 9)) ? filled : compact);
};

/** Reads a telephone number; a spreadsheet that stores a French one as a number removes its leading zero. */
function phone(text: string): CellReading {
  const read = digitsAsTyped(text);
  return read.kind === "value" && /^[1-9]\d{8}$/.test(read.value ?? "") ? value(`0${read.value}`) : read;
}

/** Reads one of several choices by its words. Accents, case and punctuation are ignored. */
const choice = (words: Record<string, readonly string[]>) => {
  const known = new Map(Object.entries(words).flatMap(([name, all]) => all.map((word) => [word, name])));
  return (text: string): CellReading => {
    const found = known.get(
      text
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ""),
    );
    return found === undefined ? refused("choice_unknown") : value(found);
  };
};

const READERS: Partial<Record<ImportField, (text: string) => CellReading>> = {
  customerNumber: digitsAsTyped,
  siren: digits(9),
  siret: digits(14),
  routingCode: digitsAsTyped,
  electronicAddress: digitsAsTyped,
  adviserPhone: phone,
  email: (text) => value(text.replace(/^mailto:/i, "")),
  adviserEmail: (text) => value(text.replace(/^mailto:/i, "")),
  checkedOn: (text) => {
    const date = readDate(text);
    return date === null ? refused("date_invalid") : value(date);
  },
  preference: choice({
    attachment: [
      "attachment",
      "pj",
      "piecejointe",
      "piecesjointes",
      "jointe",
      "joint",
      "facturejointe",
      "enpiecejointe",
      "attached",
    ],
    link: ["link", "lien", "liens", "aveclien"],
    digest: [
      "digest",
      "recap",
      "recapitulatif",
      "recapitulatifdujour",
      "recapitulatifquotidien",
      "quotidien",
      "daily",
      "dailydigest",
    ],
    none: [
      "none",
      "aucun",
      "aucune",
      "non",
      "sans",
      "rien",
      "aucunmail",
      "aucunenotification",
      "no",
      "nomail",
    ],
  }),
  channel: choice({
    electronic: [
      "electronic",
      "electronique",
      "email",
      "mail",
      "courriel",
      "demat",
      "dematerialise",
      "dematerialisee",
      "numerique",
    ],
    paper: ["paper", "papier", "courrier", "poste", "post"],
  }),
  locale: choice({
    fr: ["fr", "francais", "francaise", "french", "frfr"],
    en: ["en", "anglais", "anglaise", "english", "engb", "enus"],
  }),
};
