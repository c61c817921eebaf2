-- The viewer: who asks. Each transaction of the portal first stores its viewer in settings of the transaction
-- (lib/access); policies read the settings with these functions.
-- Guarantees: without a viewer they return null, and a policy that compares with null allows no row.

-- The kind of viewer: anonymous, administrator, member, adviser, manager, operator, link, supplier_key, customer_token,
-- recovery, token_holder, person, view_as, job.
create or replace function viewer_kind() returns text language sql stable parallel safe
return current_setting('app.viewer', true);

-- Whether background work asks. The setting alone is not enough: the login must be a member of efacture_jobs. This
-- compares session_user, the login, because in functions that run as efacture_auth current_user is efacture_auth.
create or replace function viewer_is_job() returns boolean language sql stable parallel safe
return viewer_kind() = 'job' and pg_has_role(session_user, 'efacture_jobs', 'usage');

-- Whether no viewer is set and the login owns the tables: a migration, or somebody who works in the database directly.
create or replace function viewer_is_owner() returns boolean language sql stable parallel safe
return coalesce(viewer_kind(), '') = ''
  and pg_has_role(session_user, (select relowner from pg_class where oid = 'public.users'::regclass), 'usage');

-- The next five return null for other kinds of viewer than those they list, so that an unknown kind reaches nothing.

-- The user who is signed in.
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

-- The invoices that a direct link opens.
create or replace function viewer_invoices() returns uuid[] language sql stable parallel safe
return case when viewer_kind() = 'link' then nullif(current_setting('app.invoice_ids', true), '')::uuid[] end;

-- The rows that the viewers recovery, token_holder, person and view_as work with. They are separate settings, so that
-- no policy for users, customers or suppliers allows these viewers anything.

-- recovery, token_holder: the supplier on whose page it happens.
create or replace function viewer_named_supplier() returns uuid language sql stable parallel safe
return nullif(current_setting('app.named_supplier_id', true), '')::uuid;

-- person, view_as: the session that they are signed in with.
create or replace function viewer_session() returns uuid language sql stable parallel safe
return nullif(current_setting('app.session_id', true), '')::uuid;

-- person: the other user that they attach, detach or switch to.
create or replace function viewer_other_user() returns uuid language sql stable parallel safe
return nullif(current_setting('app.other_user_id', true), '')::uuid;
