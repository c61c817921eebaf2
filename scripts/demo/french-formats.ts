const NBSP = "\u00a0";

/** Formats a decimal as "1 234,50", with no-break spaces and a minus sign (U+2212); decimals stay as given. */
export function frenchDecimal(decimal: string): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction] = decimal.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  return `${negative ? "\u2212" : ""}${grouped}${fraction === undefined ? "" : `,${fraction}`}`;
}

/** Formats a SIREN as "999 512 040". */
export function frenchSiren(siren: string): string {
  return siren.replace(/(\d{3})(?=\d)/g, `$1${NBSP}`);
}

/** Formats an IBAN in groups of four: "FR76 9999 9000 …". */
export function spacedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, `$1${NBSP}`);
}
