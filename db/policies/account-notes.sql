-- Notes that a supplier's staff write about an account.
-- Guarantees: only advisers and managers of the account's supplier read notes, and add them in their own name. Each
-- deletes only their own; nobody changes one. Customers, keys and operators never read one.

alter table account_notes enable row level security;
alter table account_notes force row level security;
grant select, insert, delete on account_notes to efacture_app;

create policy jobs on account_notes to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on account_notes for select
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());
create policy staff_adds on account_notes for insert
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier()
    and author_user_id = viewer_user());
create policy author_deletes on account_notes for delete
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier() and author_user_id = viewer_user());
