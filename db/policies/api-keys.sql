-- Supplier keys and customer tokens of the API.
-- Guarantees: a supplier manages its own keys, a user their own tokens; a supplier may end a customer's token. Nobody
-- deletes any: a revoked one stays.

alter table supplier_keys enable row level security;
alter table supplier_keys force row level security;
grant select, insert, update on supplier_keys to efacture_app;
grant select, update (last_used_at) on supplier_keys to efacture_auth;

create policy jobs on supplier_keys to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on supplier_keys for select using (supplier_id = viewer_supplier());
create policy supplier_adds on supplier_keys for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on supplier_keys for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy auth_functions on supplier_keys to efacture_auth using (true) with check (true);

alter table customer_tokens enable row level security;
alter table customer_tokens force row level security;
grant select, insert, update on customer_tokens to efacture_app;
grant select, update (last_used_at) on customer_tokens to efacture_auth;

create policy jobs on customer_tokens to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on customer_tokens for select using (supplier_id = viewer_supplier());
create policy supplier_changes on customer_tokens for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy self_reads on customer_tokens for select using (user_id = viewer_user());
create policy self_adds on customer_tokens for insert
  with check (user_id = viewer_user() and account_id = viewer_account());
create policy self_changes on customer_tokens for update
  using (user_id = viewer_user()) with check (user_id = viewer_user());
create policy auth_functions on customer_tokens to efacture_auth using (true) with check (true);
