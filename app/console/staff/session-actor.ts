import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import type { ActingManager } from "@/lib/users/staff/staff-actor";

/** The manager of a session, as the operations on the staff name them. */
export const actingManager = ({
  viewer,
  id,
  identifier,
  name,
  supplier,
}: SupplierManagerSession): ActingManager => ({
  viewer,
  sessionId: id,
  identifier,
  name: name || identifier,
  supplierName: supplier.name,
});
