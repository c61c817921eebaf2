import { SUPPLIER_ROLES } from "@/lib/roles";

/** What a manager can do with another member of the staff: give a role, invite again, end or restore the access. */
export const STAFF_CHANGE_CHOICES = [...SUPPLIER_ROLES, "invite_again", "deactivate", "reactivate"] as const;

export type StaffChangeChoice = (typeof STAFF_CHANGE_CHOICES)[number];
