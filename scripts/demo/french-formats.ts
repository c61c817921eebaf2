const NBSP = "\u00a0";

/** "1 234,50" with no-break spaces and a true minus; decimals kept as given. */
export function frenchDecimal(decimal: string): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction] = decimal.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  return `${negative ? "\u2212" : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** "999 512 040". */
export function frenchSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);
}

/** "FR76 9999 9000 …", by fours. */
export function spacedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, `$1${NBSP}`);
}
