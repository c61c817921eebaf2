-- What customers ask of their adviser (R20).
-- Guarantees: a user asks in their own name; the account and its supplier see it; the supplier closes it.

alter table customer_requests enable row level security;
alter table customer_requests force row level security;
grant select, insert, update on customer_requests to efacture_app;

create policy jobs on customer_requests to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on customer_requests for select using (supplier_id = viewer_supplier());
create policy supplier_changes on customer_requests for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on customer_requests for select using (account_id = viewer_account());
create policy requester_adds on customer_requests for insert
  with check (user_id = viewer_user() and account_id = viewer_account() and state = 'open');
