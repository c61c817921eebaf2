import type { Manager, SupplierKey } from "@/lib/access/viewer";

/** Who may deposit: a supplier's key, and its managers in the console. */
export type Depositor = SupplierKey | Manager;

/** The columns that say how, and by which key or person, a file was deposited. */
export const depositedBy = (viewer: Depositor) =>
  viewer.kind === "manager"
    ? { source: "console" as const, supplierKeyId: null, userId: viewer.userId }
    : { source: "api" as const, supplierKeyId: viewer.keyId, userId: null };
