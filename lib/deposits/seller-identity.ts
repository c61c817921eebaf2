import { companyIdentity, isSameCompany } from "./buyer-evidence";

/** How a document names its seller. `isNamed` is false when it names none; the supplier then counts as its seller. */
export interface Seller {
  isNamed: boolean;
  name: string;
  sirens: readonly string[];
  vatNumber: string | null;
}

/**
 * Returns whether two documents have the same seller, also when they write it differently. They are compared by SIREN
 * (also within a SIRET or a French VAT number), by VAT number, or by name when one of them has no SIREN. A document
 * without a seller counts as the supplier's own; within one account it also counts as the document of any other
 * seller, because nothing contradicts that.
 */
export function isSameSeller(one: Seller, other: Seller, isSameAccount: boolean): boolean {
  if (isSameAccount && !(one.isNamed && other.isNamed)) return true;
  const [a, b] = [one, other].map(({ sirens, vatNumber }) => {
    const identity = companyIdentity({ siren: null, vatNumber });
    return { ...identity, sirens: [...identity.sirens, ...sirens] };
  });
  if (!a || !b) return false;
  if (isSameCompany(a, b)) return true;
  // Two companies with different SIRENs may have the same name. If a SIREN is missing, the same name means the same
  // company.
  const areBothNumbered = a.sirens.length > 0 && b.sirens.length > 0;
  return !areBothNumbered && nameKey(one.name) === nameKey(other.name) && nameKey(one.name) !== "";
}

/** A name as it is compared: letters and digits only, without accents or case. */
const nameKey = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
