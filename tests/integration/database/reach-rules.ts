import { STAFF_WORK_RULES } from "./staff-work-rules";

/*
 * What the policies and grants of PostgreSQL allow each kind of viewer, without the checks of the application: for each
 * table and operation, a list of `viewers:rows`, whose words `reach-scopes.ts` explains. Everything else is refused. The test
 * fails if db/policies allows more or less than this.
 */

interface Rules {
  select: string;
  insert: string;
  update: string;
  delete: string;
}

const jobsOnly: Rules = { select: "job:all", insert: "job:all", update: "job:all", delete: "" };
const bySupplier: Rules = {
  select: "supplier:supplier job:all",
  insert: "supplier:supplier job:all",
  update: "supplier:supplier job:all",
  delete: "",
};

/** Data read from a document when it is deposited. Afterwards only jobs may change or delete it. */
const parsedFromDocument: Rules = {
  select: "readers:account supplier:supplier job:all",
  insert: "supplier:supplier job:all",
  update: "job:all",
  delete: "job:all",
};

export const RULES: Record<string, Rules> = {
  // A manager may change one setting of their own supplier, by the grants of db/policies/suppliers.sql.
  suppliers: { ...jobsOnly, select: "everyone:all", update: "manager:supplier job:all" },
  companies: { ...bySupplier, select: "readers:account supplier:supplier job:all" },
  accounts: { ...bySupplier, select: "readers:account supplier:supplier job:all" },
  // Nobody deletes a correction; only staff mark it as undone.
  account_corrections: {
    select: "supplier:supplier job:all",
    insert: "staff:self job:all",
    update: "staff:supplier job:all",
    delete: "",
  },
  address_changes: {
    select: "supplier:supplier job:all",
    insert: "staff:supplier job:all",
    update: "supplier:supplier job:all",
    delete: "",
  },
  users: {
    select:
      "readers:account users:self supplier:supplier operator:no_customer token_holder:named_by person:named_by job:all",
    // A manager adds only staff without a password; all rows here have one (staff-rights.test.ts).
    insert: "administrator:account_unproven supplier:customers_unproven job:all",
    update:
      "administrator:account users:self supplier:customers_of_supplier manager:staff_of_supplier token_holder:named_by person:named_by job:all",
    delete: "",
  },
  sessions: {
    select: "users:self person:named_by job:all",
    insert: "users:self person:other_user job:all",
    update: "users:self person:own_session job:all",
    delete: "job:all",
  },
  known_devices: {
    select: "users:self token_holder:named_by job:all",
    insert: "users:self token_holder:named_by job:all",
    update: "users:self token_holder:named_by job:all",
    delete: "users:self token_holder:named_by job:all",
  },
  account_notes: {
    select: "staff:supplier job:all",
    insert: "staff:self job:all",
    update: "",
    delete: "staff:self job:all",
  },
  // Read and changed only by the functions of db/functions/second-factor.sql.
  second_factors: { select: "", insert: "job:all", update: "", delete: "" },
  recovery_codes: { select: "", insert: "job:all", update: "", delete: "" },
  deposits: bySupplier,
  refused_files: {
    select: "manager:supplier supplier_key:supplier job:all",
    insert: "manager:supplier supplier_key:supplier job:all",
    update: "manager:supplier supplier_key:supplier job:all",
    delete: "job:all",
  },
  invoice_announcements: {
    select: "readers:account supplier:supplier job:all",
    insert: "manager:supplier supplier_key:supplier job:all",
    update: "manager:supplier supplier_key:supplier job:all",
    delete: "",
  },
  deposit_files: bySupplier,
  invoices: {
    ...bySupplier,
    select: "readers:available link:in_direct_link supplier:supplier job:all",
    delete: "job:all",
  },
  invoice_references: parsedFromDocument,
  invoice_vat: parsedFromDocument,
  invoice_lines: parsedFromDocument,
  accounting_settings: {
    select: "customer_users:account job:all",
    insert: "customer_users:account job:all",
    update: "customer_users:account job:all",
    delete: "job:all",
  },
  // Nobody changes a batch.
  accounting_batches: {
    select: "customer_users:account job:all",
    insert: "customer_users:self job:all",
    update: "job:all",
    delete: "job:all",
  },
  // Only the withdrawal that a batch tells of may be noted.
  accounting_entries: {
    select: "customer_users:account job:all",
    insert: "customer_users:account job:all",
    update: "customer_users:account job:all",
    delete: "job:all",
  },
  invoice_readings: {
    select: "readers:account supplier:supplier job:all",
    insert: "customer_users:self job:all",
    update: "customer_users:self job:all",
    delete: "job:all",
  },
  // Links and attached files take without a user: takings.test.ts.
  invoice_takings: {
    select: "readers:account supplier:supplier job:all",
    insert: "customer_users:self job:all",
    update: "customer_users:self job:all",
    delete: "job:all",
  },
  settled_numbers: {
    select: "readers:account supplier:supplier job:all",
    insert: "customer_users:self job:all",
    update: "",
    delete: "",
  },
  ledger_heads: bySupplier,
  ledger_entries: {
    select: "readers:account supplier:supplier job:all",
    insert: "supplier:supplier job:all",
    update: "",
    delete: "",
  },
  audit_events: {
    select: "administrator:account customer_users:self supplier:supplier operator:no_customer job:all",
    insert: "customer_users:self supplier:supplier job:all",
    update: "",
    delete: "job:all",
  },
  tokens: {
    select: "supplier:no_attachment token_holder:named_by person:named_by job:all",
    insert: "",
    update: "job:all",
    delete: "job:all",
  },
  link_capabilities: {
    ...bySupplier,
    select: "portal_readers:account supplier:supplier job:all",
    delete: "job:all",
  },
  link_capability_invoices: {
    ...bySupplier,
    select: "portal_readers:account supplier:supplier job:all",
    update: "",
    delete: "job:all",
  },
  invoice_shares: {
    select: "portal_readers:account supplier:supplier job:all",
    insert: "customer_users:self job:all",
    update: "administrator:account member:self job:all",
    delete: "",
  },
  supplier_keys: { select: "supplier:supplier job:all", insert: "", update: "job:all", delete: "" },
  customer_tokens: {
    select: "customer_users:self supplier:supplier job:all",
    insert: "",
    update: "job:all",
    delete: "",
  },
  digests: {
    ...jobsOnly,
    select: "readers:account supplier:supplier job:all",
    insert: "supplier:supplier job:all",
  },
  notifications: { ...bySupplier, select: "readers:account supplier:supplier job:all", delete: "job:all" },
  // The recipients of the mails in this test are recorded for no account, so only jobs may insert or change such mails.
  // issuing-rights.test.ts tests mails to recorded addresses.
  mails: { ...jobsOnly, select: "readers:account supplier:supplier job:all" },
  mail_batches: jobsOnly,
  supplier_sending: { ...jobsOnly, select: "supplier:supplier job:all" },
  deliveries: { ...jobsOnly, select: "readers:account supplier:supplier job:all", delete: "job:all" },
  saved_filters: {
    select: "portal_readers:self job:all",
    insert: "customer_users:self job:all",
    update: "customer_users:self job:all",
    delete: "customer_users:self job:all",
  },
  customer_requests: {
    select: "portal_readers:account staff:supplier job:all",
    insert: "customer_users:self job:all",
    update: "customer_users:account staff:supplier job:all",
    delete: "",
  },
  request_messages: {
    select: "portal_readers:account staff:supplier job:all",
    insert: "customer_users:self staff:self job:all",
    update: "",
    delete: "",
  },
  answer_templates: {
    select: "staff:supplier job:all",
    insert: "staff:supplier job:all",
    update: "staff:supplier job:all",
    delete: "staff:supplier job:all",
  },
  request_contacts: {
    select: "staff:supplier job:all",
    insert: "manager:supplier job:all",
    update: "",
    delete: "manager:supplier job:all",
  },
  mail_addresses: {
    ...jobsOnly,
    select: "supplier:supplier recovery:named_by job:all",
    delete: "supplier:supplier job:all",
  },
  retention_raises: {
    select: "manager:supplier job:all",
    insert: "manager:supplier job:all",
    update: "manager:supplier job:all",
    delete: "",
  },
  ledger_checks: jobsOnly,
  mail_events: { ...jobsOnly, delete: "job:all" },
  job_runs: { ...jobsOnly, select: "operator:all job:all" },
  installation: { ...jobsOnly, select: "everyone:all" },
  alerts: { ...jobsOnly, select: "operator:all job:all", delete: "job:all" },
  alert_calls: { ...jobsOnly, delete: "job:all" },
  refusal_notices: jobsOnly,
  account_search_words: { select: "", insert: "", update: "", delete: "" },
  ...STAFF_WORK_RULES,
  throttle_counters: { select: "", insert: "", update: "", delete: "" },
  form_answers: { select: "", insert: "", update: "", delete: "" },
};
