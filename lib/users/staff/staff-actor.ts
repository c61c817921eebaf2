import type { Job, Manager, Operator } from "@/lib/access/viewer";

/** A manager who changes the staff of the own supplier, in an open session. */
export interface ActingManager {
  viewer: Manager;
  sessionId: string;
  identifier: string;
  /** As shown to colleagues; the identifier when no name is recorded. */
  name: string;
  supplierName: string;
}

/**
 * Who changes the staff of a supplier, or the operators (supplier null): a manager, an operator who invites a supplier's
 * first manager, or the command line.
 */
export interface StaffActor {
  viewer: Manager | Operator | Job;
  supplierId: string | null;
  /** Null for the command line. */
  identifier: string | null;
  name: string;
  /** The supplier's name, or the installation's. */
  companyName: string;
}

export const managerAsActor = ({ viewer, identifier, name, supplierName }: ActingManager): StaffActor => ({
  ...{ viewer, identifier, name },
  supplierId: viewer.supplierId,
  companyName: supplierName,
});

/** The actor as the mails about the change name it. */
export const asMailActor = ({ viewer, supplierId, name, identifier, companyName }: StaffActor) => ({
  viewer: { userId: viewer.kind === "job" ? null : viewer.userId, supplierId, accountId: null },
  ...{ name, identifier, companyName },
});
