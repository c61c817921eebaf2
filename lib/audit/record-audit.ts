import { auditEvents } from "@/db/schema/audit-events";
import type { Transaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";

export interface AuditEvent {
  action:
    | "signed_in"
    | "recovery_requested"
    | "password_chosen"
    | "account_activated"
    | "account_created"
    | "account_changed"
    | "address_changed"
    | "signed_out"
    | "account_switched"
    | "attachment_requested"
    | "identifier_attached"
    | "identifier_detached"
    | "invoice_deposited"
    | "invoice_withdrawn"
    | "password_changed"
    | "display_history_changed"
    | "filter_saved"
    | "filter_removed"
    | "locale_changed"
    | "request_made"
    | "name_changed"
    | "sessions_ended"
    | "user_added"
    | "user_changed"
    | "user_deactivated"
    | "user_reactivated"
    | "user_password_reset"
    | "administrator_named"
    | "administrator_removed";
  subjectId: string;
  at: Date;
  supplierId?: string;
  accountId?: string;
  details?: Record<string, unknown>;
}

/** Writes who did what to the journal, in the same transaction as the change. */
export async function recordAudit(tx: Transaction, viewer: Viewer, event: AuditEvent): Promise<void> {
  const isStaffOrKey =
    viewer.kind === "adviser" || viewer.kind === "manager" || viewer.kind === "supplier_key";
  await tx.insert(auditEvents).values({
    at: event.at,
    supplierId: event.supplierId ?? (isStaffOrKey ? viewer.supplierId : null),
    accountId: event.accountId ?? ("accountId" in viewer ? viewer.accountId : null),
    actorKind: actorKind(viewer),
    actorId: actorId(viewer),
    action: event.action,
    subjectId: event.subjectId,
    details: event.details ?? {},
  });
}

/** Before anybody is signed in, and where accounts must not learn of each other, it is the portal that acts. */
function actorKind(viewer: Viewer): Viewer["kind"] {
  const isPortal = viewer.kind === "recovery" || viewer.kind === "token_holder" || viewer.kind === "person";
  return isPortal ? "job" : viewer.kind;
}

function actorId(viewer: Viewer): string | null {
  if ("userId" in viewer) return viewer.userId;
  if (viewer.kind === "supplier_key") return viewer.keyId;
  if (viewer.kind === "link") return viewer.linkId;
  return null;
}
