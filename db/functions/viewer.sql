-- Who asks. Each transaction of the portal sets its viewer first (lib/access); every policy reads it back with these.
-- Guarantees: without a viewer they return null, and a policy that compares with null lets nothing through.

-- The kind of viewer: anonymous, administrator, member, adviser, manager, operator, link, supplier_key, customer_token,
-- recovery, token_holder, person, job.
create or replace function viewer_kind() returns text language sql stable parallel safe
return current_setting('app.viewer', true);

create or replace function viewer_user() returns uuid language sql stable parallel safe
return nullif(current_setting('app.user_id', true), '')::uuid;

-- The customer account that a customer's user or token belongs to.
create or replace function viewer_account() returns uuid language sql stable parallel safe
return nullif(current_setting('app.account_id', true), '')::uuid;

-- The supplier that a member of staff or a supplier key belongs to. Null for customers.
create or replace function viewer_supplier() returns uuid language sql stable parallel safe
return nullif(current_setting('app.supplier_id', true), '')::uuid;

-- The invoices that a direct link names.
create or replace function viewer_invoices() returns uuid[] language sql stable parallel safe
return nullif(current_setting('app.invoice_ids', true), '')::uuid[];

-- The rows that the viewers recovery, token_holder and person work with. They are settings of their own, so that no policy
-- for users, customers or suppliers lets these viewers through.

-- recovery, token_holder: the supplier on whose page it happens.
create or replace function viewer_named_supplier() returns uuid language sql stable parallel safe
return nullif(current_setting('app.named_supplier_id', true), '')::uuid;

-- person: the session that they are signed in with.
create or replace function viewer_session() returns uuid language sql stable parallel safe
return nullif(current_setting('app.session_id', true), '')::uuid;

-- person: the other user that they attach, detach or switch to.
create or replace function viewer_other_user() returns uuid language sql stable parallel safe
return nullif(current_setting('app.other_user_id', true), '')::uuid;
