-- Direct links: read-only access to the invoices that a mail names (R19).
-- Guarantees: an account's users see whether the links of its mails were used. Whoever has the secret of a link can
-- open it, through auth_link. The invoices of a link never change.

alter table link_capabilities enable row level security;
alter table link_capabilities force row level security;
grant select, insert, update on link_capabilities to efacture_app;
grant delete on link_capabilities to efacture_jobs;
grant select, update (first_used_at, last_used_at, use_count) on link_capabilities to efacture_auth;

create policy jobs on link_capabilities to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on link_capabilities for select using (supplier_id = viewer_supplier());
create policy supplier_adds on link_capabilities for insert with check (supplier_id = viewer_supplier());
create policy supplier_changes on link_capabilities for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier());
create policy account_reads on link_capabilities for select
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
create policy auth_functions on link_capabilities for select to efacture_auth using (true);
create policy auth_functions_note_use on link_capabilities for update to efacture_auth using (true) with check (true);

alter table link_capability_invoices enable row level security;
alter table link_capability_invoices force row level security;
grant select, insert on link_capability_invoices to efacture_app;
grant delete on link_capability_invoices to efacture_jobs;
grant select on link_capability_invoices to efacture_auth;

create policy jobs on link_capability_invoices to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on link_capability_invoices for select using (supplier_id = viewer_supplier());
create policy supplier_adds on link_capability_invoices for insert with check (supplier_id = viewer_supplier());
create policy account_reads on link_capability_invoices for select
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
create policy auth_functions on link_capability_invoices for select to efacture_auth using (true);
