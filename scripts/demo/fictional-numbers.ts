/** A SIREN made of eight digits and the Luhn digit that makes it valid. Those that start with 999 are nobody's. */
export function sirenFrom(firstEight: string): string {
  const doubled = [...firstEight].map((digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  const sum = doubled.reduce((total, value) => total + value, 0);
  return `${firstEight}${(10 - (sum % 10)) % 10}`;
}

/** The French VAT number of a SIREN (BOI-TVA-DECLA-20-20: key = 12 + 3 × (SIREN mod 97), mod 97). */
export function vatNumberOf(siren: string): string {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, "0")}${siren}`;
}

/** A French IBAN of a bank code that does not exist (99999), with right check digits (ISO 13616). */
export function ibanFrom(account: string): string {
  const bban = `9999900001${account.padStart(11, "0")}00`;
  return `FR${checkDigits(bban)}${bban}`;
}

/** A SEPA creditor identifier (EPC262-08): its check digits leave out the three letters of the activity. */
export function creditorIdFrom(nationalId: string): string {
  return `FR${checkDigits(nationalId)}ZZZ${nationalId}`;
}

/** ISO 7064 mod 97-10 over the text followed by FR00; letters count from A = 10. */
function checkDigits(text: string): string {
  const digits = [...`${text}FR00`].map((character) => parseInt(character, 36)).join("");
  return String(98n - (BigInt(digits) % 97n)).padStart(2, "0");
}
