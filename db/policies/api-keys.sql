-- Supplier keys and customer tokens of the API.
-- Guarantees: only issue_supplier_key and issue_customer_token create keys and tokens, and only issue_supplier_key
-- shortens the life of a key, when another one replaces it. A supplier reads its own keys, and its managers revoke them.
-- Users revoke their own tokens, and a supplier those of its customers. A revoked key or
-- token is never deleted and never becomes valid again.

alter table supplier_keys enable row level security;
alter table supplier_keys force row level security;
grant select, update (revoked_at) on supplier_keys to efacture_app;
grant select, insert, update (last_used_at, expires_at) on supplier_keys to efacture_auth;

create policy jobs on supplier_keys to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on supplier_keys for select using (supplier_id = viewer_supplier());
create policy manager_revokes on supplier_keys for update
  using (viewer_kind() = 'manager' and supplier_id = viewer_supplier())
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier() and revoked_at is not null);
create policy auth_functions on supplier_keys to efacture_auth using (true) with check (true);

alter table customer_tokens enable row level security;
alter table customer_tokens force row level security;
grant select, update (revoked_at) on customer_tokens to efacture_app;
grant select, insert, update (last_used_at) on customer_tokens to efacture_auth;

create policy jobs on customer_tokens to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on customer_tokens for select using (supplier_id = viewer_supplier());
create policy supplier_revokes on customer_tokens for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier() and revoked_at is not null);
create policy self_reads on customer_tokens for select using (user_id = viewer_user());
create policy self_revokes on customer_tokens for update
  using (user_id = viewer_user()) with check (user_id = viewer_user() and revoked_at is not null);
create policy auth_functions on customer_tokens to efacture_auth using (true) with check (true);
