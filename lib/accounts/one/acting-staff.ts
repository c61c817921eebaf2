import type { StaffUser } from "@/lib/access/viewer";

/** A member of a supplier's staff who changes a customer's account or access, in an open session. */
export interface ActingStaff {
  viewer: StaffUser;
  sessionId: string;
  /** Named in mails to the customer as the one who acted: the supplier, not its employee. */
  supplierName: string;
}
