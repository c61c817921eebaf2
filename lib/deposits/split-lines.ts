import type { InvoiceLine } from "@/lib/formats/invoice-reading";

/** A shorter number could also be an amount, a year or a quantity. */
const SHORTEST_IDENTIFIER = 5;
/** The most parts of an identifier: « CC-2026-07-B » has four. */
const MOST_PARTS = 6;
/** Words before a plate. */
const PLATE_WORDS = new Set(["IMMATRICULATION", "IMMAT", "PLAQUE", "PLATE", "REGISTRATION"]);
/** A French plate since 2009 (arrêté du 9 février 2009): the letters I, O and U are not used. */
const FRENCH_PLATE = /^([A-HJ-NP-TV-Z]{2})(\d{3})([A-HJ-NP-TV-Z]{2})$/;

/** A line with the one contract and the one vehicle it belongs to; null where that is not certain. */
type SplitLine = Omit<InvoiceLine, "text">;

/**
 * Gives each line to a contract and a vehicle. In this order: what the line itself names (BT-128, BG-32); the only one
 * of the document's that its texts contain; a plate that its texts call one; the only one of the document. A line that
 * names several stays without, because nothing says how to share its amount.
 */
export function splitLines(
  lines: readonly InvoiceLine[],
  document: { contracts: readonly string[]; vehicles: readonly string[] },
): SplitLine[] {
  const vehicles = byKey(document.vehicles);
  const contracts = byKey(document.contracts);
  return lines.map(({ text, ...line }) => {
    const parts = partsOf(text);
    const [inText, plate] = [namedIn(parts, vehicles), line.vehicle ?? plateIn(parts)];
    return {
      ...line,
      vehicle: line.vehicle ?? chosen(inText, document.vehicles, plate),
      contract: line.contract ?? chosen(namedIn(parts, contracts), document.contracts, null),
    };
  });
}

function chosen(
  inText: ReadonlySet<string>,
  all: readonly string[],
  otherwise: string | null,
): string | null {
  const [first] = inText.size > 0 ? inText : [];
  if (first !== undefined) return inText.size === 1 ? first : null;
  return otherwise ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/** The identifiers that may be found in a text, by their letters and digits. */
function byKey(identifiers: readonly string[]): ReadonlyMap<string, string> {
  const keyed = identifiers.map((identifier) => [partsOf(identifier).join(""), identifier] as const);
  return new Map(keyed.filter(([key]) => key.length >= SHORTEST_IDENTIFIER && /\d/.test(key)));
}

/** The letters and digits of a text in upper case, cut at every other character. */
const partsOf = (text: string): string[] => text.toUpperCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];

/** The known identifiers that stand in the text as whole words, with whatever signs between their parts. */
function namedIn(parts: readonly string[], known: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  if (known.size === 0) return found;
  for (let from = 0; from < parts.length; from += 1) {
    let key = "";
    for (let to = from; to < Math.min(from + MOST_PARTS, parts.length); to += 1) {
      key += parts[to];
      const identifier = known.get(key);
      if (identifier !== undefined) found.add(identifier);
    }
  }
  return found;
}

/** The plate that follows a word for it, such as « Immatriculation n° GF 410 BQ »; null when there is none, or several. */
function plateIn(parts: readonly string[]): string | null {
  const found = new Set<string>();
  parts.forEach((part, at) => {
    if (!PLATE_WORDS.has(part)) return;
    // « n° » may stand between.
    for (const start of [at + 1, at + 2])
      for (const length of [1, 3]) {
        const plate = FRENCH_PLATE.exec(parts.slice(start, start + length).join(""));
        if (plate) found.add(plate.slice(1).join("-"));
      }
  });
  const [first] = found;
  return found.size === 1 && first !== undefined ? first : null;
}
