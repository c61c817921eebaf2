-- Counters of attempts, shared by all instances.
-- Guarantees: of any number of attempts at the same moment, no more are allowed than the counter permits. The
-- application's login reaches the counters through these functions only.

-- Counts an attempt and returns 0 when it is allowed; otherwise returns how many milliseconds to wait. In each time
-- window the first p_free attempts are allowed at once; each further one must come p_base, 2 p_base, 4 p_base … (at
-- most p_longest) after the one before; after p_most attempts none is allowed until the window ends. A refused attempt
-- is not counted.
create or replace function auth_take_attempt(
  p_scope text, p_key bytea, p_now timestamptz, p_window interval, p_free int, p_most int, p_base interval, p_longest interval
) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  c throttle_counters;
  until timestamptz;
begin
  insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
  values (p_scope, p_key, 0, p_now, p_now) on conflict do nothing;
  select * into c from throttle_counters where scope = p_scope and key_hash = p_key for update;
  if c.window_started_at + p_window <= p_now then
    c.attempts := 0;
    c.window_started_at := p_now;
  end if;
  if c.attempts >= p_most then
    until := c.window_started_at + p_window;
  elsif c.attempts >= p_free then
    until := c.last_attempt_at + least(p_base * power(2, least(c.attempts - p_free, 20)), p_longest);
  end if;
  if until > p_now then
    return ceil(extract(epoch from until - p_now) * 1000);
  end if;
  update throttle_counters
  set attempts = c.attempts + 1, window_started_at = c.window_started_at, last_attempt_at = p_now
  where scope = p_scope and key_hash = p_key;
  return 0;
end
$$;

-- After a success, removes attempts from the counter: all of them (p_all), or the last one.
create or replace function auth_return_attempts(p_scope text, p_key bytea, p_all boolean) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update throttle_counters set attempts = case when p_all then 0 else greatest(attempts - 1, 0) end
  where scope = p_scope and key_hash = p_key;
end;

-- Adds callers that were refused without an attempt to guess anything: one counter for each kind and hour, however many
-- they are. Their figures are those of auth_attempt_figures.
create or replace function auth_count_refusals(p_scope text, p_now timestamptz, p_count int) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  insert into throttle_counters (scope, key_hash, attempts, window_started_at, last_attempt_at)
  select p_scope, sha256(convert_to(to_char(p_now at time zone 'UTC', 'YYYY-MM-DD HH24'), 'UTF8')),
    least(p_count, 1000000), date_trunc('hour', p_now at time zone 'UTC') at time zone 'UTC', p_now
  where p_scope in ('key_refused', 'scheduler_refused', 'webhook_refused', 'origin_refused') and p_count > 0
  on conflict (scope, key_hash) do update
  set attempts = least(throttle_counters.attempts::bigint + excluded.attempts, 2000000000)::int,
    last_attempt_at = excluded.last_attempt_at;
end;

-- Returns the users of an account for whom no attempt to sign in is allowed now, until when, and after how many
-- attempts. Only for staff of the account's supplier. Changes nothing; the rule is that of auth_take_attempt.
create or replace function auth_blocked_users(
  p_account uuid, p_scope text, p_now timestamptz, p_window interval, p_free int, p_most int, p_base interval, p_longest interval
) returns table (user_id uuid, blocked_until timestamptz, attempts int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, b.until, c.attempts
  from accounts a
  join users u on u.account_id = a.id
  join throttle_counters c on c.scope = p_scope and c.key_hash = sha256(convert_to(u.identifier, 'UTF8'))
  cross join lateral (select case
    when c.attempts >= p_most then c.window_started_at + p_window
    when c.attempts >= p_free then c.last_attempt_at + least(p_base * power(2, least(c.attempts - p_free, 20)), p_longest)
  end as until) b
  where a.id = p_account and viewer_kind() in ('adviser', 'manager') and auth_is_viewer_real()
    and a.supplier_id = viewer_supplier()
    and c.window_started_at + p_window > p_now and b.until > p_now;
end;

-- Deletes counters that began more than two days ago (no window is longer than a day), at most 50,000 in one call;
-- returns how many. Each identifier that somebody tries leaves a counter, also one that no user has.
create or replace function auth_sweep_attempts(p_now timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with deleted as (
    delete from throttle_counters
    where (scope, key_hash) in (
      select scope, key_hash from throttle_counters where window_started_at < p_now - interval '2 days' limit 50000)
    returning 1
  )
  select count(*) from deleted;
end;

alter function auth_take_attempt(text, bytea, timestamptz, interval, int, int, interval, interval) owner to efacture_auth;
alter function auth_count_refusals(text, timestamptz, int) owner to efacture_auth;
alter function auth_return_attempts(text, bytea, boolean) owner to efacture_auth;
alter function auth_blocked_users(uuid, text, timestamptz, interval, int, int, interval, interval) owner to efacture_auth;
alter function auth_sweep_attempts(timestamptz) owner to efacture_auth;
revoke all on function
  auth_take_attempt(text, bytea, timestamptz, interval, int, int, interval, interval),
  auth_count_refusals(text, timestamptz, int),
  auth_return_attempts(text, bytea, boolean),
  auth_blocked_users(uuid, text, timestamptz, interval, int, int, interval, interval),
  auth_sweep_attempts(timestamptz)
from public;
grant execute on function
  auth_take_attempt(text, bytea, timestamptz, interval, int, int, interval, interval),
  auth_count_refusals(text, timestamptz, int),
  auth_return_attempts(text, bytea, boolean),
  auth_blocked_users(uuid, text, timestamptz, interval, int, int, interval, interval)
to efacture_app;
grant execute on function auth_sweep_attempts(timestamptz) to efacture_jobs;
