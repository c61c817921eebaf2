-- Who asks. Each transaction of the portal sets its viewer first (lib/access); every policy reads it back with these.
-- Guarantees: without a viewer they return null, and a policy that compares with null lets nothing through.

-- The kind of viewer: anonymous, administrator, member, adviser, manager, operator, link, supplier_key, customer_token,
-- recovery, token_holder, person, view_as, job.
create or replace function viewer_kind() returns text language sql stable parallel safe
return current_setting('app.viewer', true);

-- Whether background work asks: the setting alone is not enough, the login must be a member of efacture_jobs. The session's
-- user, because functions of efacture_auth ask too.
create or replace function viewer_is_job() returns boolean language sql stable parallel safe
return viewer_kind() = 'job' and pg_has_role(session_user, 'efacture_jobs', 'usage');

-- Whether the owner of the tables asks, as no viewer: a migration, or an operator at the database itself.
create or replace function viewer_is_owner() returns boolean language sql stable parallel safe
return coalesce(viewer_kind(), '') = ''
  and pg_has_role(session_user, (select relowner from pg_class where oid = 'public.users'::regclass), 'usage');

-- The next five are null for a kind of viewer that does not have them, so that a made-up kind reaches nothing.

create or replace function viewer_user() returns uuid language sql stable parallel safe
return case when viewer_kind() in ('administrator', 'member', 'adviser', 'manager', 'operator')
  then nullif(current_setting('app.user_id', true), '')::uuid end;

-- The customer account that a customer's user or token belongs to.
create or replace function viewer_account() returns uuid language sql stable parallel safe
return case when viewer_kind() in ('administrator', 'member', 'customer_token')
  then nullif(current_setting('app.account_id', true), '')::uuid end;

-- The supplier that a member of staff or a supplier key belongs to. Null for customers.
create or replace function viewer_supplier() returns uuid language sql stable parallel safe
return case when viewer_kind() in ('adviser', 'manager', 'supplier_key')
  then nullif(current_setting('app.supplier_id', true), '')::uuid end;

-- The supplier key that asks.
create or replace function viewer_key() returns uuid language sql stable parallel safe
return case when viewer_kind() = 'supplier_key' then nullif(current_setting('app.key_id', true), '')::uuid end;

-- The invoices that a direct link names.
create or replace function viewer_invoices() returns uuid[] language sql stable parallel safe
return case when viewer_kind() = 'link' then nullif(current_setting('app.invoice_ids', true), '')::uuid[] end;

-- The rows that the viewers recovery, token_holder and person work with. They are settings of their own, so that no policy
-- for users, customers or suppliers lets these viewers through.

-- recovery, token_holder: the supplier on whose page it happens.
create or replace function viewer_named_supplier() returns uuid language sql stable parallel safe
return nullif(current_setting('app.named_supplier_id', true), '')::uuid;

-- person, view_as: the session that they are signed in with.
create or replace function viewer_session() returns uuid language sql stable parallel safe
return nullif(current_setting('app.session_id', true), '')::uuid;

-- person: the other user that they attach, detach or switch to.
create or replace function viewer_other_user() returns uuid language sql stable parallel safe
return nullif(current_setting('app.other_user_id', true), '')::uuid;
