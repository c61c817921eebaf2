/** Parts of specification identifiers (BT-24) and the usual names, the most specific first. */
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

/** Returns the usual name of a profile, or its identifier if it has none. */
export function profileName(identifier: string): string {
  return NAMES.find(([pattern]) => pattern.test(identifier))?.[1] ?? identifier;
}
