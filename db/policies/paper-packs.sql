-- Paper packs: the invoices that staff took to print for accounts on paper (R22).
-- Guarantees: the supplier's staff add packs in their own name, only with invoices that were deposited for paper. A
-- pack is not changed later. Staff may open the original only of an invoice in a pack (lib/access/access.ts).

alter table paper_packs enable row level security;
alter table paper_packs force row level security;
grant select, insert on paper_packs to efacture_app;
grant update, delete on paper_packs to efacture_jobs;

create policy jobs on paper_packs to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on paper_packs for select
  using (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager'));
create policy staff_adds on paper_packs for insert
  with check (supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager') and taken_by = viewer_user());

alter table paper_pack_invoices enable row level security;
alter table paper_pack_invoices force row level security;
grant select, insert on paper_pack_invoices to efacture_app;
grant update, delete on paper_pack_invoices to efacture_jobs;

create policy jobs on paper_pack_invoices to efacture_jobs
  using ((select viewer_kind()) = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on paper_pack_invoices for select
  using (supplier_id = (select viewer_supplier()) and (select viewer_kind()) in ('adviser', 'manager'));
create policy staff_adds on paper_pack_invoices for insert
  with check (
    supplier_id = viewer_supplier() and viewer_kind() in ('adviser', 'manager')
    and exists (
      select from notifications
      where notifications.invoice_id = paper_pack_invoices.invoice_id
        and notifications.account_id = paper_pack_invoices.account_id
        and notifications.supplier_id = paper_pack_invoices.supplier_id
        and notifications.channel = 'paper'));
