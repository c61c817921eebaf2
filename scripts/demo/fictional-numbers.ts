/** Returns a SIREN of the given eight digits and their Luhn digit. No company has a SIREN that starts with 999. */
export function sirenFrom(firstEight: string): string {
  const doubled = [...firstEight].map((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  const sum = doubled.reduce((total, value) => total + value, 0);
  return `${firstEight}${(10 - (sum % 10)) % 10}`;
}

/** Returns the French VAT number of a SIREN (BOI-TVA-DECLA-20-20: key = 12 + 3 × (SIREN mod 97), mod 97). */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** Returns a French IBAN with a bank code that does not exist (99999) and correct check digits (ISO 13616). */
export function ibanFrom(account: string): string {
  const bban = `9999900001${account.padStart(11, "0")}00`;
  return `FR${checkDigits(bban)}${bban}`;
}

/** Returns a SEPA creditor identifier (EPC262-08). Its check digits do not cover the three letters of the activity. */
export function creditorIdFrom(nationalId: string): string {
  return `FR${checkDigits(nationalId)}ZZZ${nationalId}`;
}

/** Returns the check digits of the text followed by FR00 (ISO 7064 mod 97-10, with A = 10 and so on). */
function checkDigits(text: string): string {
  const digits = [...`${text}FR00`].map((character) => parseInt(character, 36)).join("");
  return String(98n - (BigInt(digits) % 97n)).padStart(2, "0");
}
