import type { ActionGroup } from "@/lib/audit-choices";
import type { AuditEvent } from "./record-audit";

const GROUP_OF: Record<AuditEvent["action"], ActionGroup> = {
  signed_in: "sign_ins",
  signed_out: "sign_ins",
  account_switched: "sign_ins",
  recovery_code_used: "sign_ins",

  recovery_requested: "access",
  password_chosen: "access",
  password_changed: "access",
  attachment_requested: "access",
  identifier_attached: "access",
  identifier_detached: "access",
  sessions_ended: "access",
  user_added: "access",
  user_changed: "access",
  user_deactivated: "access",
  user_reactivated: "access",
  user_password_reset: "access",
  administrator_named: "access",
  administrator_removed: "access",
  access_link_sent: "access",
  staff_invited: "access",
  staff_invited_again: "access",
  staff_role_changed: "access",
  staff_deactivated: "access",
  staff_reactivated: "access",
  second_factor_enrolled: "access",
  second_factor_removed: "access",
  second_factor_reset: "access",
  recovery_codes_renewed: "access",
  customer_token_issued: "access",
  supplier_key_issued: "access",
  supplier_key_rotated: "access",
  supplier_key_revoked: "access",

  account_activated: "accounts",
  account_created: "accounts",
  account_changed: "accounts",
  address_changed: "accounts",
  address_change_undone: "accounts",
  account_closing: "accounts",
  account_reopened: "accounts",
  note_added: "accounts",
  note_removed: "accounts",
  import_applied: "accounts",
  import_undone: "accounts",

  activation_resent: "mails",
  missed_sent: "mails",
  notification_resent: "mails",
  address_retried: "mails",
  block_lifted: "mails",

  request_made: "requests",
  request_replied: "requests",
  request_answered: "requests",
  request_accepted: "requests",
  request_declined: "requests",
  request_closed: "requests",
  request_reopened: "requests",
  request_assigned: "requests",
  request_passed_on: "requests",
  request_contact_added: "requests",
  request_contact_removed: "requests",
  answer_template_saved: "requests",
  answer_template_removed: "requests",
  answer_delay_changed: "requests",

  supplier_created: "access",
  supplier_suspended: "access",
  supplier_resumed: "access",
  supplier_mails_resumed: "mails",
  mail_retried: "mails",
  mail_dropped: "mails",

  invoice_deposited: "documents",
  invoice_withdrawn: "documents",
  refused_file_dismissed: "documents",
  invoices_announced: "documents",
  paper_pack_taken: "documents",
  view_as_started: "documents",
  view_as_ended: "documents",
  view_as_original_opened: "documents",

  display_history_changed: "profile",
  filter_saved: "profile",
  filter_removed: "profile",
  locale_changed: "profile",
  name_changed: "profile",
};

/** The actions of a group. Each action belongs to one. */
export const actionsOf = (group: ActionGroup): AuditEvent["action"][] =>
  (Object.keys(GROUP_OF) as AuditEvent["action"][]).filter((action) => GROUP_OF[action] === group);

/** The actions whose subject is an invoice. */
export const ABOUT_INVOICES: readonly AuditEvent["action"][] = [
  "invoice_deposited",
  "invoice_withdrawn",
  "notification_resent",
];
