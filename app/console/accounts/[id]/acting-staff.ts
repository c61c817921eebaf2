import type { ActingStaff } from "@/lib/accounts/one/acting-staff";
import type { SupplierStaffSession } from "@/lib/sign-in/session/current-session";

/** Returns the member of staff of a session, as the operations on customers' access need it. */
export const actingStaff = ({ viewer, id, supplier }: SupplierStaffSession): ActingStaff => ({
  viewer,
  sessionId: id,
  supplierName: supplier.name,
});
