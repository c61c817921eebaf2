import type { InvoiceParty } from "@/lib/formats/invoice-reading";
import { compact, sirenOfVatNumber } from "@/lib/formats/siren";

/** What identifies a company: its SIREN numbers, also those in French VAT numbers, and its VAT numbers. */
export interface Identity {
  sirens: readonly string[];
  vatNumbers: readonly string[];
}

/** The identity of the buyer that a file names. */
export function buyerIdentity(buyer: InvoiceParty | null): Identity {
  return { sirens: buyer?.sirens ?? [], vatNumbers: buyer?.vatNumber ? [vatKey(buyer.vatNumber)] : [] };
}

/** The identity of the company that an account belongs to. */
export function companyIdentity(company: { siren: string | null; vatNumber: string | null }): Identity {
  const { siren, vatNumber } = company;
  const sirens = [siren, vatNumber === null ? null : sirenOfVatNumber(vatNumber)];
  return {
    sirens: [...new Set(sirens.filter((one) => one !== null))],
    vatNumbers: vatNumber === null ? [] : [vatKey(vatNumber)],
  };
}

/** Returns whether the two share a number. */
export function isSameCompany(one: Identity, other: Identity): boolean {
  return (
    one.sirens.some((siren) => other.sirens.includes(siren)) ||
    one.vatNumbers.some((number) => other.vatNumbers.includes(number))
  );
}

/**
 * Returns a number of the buyer that cannot be the company's: a SIREN where the company has others, or a VAT number of
 * the same country where the company has another; null when nothing contradicts.
 */
export function contradiction(buyer: Identity, company: Identity): string | null {
  const otherSiren =
    company.sirens.length > 0 && buyer.sirens.find((siren) => !company.sirens.includes(siren));
  if (otherSiren) return `SIREN ${otherSiren}`;
  const country = (number: string) => number.slice(0, 2);
  const otherNumber = buyer.vatNumbers.find(
    (number) =>
      !company.vatNumbers.includes(number) &&
      company.vatNumbers.some((known) => country(known) === country(number)) &&
      // A French VAT number contains the SIREN, which was compared above.
      country(number) !== "FR",
  );
  return otherNumber ? `VAT number ${otherNumber}` : null;
}

const vatKey = (vatNumber: string) => compact(vatNumber).toUpperCase();
