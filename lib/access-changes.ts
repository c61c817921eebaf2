/*
 * The changes of what lets somebody into an account that need fresh proof and are told by mail
 * (docs/decisions/0027-fresh-proof.md).
 */
export const ACCESS_CHANGES = [
  "address_changed",
  "administrator_named",
  "user_added",
  /** Several from one pasted list. */
  "users_added",
  /** A default password or an invitation, given again. */
  "access_given",
  "access_restored",
  /** The supplier let an identifier try again that wrong passwords had blocked. */
  "block_lifted",
] as const;

export type AccessChange = (typeof ACCESS_CHANGES)[number];
