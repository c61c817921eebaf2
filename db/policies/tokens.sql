-- Tokens: mailed links with which somebody chooses a password or attaches an identifier.
-- Guarantees: only issue_access_link creates links (db/functions/issue.sql). A used link cannot be used again. A
-- supplier ends links of its own customers. Only the two users of an attachment link (and background work) read and use
-- it; suppliers and colleagues do not see who wants to attach which identifier. The holder of a link reads and uses all
-- links to the same address.

alter table tokens enable row level security;
alter table tokens force row level security;
grant select, update (consumed_at) on tokens to efacture_app;
grant update, delete on tokens to efacture_jobs;
grant insert, select (
  id, purpose, supplier_id, user_id, asking_user_id, email, token_hash, created_at, expires_at, consumed_at
), update (consumed_at) on tokens to efacture_auth;

create policy jobs on tokens to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on tokens for select using (supplier_id = viewer_supplier());
create policy supplier_ends on tokens for update
  using (supplier_id = viewer_supplier()) with check (supplier_id = viewer_supplier() and consumed_at is not null);
create policy attachments_only_by_portal on tokens as restrictive to efacture_app
  using (purpose <> 'attachment' or viewer_kind() = 'person' or viewer_is_job())
  with check (purpose <> 'attachment' or viewer_kind() = 'person' or viewer_is_job());
create policy auth_functions on tokens to efacture_auth using (true) with check (true);
create policy token_holder_reads on tokens for select to efacture_app
  using (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id is not distinct from viewer_named_supplier()
    and email = (select auth_named_email()));
create policy token_holder_changes on tokens for update to efacture_app
  using (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id is not distinct from viewer_named_supplier()
    and email = (select auth_named_email()))
  with check (viewer_kind() = 'token_holder' and purpose <> 'attachment' and supplier_id is not distinct from viewer_named_supplier()
    and email = (select auth_named_email()) and consumed_at is not null);
create policy person_reads on tokens for select to efacture_app
  using (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id));
create policy person_changes on tokens for update to efacture_app
  using (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id))
  with check (viewer_kind() = 'person' and purpose = 'attachment'
    and (select auth_session_user()) in (user_id, asking_user_id) and consumed_at is not null);
