import { isSiren } from "./siren";

/** La Poste's establishments do not follow the check digit of the whole number (INSEE). */
const LA_POSTE = "356000000";

/** Whether these 14 digits are a SIRET: a SIREN and five digits, with the check digit of Luhn over all of them. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  const digits = [...text].map(Number);
  if (text.startsWith(LA_POSTE)) return digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0;
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
