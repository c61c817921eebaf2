/** When a file changes a larger share of a supplier's addresses, it is probably a mistake, such as a shifted column. */
const USUAL_PERCENT = 5;
/** With fewer changed addresses, staff can check each of them. */
const FEW_ADDRESSES = 3;

/**
 * Whether the number of changed addresses must be typed before an import is applied: more than 5 % of the addresses
 * that the supplier has, and at least three.
 */
export const mustTypeCount = (changedAddresses: number, knownAddresses: number): boolean =>
  changedAddresses >= FEW_ADDRESSES && changedAddresses * 100 > knownAddresses * USUAL_PERCENT;
