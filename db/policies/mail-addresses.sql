-- Mail addresses that refused mails (bounced, complained, suppressed), and the reports of the mail provider.
-- Guarantees: a row belongs to the supplier whose mails the address refused. The supplier's staff and keys read it, and
-- delete it when they record the address again or try it again. A customer reads the row of their own notification
-- address, and a visitor who recovers a password reads the row of the address that they typed. Only background work
-- adds and changes rows, and only background work reads the provider's reports.
-- Operators learn when the newest report arrived (db/functions/operator-health.sql).

alter table mail_addresses enable row level security;
alter table mail_addresses force row level security;
grant select, insert, update, delete on mail_addresses to efacture_app;

create policy jobs on mail_addresses to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on mail_addresses for select using (supplier_id = viewer_supplier());
create policy supplier_deletes on mail_addresses for delete using (supplier_id = viewer_supplier());
create policy account_reads on mail_addresses for select
  using (exists (
    select from accounts where accounts.id = viewer_account()
      and accounts.supplier_id = mail_addresses.supplier_id and accounts.email = mail_addresses.email));
create policy recovery_reads on mail_addresses for select to efacture_app
  using (viewer_kind() = 'recovery' and supplier_id = viewer_named_supplier() and email = (select auth_named_email()));

alter table mail_events enable row level security;
alter table mail_events force row level security;
grant select, insert, update, delete on mail_events to efacture_jobs;
grant select (received_at) on mail_events to efacture_auth;

create policy jobs on mail_events to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy auth_functions on mail_events for select to efacture_auth using (true);
