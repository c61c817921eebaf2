-- What a member of staff sees while looking at the portal as a customer's user (db/functions/view-as.sql).
-- Guarantees: the viewer view_as reads one account, as one of its users would, and no policy lets it write. It cannot
-- read the journal, sessions, tokens or keys.

grant update (view_as_user_id, view_as_reason, view_as_until) on sessions to efacture_auth;
grant select (last_sign_in_at) on users to efacture_auth;
grant select (id, account_id, supplier_id, state, number) on invoices to efacture_auth;
grant select (actor_id, subject_id, action, at) on audit_events to efacture_auth;
create policy auth_functions on invoices for select to efacture_auth using (true);
create policy auth_functions_read on audit_events for select to efacture_auth using (true);

create policy view_as_reads on companies for select to efacture_app
  using (exists (
    select from accounts
    where accounts.company_id = companies.id and accounts.id = (select viewer_viewed_account())));
create policy view_as_reads on accounts for select to efacture_app
  using (id = (select viewer_viewed_account()));
create policy view_as_reads on users for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoices for select to efacture_app
  using (account_id = (select viewer_viewed_account()) and state = 'available');
create policy view_as_reads on invoice_references for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoice_vat for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoice_lines for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoice_readings for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoice_announcements for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on notifications for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on digests for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on mails for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on deliveries for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on link_capabilities for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on link_capability_invoices for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on invoice_shares for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on ledger_entries for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on customer_requests for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on request_messages for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy view_as_reads on saved_filters for select to efacture_app
  using (user_id = (select viewer_viewed_user()));
create policy view_as_reads on mail_addresses for select to efacture_app
  using (exists (
    select from accounts where accounts.id = (select viewer_viewed_account())
      and accounts.supplier_id = mail_addresses.supplier_id and accounts.email = mail_addresses.email));
