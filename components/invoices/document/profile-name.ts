/** Parts of specification identifiers (BT-24), the most particular first, and what people call them. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/xrechnung/i, "XRechnung"],
  [/peppol\.eu/i, "Peppol BIS"],
  [/basic-?wl/i, "BASIC WL"],
  [/minimum/i, "MINIMUM"],
  [/extended/i, "EXTENDED"],
  [/comfort/i, "COMFORT"],
  [/[:#]basic/i, "BASIC"],
  [/en16931/i, "EN 16931"],
];

/** How a profile is called; one that nobody named stays as the file writes it. */
export function profileName(identifier: string): string {
  return NAMES.find(([pattern]) => pattern.test(identifier))?.[1] ?? identifier;
}
