/** Roles of the users of an account. */
export const CUSTOMER_ROLES = ["administrator", "member"] as const;

export type CustomerRole = (typeof CUSTOMER_ROLES)[number];

/** Roles of a supplier's staff; an operator runs the installation and belongs to no supplier. */
const STAFF_ROLES = ["adviser", "manager", "operator"] as const;

export const ROLES = [...CUSTOMER_ROLES, ...STAFF_ROLES] as const;

export type Role = (typeof ROLES)[number];
