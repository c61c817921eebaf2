import { auditEvents } from "@/db/schema/audit-events";
import type { Transaction } from "@/db/transaction";
import { afterCommit } from "@/lib/access/after-commit";
import type { Viewer } from "@/lib/access/viewer";
import { logSecurityEvent } from "@/lib/security-log";

export interface AuditEvent {
  action:
    | "signed_in"
    | "recovery_requested"
    | "password_chosen"
    | "account_activated"
    | "activation_resent"
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
    | "refused_file_dismissed"
    | "invoices_announced"
    | "password_changed"
    | "display_history_changed"
    | "invoice_shared"
    | "share_revoked"
    | "accounting_settings_changed"
    | "accounting_batch_made"
    | "filter_saved"
    | "filter_removed"
    | "invoices_marked_taken"
    | "invoices_put_back"
    | "number_settled"
    | "locale_changed"
    | "request_made"
    | "request_replied"
    | "request_answered"
    | "request_accepted"
    | "request_declined"
    | "request_closed"
    | "request_reopened"
    | "request_assigned"
    | "request_passed_on"
    | "answer_template_saved"
    | "answer_template_removed"
    | "request_contact_added"
    | "request_contact_removed"
    | "answer_delay_changed"
    | "missed_sent"
    | "address_change_undone"
    | "address_retried"
    | "import_applied"
    | "import_undone"
    | "paper_pack_taken"
    | "name_changed"
    | "sessions_ended"
    | "user_added"
    | "user_changed"
    | "user_deactivated"
    | "user_reactivated"
    | "user_password_reset"
    | "administrator_named"
    | "administrator_removed"
    | "access_link_sent"
    | "block_lifted"
    | "notification_resent"
    | "account_closing"
    | "account_reopened"
    | "note_added"
    | "note_removed"
    | "staff_invited"
    | "staff_invited_again"
    | "staff_role_changed"
    | "staff_deactivated"
    | "staff_reactivated"
    | "second_factor_enrolled"
    | "second_factor_removed"
    | "second_factor_reset"
    | "recovery_code_used"
    | "recovery_codes_renewed"
    | "supplier_key_revoked"
    | "supplier_settings_changed"
    | "supplier_logo_changed"
    | "supplier_logo_removed"
    | "sender_domain_verified"
    | "sender_domain_lost"
    /** Written by PostgreSQL itself (db/functions/issue.sql, view-as.sql, operator-suppliers.sql, operator-mails.sql). */
    | "supplier_created"
    | "supplier_suspended"
    | "supplier_resumed"
    | "supplier_mails_resumed"
    | "mail_retried"
    | "mail_dropped"
    | "supplier_key_issued"
    | "supplier_key_rotated"
    | "customer_token_issued"
    | "view_as_started"
    | "view_as_ended"
    | "view_as_original_opened";
  subjectId: string;
  at: Date;
  supplierId?: string;
  accountId?: string;
  details?: Record<string, unknown>;
}

/** Actions that change how somebody can sign in, or with which rights. They are also logged as security events. */
const CHANGES_OF_ACCESS: ReadonlySet<AuditEvent["action"]> = new Set([
  "password_chosen",
  "password_changed",
  "user_password_reset",
  "user_added",
  "user_deactivated",
  "user_reactivated",
  "administrator_named",
  "administrator_removed",
  "address_changed",
  "access_link_sent",
  "block_lifted",
  "identifier_attached",
  "identifier_detached",
  "staff_invited",
  "staff_invited_again",
  "staff_role_changed",
  "staff_deactivated",
  "staff_reactivated",
  "second_factor_enrolled",
  "second_factor_removed",
  "second_factor_reset",
  "recovery_code_used",
  "recovery_codes_renewed",
  "supplier_key_revoked",
  "supplier_created",
  "supplier_suspended",
  "supplier_resumed",
  "supplier_mails_resumed",
]);

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
  if (CHANGES_OF_ACCESS.has(event.action)) logAccessChange(tx, viewer, event);
}

/**
 * Logs a change of access as a security event when the transaction is committed. Called alone for a change whose
 * journal entry PostgreSQL itself writes.
 */
export function logAccessChange(
  tx: Transaction,
  viewer: Viewer,
  event: Pick<AuditEvent, "action" | "subjectId" | "accountId">,
): void {
  afterCommit(tx, () =>
    logSecurityEvent("access_changed", {
      reason: event.action,
      viewer: viewer.kind,
      userId: "userId" in viewer ? viewer.userId : undefined,
      subjectId: event.subjectId,
      accountId: event.accountId ?? ("accountId" in viewer ? viewer.accountId : undefined),
    }),
  );
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
