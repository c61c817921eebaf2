-- Links with which a customer's users share single invoices with somebody outside the portal.
-- Guarantees: a user makes them in the own name, for an invoice of the own account that can be read, while the supplier
-- allows it. The maker or an administrator of the account revokes them, which is final; a supplier ends those of a user
-- whose access it has ended. Whoever has the secret can open the invoice, through auth_share. The supplier sees who got
-- links to an invoice that it withdraws.

alter table invoice_shares enable row level security;
alter table invoice_shares force row level security;
grant select, insert, update (revoked_at, revoked_by_id) on invoice_shares to efacture_app;
grant select, update (first_used_at, last_used_at, use_count) on invoice_shares to efacture_auth;

create policy jobs on invoice_shares to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on invoice_shares for select using (supplier_id = viewer_supplier());
create policy account_reads on invoice_shares for select
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
create policy maker_adds on invoice_shares for insert
  with check (viewer_kind() in ('administrator', 'member') and user_id = viewer_user() and account_id = viewer_account()
    and revoked_at is null and use_count = 0
    and exists (select from invoices where invoices.id = invoice_id and invoices.account_id = viewer_account())
    and exists (select from suppliers where suppliers.id = invoice_shares.supplier_id and suppliers.allows_sharing));
create policy maker_revokes on invoice_shares for update
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account() and revoked_at is null
    and (viewer_kind() = 'administrator' or user_id = viewer_user()))
  with check (viewer_kind() in ('administrator', 'member') and account_id = viewer_account()
    and (revoked_by_id is null or revoked_by_id = viewer_user()));
create policy supplier_ends on invoice_shares for update
  using (supplier_id = viewer_supplier() and revoked_at is null
    and exists (select from users where users.id = invoice_shares.user_id and users.status <> 'active'))
  with check (supplier_id = viewer_supplier() and revoked_at is not null and revoked_by_id is null);
create policy auth_functions on invoice_shares for select to efacture_auth using (true);
create policy auth_functions_note_use on invoice_shares for update to efacture_auth using (true) with check (true);
