/** Above this share of a supplier's addresses, a changed file is more likely a mistake than news (one column shifted). */
const USUAL_PERCENT = 5;
/** So few addresses can be looked at one by one. */
const FEW_ADDRESSES = 3;

/**
 * Whether the number of changed addresses must be typed before an import is applied: more than 5 % of the addresses that
 * the supplier has, and at least three.
 */
export const mustTypeCount = (changedAddresses: number, knownAddresses: number): boolean =>
  changedAddresses >= FEW_ADDRESSES && changedAddresses * 100 > knownAddresses * USUAL_PERCENT;
