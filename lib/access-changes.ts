/*
 * The changes of access to an account that need fresh proof and are notified by mail
 * (docs/decisions/0027-fresh-proof.md).
 */
export const ACCESS_CHANGES = [
  "address_changed",
  "administrator_named",
  "user_added",
  /** Several users, from one pasted list. */
  "users_added",
  /** A default password or an invitation, given again. */
  "access_given",
  "access_restored",
  /** The supplier ended the block of an identifier after wrong passwords. */
  "block_lifted",
] as const;

/** Changes of a second factor. Its user is notified of them (docs/decisions/0034-second-factor.md). */
export const FACTOR_CHANGES = [
  "second_factor_enrolled",
  "second_factor_removed",
  /** By somebody else: a manager or an operator. */
  "second_factor_reset",
  "recovery_code_used",
  "recovery_codes_renewed",
] as const;

/**
 * Changes of who may use the console, which are told to the person concerned and to the managers of the supplier, or to
 * the operators.
 */
export const STAFF_CHANGES = [
  "staff_invited",
  "staff_made_adviser",
  "staff_made_manager",
  "staff_deactivated",
  "staff_reactivated",
] as const;

export type StaffChange = (typeof STAFF_CHANGES)[number];

export const isStaffChange = (change: AnyAccessChange): change is StaffChange =>
  (STAFF_CHANGES as readonly string[]).includes(change);

export type FactorChange = (typeof FACTOR_CHANGES)[number];

export const isFactorChange = (change: AnyAccessChange): change is FactorChange =>
  (FACTOR_CHANGES as readonly string[]).includes(change);

export type AccessChange = (typeof ACCESS_CHANGES)[number];

/** Every change that a mail of the kind `access_changed` can report. */
export type AnyAccessChange = AccessChange | FactorChange | StaffChange;
