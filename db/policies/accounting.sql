-- Accounting: how a customer books its invoices, and the batches it took.
-- Guarantees: only users of the account reach them; no staff, no token, and no member of staff who views as a
-- customer. Readers take batches and change no setting. A batch holds only invoices of its account that its maker can
-- see, each in one batch only, and is never changed; only a withdrawal is noted on an entry.

alter table accounting_settings enable row level security;
alter table accounting_settings force row level security;
grant select, insert, update on accounting_settings to efacture_app;
grant delete on accounting_settings to efacture_jobs;

create policy jobs on accounting_settings to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy account_reads on accounting_settings for select
  using (account_id = viewer_account() and viewer_kind() in ('administrator', 'member', 'reader'));
create policy account_adds on accounting_settings for insert
  with check (account_id = viewer_account() and viewer_kind() in ('administrator', 'member'));
create policy account_changes on accounting_settings for update
  using (account_id = viewer_account() and viewer_kind() in ('administrator', 'member'))
  with check (account_id = viewer_account() and viewer_kind() in ('administrator', 'member'));

alter table accounting_batches enable row level security;
alter table accounting_batches force row level security;
grant select, insert on accounting_batches to efacture_app;
grant update, delete on accounting_batches to efacture_jobs;

create policy jobs on accounting_batches to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy account_reads on accounting_batches for select
  using (account_id = viewer_account() and viewer_kind() in ('administrator', 'member', 'reader'));
create policy account_adds on accounting_batches for insert
  with check (account_id = viewer_account() and made_by = viewer_user() and viewer_kind() in ('administrator', 'member', 'reader'));

alter table accounting_entries enable row level security;
alter table accounting_entries force row level security;
grant select, insert, update (withdrawal_told_in) on accounting_entries to efacture_app;
grant delete on accounting_entries to efacture_jobs;

create policy jobs on accounting_entries to efacture_jobs
  using ((select viewer_kind()) = 'job') with check (viewer_kind() = 'job');
create policy account_reads on accounting_entries for select
  using (account_id = (select viewer_account()) and (select viewer_kind()) in ('administrator', 'member', 'reader'));
create policy account_adds on accounting_entries for insert
  with check (
    account_id = (select viewer_account()) and (select viewer_kind()) in ('administrator', 'member', 'reader')
    and exists (
      select from invoices
      where invoices.id = accounting_entries.invoice_id and invoices.account_id = accounting_entries.account_id
        and invoices.supplier_id = accounting_entries.supplier_id));
create policy account_tells on accounting_entries for update
  using (account_id = (select viewer_account()) and (select viewer_kind()) in ('administrator', 'member', 'reader'))
  with check (account_id = (select viewer_account()) and (select viewer_kind()) in ('administrator', 'member', 'reader'));
