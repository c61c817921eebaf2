-- Sessions. The portal reads the session again at each request, by the id in the encrypted cookie.
-- Guarantees: a session that ended, was idle too long, or whose user or account lost its access, is not returned.

-- Returns the user of a valid session, with what every page shows of the user; no row when the session is not valid.
-- A session is valid when all of this is true:
--   - it has not ended, its eight hours are not over, and it was used within p_idle (staff: within auth_staff_idle);
--   - its user is active, and has the same stamp as when the session began: a new password, for instance, changes it;
--   - its account is not closed; its supplier is not suspended, when its user is a member of staff;
--   - the second factor was given in it, if its user has one; staff always need one (db/functions/second-factor.sql);
--   - if it was reached by switching, its user still belongs to the same person as the user who signed in
--     (db/functions/persons.sql).
-- supplier_look: what every page shows of its supplier besides the columns before it, as JSON, so that a new setting
-- needs no new column.
-- With p_is_activity it also stores when the session was last used, at most once a minute.
create or replace function auth_open_session(
  p_session uuid, p_now timestamptz, p_idle interval, p_is_activity boolean
)
returns table (
  user_id uuid, identifier text, user_name text, role text, locale text, history_months smallint,
  must_change_password boolean, account_id uuid, customer_number text, company_name text, company_siren text,
  preference text, channel text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text,
  time_zone text, retention_months smallint, previous_visit_at timestamptz, entry_supplier_slug text,
  entry_supplier_name text, supplier_look text
)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query
    select u.id, u.identifier, u.name, u.role, u.locale, u.history_months, u.must_change_password,
      a.id, a.customer_number, coalesce(a.company_name, c.name), c.siren, a.preference, a.channel, p.id,
      p.slug, p.name, p.brand_color, p.time_zone, p.retention_months, s.previous_visit_at, e.slug, e.name,
      jsonb_build_object('logoSha256', p.logo_sha256, 'logoWidth', p.logo_width, 'logoHeight', p.logo_height,
        'languages', p.languages, 'tradeWords', p.trade_words)::text
    from sessions s
    join users u on u.id = s.user_id and u.stamp = s.stamp and u.status = 'active'
    left join accounts a on a.id = u.account_id
    left join companies c on c.id = a.company_id
    left join suppliers p on p.id = coalesce(u.supplier_id, a.supplier_id)
    left join suppliers e on e.id = s.entry_supplier_id
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now
      and s.last_seen_at >= p_now - case when u.account_id is null then least(p_idle, auth_staff_idle()) else p_idle end
      and (a.id is null or a.state <> 'closed')
      and (a.id is not null or p.suspended_at is null)
      and case when exists (select from second_factors f where f.user_id = u.id) then u.id = any (s.factor_user_ids)
        else u.account_id is not null end
      and case when s.origin_user_id is null then true
        else s.user_id in (select auth_reached_with_factors(s.origin_user_id, s.factor_user_ids)) end;
  if found then
    if p_is_activity then
      update sessions s set last_seen_at = p_now
      where s.id = p_session and s.last_seen_at < p_now - interval '1 minute';
    end if;
  elsif not exists (select from auth_waiting_session(p_session, p_now, p_idle) where state = 'code') then
    -- A session that was reached by switching and is no longer valid ends for good: it does not become valid again when
    -- its users are attached again.
    update sessions s set ended_at = s.last_seen_at
    where s.id = p_session and s.ended_at is null and s.origin_user_id is not null;
  end if;
end
$$;

-- The same without supplier_look. Only the previous version of the portal calls it, while two versions run during an
-- update.
create or replace function auth_read_session(
  p_session uuid, p_now timestamptz, p_idle interval, p_is_activity boolean
)
returns table (
  user_id uuid, identifier text, user_name text, role text, locale text, history_months smallint,
  must_change_password boolean, account_id uuid, customer_number text, company_name text, company_siren text,
  preference text, channel text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text,
  time_zone text, retention_months smallint, previous_visit_at timestamptz, entry_supplier_slug text,
  entry_supplier_name text
)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query
    select o.user_id, o.identifier, o.user_name, o.role, o.locale, o.history_months, o.must_change_password, o.account_id,
      o.customer_number, o.company_name, o.company_siren, o.preference, o.channel, o.supplier_id, o.supplier_slug,
      o.supplier_name, o.brand_color, o.time_zone, o.retention_months, o.previous_visit_at, o.entry_supplier_slug,
      o.entry_supplier_name
    from auth_open_session(p_session, p_now, p_idle, p_is_activity) o;
end
$$;

-- Ends other sessions of the user of p_session; p_session itself stays. Returns how many it ended, without those that
-- were over already; 0 when p_session has ended.
--   - With p_only: ends that one session, if it belongs to the same user. Its browser is no longer a known device.
--   - With p_only null: ends all other sessions of the user, and all that were reached by switching after that user
--     signed in. If p_session was itself reached by switching, also those of the user who signed in. Their browsers,
--     except that of p_session, are no longer known devices.
create or replace function auth_end_sessions(p_session uuid, p_only uuid, p_now timestamptz, p_idle interval) returns bigint
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with forgotten_devices as (
    delete from known_devices d
    using sessions this
    where this.id = p_session and this.ended_at is null
      and (d.user_id = this.user_id or (p_only is null and d.user_id = this.origin_user_id))
      and d.secret_hash is distinct from this.device_hash
      and (p_only is null or d.secret_hash = (
        select o.device_hash from sessions o where o.id = p_only and o.user_id = this.user_id))
  ), ended as (
    update sessions s set ended_at = p_now
    from sessions this, users u
    where this.id = p_session and this.ended_at is null
      and u.id = s.user_id and u.stamp = s.stamp
      and (s.user_id = this.user_id or (p_only is null and (
        s.user_id = this.origin_user_id or s.origin_user_id in (this.user_id, this.origin_user_id))))
      and (p_only is null or s.id = p_only) and s.id <> this.id
      and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
    returning 1
  )
  select count(*) from ended;
end;

alter function auth_open_session(uuid, timestamptz, interval, boolean) owner to efacture_auth;
alter function auth_read_session(uuid, timestamptz, interval, boolean) owner to efacture_auth;
alter function auth_end_sessions(uuid, uuid, timestamptz, interval) owner to efacture_auth;
revoke all on function
  auth_open_session(uuid, timestamptz, interval, boolean), auth_read_session(uuid, timestamptz, interval, boolean),
  auth_end_sessions(uuid, uuid, timestamptz, interval)
from public;
grant execute on function
  auth_open_session(uuid, timestamptz, interval, boolean), auth_read_session(uuid, timestamptz, interval, boolean),
  auth_end_sessions(uuid, uuid, timestamptz, interval)
to efacture_app;
