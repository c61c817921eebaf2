const NO_BREAK_SPACE = "\u00a0";

/** Writes a SIREN or a SIRET for people: 732 829 320 and 732 829 320 00074; other texts stay as they are. */
export function formatSiren(digits: string): string {
  if (!/^(\d{9}|\d{14})$/.test(digits)) return digits;
  const groups = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 9), digits.slice(9)];
  return groups.filter(Boolean).join(NO_BREAK_SPACE);
}

/** Writes an IBAN in groups of four (ISO 13616); other account numbers stay as they are. */
export function formatIban(account: string): string {
  const iban = account.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return account;
  return (iban.match(/.{1,4}/g) ?? []).join(NO_BREAK_SPACE);
}
