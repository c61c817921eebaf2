-- Who took an invoice, and missing numbers that are not the account's (docs/decisions/0050-takings.md).
-- Guarantees: users take and put back only for themselves; the taking of a direct link is written by auth_take_by_link
-- alone, and that of an attached file by jobs. Nobody deletes a taking but jobs.

alter table invoice_takings enable row level security;
alter table invoice_takings force row level security;
grant select, insert, update on invoice_takings to efacture_app;
grant delete on invoice_takings to efacture_jobs;
grant select, insert, update on invoice_takings to efacture_auth;

create policy jobs on invoice_takings to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_takings for select using (supplier_id = (select viewer_supplier()));
create policy account_reads on invoice_takings for select using (account_id = (select viewer_account()));
create policy view_as_reads on invoice_takings for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy taker_adds on invoice_takings for insert
  with check (account_id = viewer_account() and user_id = viewer_user() and way in ('session', 'hand'));
create policy taker_changes on invoice_takings for update
  using (user_id = viewer_user() and account_id = viewer_account())
  with check (user_id = viewer_user() and account_id = viewer_account());
create policy auth_functions on invoice_takings to efacture_auth using (true) with check (true);

alter table settled_numbers enable row level security;
alter table settled_numbers force row level security;
grant select, insert on settled_numbers to efacture_app;

create policy jobs on settled_numbers to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on settled_numbers for select using (supplier_id = viewer_supplier());
create policy account_reads on settled_numbers for select using (account_id = (select viewer_account()));
create policy view_as_reads on settled_numbers for select to efacture_app
  using (account_id = (select viewer_viewed_account()));
create policy user_adds on settled_numbers for insert
  with check (account_id = viewer_account() and user_id = viewer_user());
