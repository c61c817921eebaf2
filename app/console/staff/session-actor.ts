import type { SupplierManagerSession } from "@/lib/sign-in/session/current-session";
import type { ActingManager } from "@/lib/users/staff/staff-actor";

/** Converts a session to the `ActingManager` that the operations on staff expect. */
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
