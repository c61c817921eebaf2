/** Roles of the users of an account. */
export const CUSTOMER_ROLES = ["administrator", "member"] as const;

export type CustomerRole = (typeof CUSTOMER_ROLES)[number];

/** Roles of staff: an adviser and a manager belong to a supplier; an operator runs the installation and belongs to no supplier. */
export const STAFF_ROLES = ["adviser", "manager", "operator"] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Roles within one supplier. */
export const SUPPLIER_ROLES = ["adviser", "manager"] as const satisfies readonly StaffRole[];

export type SupplierRole = (typeof SUPPLIER_ROLES)[number];

export const ROLES = [...CUSTOMER_ROLES, ...STAFF_ROLES] as const;

export type Role = (typeof ROLES)[number];
