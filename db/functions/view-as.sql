-- View as: a member of staff sees the portal as one user of a customer does (docs/decisions/0042-view-as.md).
-- Guarantees: only an adviser or manager of the customer's supplier starts a view, and gives a reason. Which account
-- the viewer view_as reads is taken from the row of the session and not from a setting, so that no login can name
-- another one. The viewer has policies that read and none that write (db/policies/view-as.sql). Starting and ending a
-- view, and each original opened in it, are written to the account's journal.

-- Starts a view: until p_until, the adviser or manager of p_session sees the portal as the user p_user does. Writes it
-- to the journal, with the reason. Returns false and changes nothing when
--   - the session is over, or not that of an active adviser or manager;
--   - p_user is not an active user of an account of the same supplier that is not closed;
--   - the session has a view already.
create or replace function auth_start_view_as(
  p_session uuid, p_user uuid, p_reason text, p_now timestamptz, p_until timestamptz
) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  view record;
begin
  update sessions s set view_as_user_id = p_user, view_as_reason = p_reason, view_as_until = p_until
  from users staff, users seen, accounts a
  where s.id = p_session and s.ended_at is null and s.expires_at > p_now
    and (s.view_as_until is null or s.view_as_until <= p_now)
    and staff.id = s.user_id and staff.stamp = s.stamp and staff.status = 'active' and staff.role in ('adviser', 'manager')
    and seen.id = p_user and seen.status = 'active' and a.id = seen.account_id and a.state <> 'closed'
    and a.supplier_id = staff.supplier_id
  returning staff.id as staff_id, staff.role, a.id as account_id, a.supplier_id into view;
  if not found then return false; end if;
  insert into audit_events (id, at, supplier_id, account_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_now, view.supplier_id, view.account_id, view.role, view.staff_id, 'view_as_started',
    p_user, jsonb_build_object('reason', p_reason));
  return true;
end
$$;

-- Returns the user as whom the member of staff of this session sees the portal now, with what the header of the pages
-- shows. No row when the session has no view, when the view's time is over, or when that user or account has lost its
-- access.
create or replace function auth_view_as(p_session uuid, p_now timestamptz)
returns table (
  user_id uuid, identifier text, user_name text, role text, history_months smallint, last_sign_in_at timestamptz,
  account_id uuid, customer_number text, company_name text, company_siren text, preference text, channel text,
  reason text, until timestamptz
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.identifier, u.name, u.role, u.history_months, u.last_sign_in_at,
    a.id, a.customer_number, coalesce(a.company_name, c.name), c.siren, a.preference, a.channel,
    s.view_as_reason, s.view_as_until
  from sessions s
  join users staff on staff.id = s.user_id and staff.role in ('adviser', 'manager')
  join users u on u.id = s.view_as_user_id and u.status = 'active'
  join accounts a on a.id = u.account_id and a.supplier_id = staff.supplier_id and a.state <> 'closed'
  join companies c on c.id = a.company_id
  where s.id = p_session and s.ended_at is null and s.view_as_until > p_now;
end;

-- Ends the view of this session and writes it to the journal, also when its time was over. Returns false when there was
-- none.
create or replace function auth_end_view_as(p_session uuid, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  ended_view record;
begin
  select s.id, staff.id as staff_id, staff.role, u.id as user_id, a.id as account_id, a.supplier_id into ended_view
  from sessions s
  join users staff on staff.id = s.user_id
  join users u on u.id = s.view_as_user_id
  join accounts a on a.id = u.account_id
  where s.id = p_session and s.ended_at is null
  for update of s;
  if not found then return false; end if;
  update sessions set view_as_user_id = null, view_as_reason = null, view_as_until = null where id = p_session;
  insert into audit_events (id, at, supplier_id, account_id, actor_kind, actor_id, action, subject_id)
  values (gen_random_uuid(), p_now, ended_view.supplier_id, ended_view.account_id, ended_view.role, ended_view.staff_id,
    'view_as_ended', ended_view.user_id);
  return true;
end
$$;

-- Writes to the journal that the member of staff of this session opened an original in a view; for one invoice at most
-- once in half an hour, because a preview reads its file in several parts. Returns false when the invoice does not
-- belong to the viewed account: the caller must then not send it.
create or replace function auth_record_viewed_original(p_session uuid, p_invoice uuid, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  viewed record;
begin
  select i.account_id, i.supplier_id, i.number, staff.id as staff_id, staff.role into viewed
  from sessions s
  join users staff on staff.id = s.user_id and staff.status = 'active' and staff.stamp = s.stamp
  join users u on u.id = s.view_as_user_id
  join invoices i on i.account_id = u.account_id and i.supplier_id = staff.supplier_id and i.state = 'available'
  where s.id = p_session and s.ended_at is null and s.view_as_until > p_now and i.id = p_invoice;
  if not found then return false; end if;
  insert into audit_events (id, at, supplier_id, account_id, actor_kind, actor_id, action, subject_id, details)
  select gen_random_uuid(), p_now, viewed.supplier_id, viewed.account_id, viewed.role, viewed.staff_id,
    'view_as_original_opened', p_invoice, jsonb_build_object('number', viewed.number)
  where not exists (
    select from audit_events e
    where e.subject_id = p_invoice and e.actor_id = viewed.staff_id and e.action = 'view_as_original_opened'
      and e.at > p_now - interval '30 minutes');
  return true;
end
$$;

-- The account and the user that the viewer view_as sees; null for every other viewer. Policies call these two.
create or replace function viewer_viewed_account() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.account_id from sessions s join users u on u.id = s.view_as_user_id
  where viewer_kind() = 'view_as' and s.id = viewer_session() and s.ended_at is null;
end;

create or replace function viewer_viewed_user() returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.view_as_user_id from sessions s
  where viewer_kind() = 'view_as' and s.id = viewer_session() and s.ended_at is null;
end;

alter function auth_start_view_as(uuid, uuid, text, timestamptz, timestamptz) owner to efacture_auth;
alter function auth_view_as(uuid, timestamptz) owner to efacture_auth;
alter function auth_end_view_as(uuid, timestamptz) owner to efacture_auth;
alter function auth_record_viewed_original(uuid, uuid, timestamptz) owner to efacture_auth;
alter function viewer_viewed_account() owner to efacture_auth;
alter function viewer_viewed_user() owner to efacture_auth;
revoke all on function
  auth_start_view_as(uuid, uuid, text, timestamptz, timestamptz),
  auth_view_as(uuid, timestamptz),
  auth_end_view_as(uuid, timestamptz),
  auth_record_viewed_original(uuid, uuid, timestamptz),
  viewer_viewed_account(),
  viewer_viewed_user()
from public;
grant execute on function
  auth_start_view_as(uuid, uuid, text, timestamptz, timestamptz),
  auth_view_as(uuid, timestamptz),
  auth_end_view_as(uuid, timestamptz),
  auth_record_viewed_original(uuid, uuid, timestamptz),
  viewer_viewed_account(),
  viewer_viewed_user()
to efacture_app;
