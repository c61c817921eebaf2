-- What leaves the portal soon, by account; what left it, by account and date of issue; and whom to look at next.
create index invoices_account_leaving on invoices (account_id, remove_after) where state = 'available';
--> statement-breakpoint
create index ledger_entries_removed on ledger_entries (account_id, issued_on) where kind = 'removed';
--> statement-breakpoint
create index accounts_expiry_due on accounts (supplier_id, expiry_warned_through nulls first)
  where channel = 'electronic' and state <> 'closed' and email is not null;
