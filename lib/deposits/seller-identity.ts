import { companyIdentity, isSameCompany } from "./buyer-evidence";

/** How a document names its seller; `isNamed` is false when it names none, and so counts as the supplier's own. */
export interface Seller {
  isNamed: boolean;
  name: string;
  sirens: readonly string[];
  vatNumber: string | null;
}

/**
 * Returns whether two documents have the same seller, however each writes it: a SIREN (also within a SIRET or a French
 * VAT number), a VAT number, or the name when not both have numbers. A document that names no seller is the supplier's
 * own; within one account it also counts as that of any other seller, since nothing says otherwise.
 */
export function isSameSeller(one: Seller, other: Seller, isSameAccount: boolean): boolean {
  if (isSameAccount && !(one.isNamed && other.isNamed)) return true;
  const [a, b] = [one, other].map(({ sirens, vatNumber }) => {
    const identity = companyIdentity({ siren: null, vatNumber });
    return { ...identity, sirens: [...identity.sirens, ...sirens] };
  });
  if (!a || !b) return false;
  if (isSameCompany(a, b)) return true;
  // Two companies may have the same name, but not when one of them says no more than its name.
  const areBothNumbered = a.sirens.length > 0 && b.sirens.length > 0;
  return !areBothNumbered && nameKey(one.name) === nameKey(other.name) && nameKey(one.name) !== "";
}

/** A name as it is compared: letters and digits only, without accents or case. */
const nameKey = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
