-- Who may reach which row: the second line of defence behind lib/auth/access.ts.
-- Every request sets its viewer for one transaction (lib/auth/with-viewer.ts); these functions read it back.

do $$
begin
  if not exists (select from pg_roles where rolname = 'efacture_app') then
    create role efacture_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'efacture_auth') then
    create role efacture_auth nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this cluster is being migrated at the same moment
end
$$;
--> statement-breakpoint
do $$
begin
  execute format('grant efacture_auth to %I', current_user);
  grant usage on schema public to efacture_app, efacture_auth;
end
$$;
--> statement-breakpoint

create function viewer_kind() returns text language sql stable parallel safe
return current_setting('app.viewer', true);
--> statement-breakpoint
create function viewer_user() returns uuid language sql stable parallel safe
return nullif(current_setting('app.user_id', true), '')::uuid;
--> statement-breakpoint
create function viewer_account() returns uuid language sql stable parallel safe
return nullif(current_setting('app.account_id', true), '')::uuid;
--> statement-breakpoint
create function viewer_supplier() returns uuid language sql stable parallel safe
return nullif(current_setting('app.supplier_id', true), '')::uuid;
--> statement-breakpoint
create function viewer_invoices() returns uuid[] language sql stable parallel safe
return nullif(current_setting('app.invoice_ids', true), '')::uuid[];
--> statement-breakpoint

-- Every table, without exception, also for its owner.
do $$
declare
  t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;

  -- Background work reads and writes across suppliers; each job narrows its own queries.
  foreach t in array array[
    'suppliers', 'companies', 'accounts', 'users', 'deposits', 'deposit_files', 'invoices', 'invoice_references',
    'invoice_readings', 'ledger_heads', 'ledger_entries', 'audit_events', 'tokens', 'link_capabilities',
    'link_capability_invoices', 'supplier_keys', 'customer_tokens', 'digests', 'notifications', 'mails',
    'mail_batches', 'deliveries', 'sessions', 'throttle_counters'
  ] loop
    execute format(
      'create policy jobs on %I using (viewer_kind() = ''job'') with check (viewer_kind() = ''job'')', t);
  end loop;

  -- A supplier's staff and keys: the rows of that supplier.
  foreach t in array array[
    'companies', 'accounts', 'deposits', 'deposit_files', 'invoices', 'invoice_references', 'invoice_readings',
    'ledger_heads', 'ledger_entries', 'audit_events', 'tokens', 'link_capabilities', 'link_capability_invoices',
    'supplier_keys', 'customer_tokens', 'digests', 'notifications', 'mails', 'deliveries'
  ] loop
    execute format('create policy supplier_reads on %I for select using (supplier_id = viewer_supplier())', t);
  end loop;
  foreach t in array array[
    'companies', 'accounts', 'deposits', 'deposit_files', 'invoices', 'invoice_references', 'ledger_heads',
    'ledger_entries', 'audit_events', 'tokens', 'link_capabilities', 'link_capability_invoices', 'supplier_keys',
    'notifications', 'mails'
  ] loop
    execute format('create policy supplier_adds on %I for insert with check (supplier_id = viewer_supplier())', t);
  end loop;
  foreach t in array array[
    'companies', 'accounts', 'deposits', 'deposit_files', 'invoices', 'ledger_heads', 'tokens', 'link_capabilities',
    'supplier_keys', 'customer_tokens', 'notifications', 'mails'
  ] loop
    execute format(
      'create policy supplier_changes on %I for update using (supplier_id = viewer_supplier())
       with check (supplier_id = viewer_supplier())', t);
  end loop;

  -- A customer's users and tokens: the rows of that account.
  foreach t in array array[
    'invoice_references', 'ledger_entries', 'digests', 'notifications', 'mails', 'deliveries'
  ] loop
    execute format('create policy account_reads on %I for select using (account_id = viewer_account())', t);
  end loop;
end
$$;
--> statement-breakpoint

create policy anyone_reads on suppliers for select using (true);
--> statement-breakpoint
create policy account_reads on companies for select
  using (exists (select from accounts where accounts.company_id = companies.id and accounts.id = viewer_account()));
--> statement-breakpoint
create policy account_reads on accounts for select using (id = viewer_account());
--> statement-breakpoint

-- Invoices: what was withdrawn is gone for customers; a direct link reaches the invoices it names, nothing else.
create policy account_reads on invoices for select using (account_id = viewer_account() and state = 'available');
--> statement-breakpoint
create policy link_reads on invoices for select using (id = any (viewer_invoices()) and state = 'available');
--> statement-breakpoint
create policy account_reads on invoice_readings for select using (account_id = viewer_account());
--> statement-breakpoint
create policy reader_adds on invoice_readings for insert
  with check (user_id = viewer_user() and account_id = viewer_account());
--> statement-breakpoint
create policy reader_changes on invoice_readings for update using (user_id = viewer_user())
  with check (user_id = viewer_user() and account_id = viewer_account());
--> statement-breakpoint

-- People: oneself, one's colleagues, a supplier's staff and its customers' users; operators see staff, not customers.
create policy self_reads on users for select using (id = viewer_user());
--> statement-breakpoint
create policy self_changes on users for update using (id = viewer_user()) with check (id = viewer_user());
--> statement-breakpoint
create policy account_reads on users for select using (account_id = viewer_account());
--> statement-breakpoint
create policy administrator_adds on users for insert
  with check (viewer_kind() = 'administrator' and account_id = viewer_account());
--> statement-breakpoint
create policy administrator_changes on users for update
  using (viewer_kind() = 'administrator' and account_id = viewer_account())
  with check (viewer_kind() = 'administrator' and account_id = viewer_account());
--> statement-breakpoint
create policy supplier_reads on users for select
  using (viewer_supplier() is not null and (supplier_id = viewer_supplier() or exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier())));
--> statement-breakpoint
create policy supplier_adds on users for insert
  with check (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()));
--> statement-breakpoint
create policy operator_reads on users for select using (viewer_kind() = 'operator' and account_id is null);
--> statement-breakpoint

create policy self_reads on sessions for select using (user_id = viewer_user());
--> statement-breakpoint
create policy self_adds on sessions for insert with check (user_id = viewer_user());
--> statement-breakpoint
create policy self_changes on sessions for update using (user_id = viewer_user()) with check (user_id = viewer_user());
--> statement-breakpoint
create policy self_reads on customer_tokens for select using (user_id = viewer_user());
--> statement-breakpoint
create policy self_adds on customer_tokens for insert
  with check (user_id = viewer_user() and account_id = viewer_account());
--> statement-breakpoint
create policy self_changes on customer_tokens for update using (user_id = viewer_user()) with check (user_id = viewer_user());
--> statement-breakpoint

-- Nobody changes their own role or state, whatever the application asks for.
create function forbid_self_promotion() returns trigger
language plpgsql as $$
begin
  -- Without a viewer it is the tables' owner: the policies let nobody else come this far.
  if coalesce(viewer_kind(), '') in ('', 'administrator', 'job') and new.id is distinct from viewer_user() then
    return new;
  end if;
  raise exception 'role and state of a user are changed by an administrator or a job' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger forbid_self_promotion before update of role, status on users
  for each row when (old.role is distinct from new.role or old.status is distinct from new.status)
  execute function forbid_self_promotion();
--> statement-breakpoint

-- The journal takes what a viewer did, in its own name only; administrators read their account's.
create policy actor_adds on audit_events for insert
  with check (actor_id = viewer_user()
    and (account_id is null or account_id = viewer_account())
    and (supplier_id is null or supplier_id = viewer_supplier()
      or exists (select from accounts where accounts.id = viewer_account() and accounts.supplier_id = audit_events.supplier_id)));
--> statement-breakpoint
create policy administrator_reads on audit_events for select
  using (viewer_kind() = 'administrator' and account_id = viewer_account());
--> statement-breakpoint
create policy operator_reads on audit_events for select using (viewer_kind() = 'operator' and account_id is null);
--> statement-breakpoint

-- What the application role may do at all. Nobody deletes but retention; ledger and journal only grow;
-- password hashes are never read and ownership of a user never changes.
grant select, insert, update on
  suppliers, companies, accounts, deposits, deposit_files, invoices, invoice_references, invoice_readings,
  ledger_heads, tokens, link_capabilities, supplier_keys, customer_tokens, digests, notifications, mails,
  mail_batches, deliveries, sessions
to efacture_app;
--> statement-breakpoint
grant select, insert on ledger_entries, audit_events, link_capability_invoices to efacture_app;
--> statement-breakpoint
grant delete on
  invoices, invoice_references, invoice_readings, notifications, link_capabilities, link_capability_invoices,
  sessions, tokens, throttle_counters, audit_events, deliveries
to efacture_app;
--> statement-breakpoint
grant select (
  id, identifier, name, email, email_verified_at, password_changed_at, role, status, must_change_password,
  default_password_expires_at, stamp, locale, history_months, last_sign_in_at, account_id, supplier_id, created_at
) on users to efacture_app;
--> statement-breakpoint
grant insert on users to efacture_app;
--> statement-breakpoint
grant update (
  name, email, email_verified_at, password_hash, password_changed_at, role, status, must_change_password,
  default_password_expires_at, stamp, locale, history_months, last_sign_in_at
) on users to efacture_app;
--> statement-breakpoint

-- What happens before there is a viewer: a few functions that return the least, run as a role that can do only this.
grant select (id, identifier, name, role, status, stamp, locale, history_months, account_id, supplier_id,
  password_hash, must_change_password, default_password_expires_at) on users to efacture_auth;
--> statement-breakpoint
grant select on sessions, accounts, companies, suppliers, supplier_keys, customer_tokens, throttle_counters to efacture_auth;
--> statement-breakpoint
grant update (last_seen_at, ended_at) on sessions to efacture_auth;
--> statement-breakpoint
grant update (last_used_at) on supplier_keys, customer_tokens to efacture_auth;
--> statement-breakpoint
grant insert, update, delete on throttle_counters to efacture_auth;
--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array[
    'users', 'sessions', 'accounts', 'companies', 'supplier_keys', 'customer_tokens', 'throttle_counters'
  ] loop
    execute format('create policy before_viewer on %I to efacture_auth using (true) with check (true)', t);
  end loop;
end
$$;
--> statement-breakpoint

-- One row at most; the caller compares the hash in its own process.
create function auth_credentials(p_identifier text)
returns table (
  user_id uuid, password_hash text, role text, status text, stamp int, account_id uuid, supplier_id uuid,
  account_state text, must_change_password boolean, default_password_expires_at timestamptz
)
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select u.id, u.password_hash, u.role, u.status, u.stamp, u.account_id, coalesce(u.supplier_id, a.supplier_id),
    a.state, u.must_change_password, u.default_password_expires_at
  from users u left join accounts a on a.id = u.account_id
  where u.identifier = p_identifier;
end;
--> statement-breakpoint

-- The person behind a session that is still good: not ended, not idle, not past its end, its user active and
-- unchanged in stamp, its account not closed. Notes the visit at most once a minute.
create function auth_resume_session(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, user_name text, role text, locale text, history_months smallint,
  must_change_password boolean, account_id uuid, customer_number text, company_name text, company_siren text,
  preference text, channel text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text, time_zone text, retention_months smallint
)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update sessions s set last_seen_at = p_now
  where s.id = p_session and s.last_seen_at < p_now - interval '1 minute' and s.last_seen_at >= p_now - p_idle
    and s.ended_at is null and s.expires_at > p_now;
  return query
    select u.id, u.identifier, u.name, u.role, u.locale, u.history_months, u.must_change_password,
      a.id, a.customer_number, c.name, c.siren, a.preference, a.channel, p.id, p.slug, p.name, p.brand_color, p.time_zone, p.retention_months
    from sessions s
    join users u on u.id = s.user_id and u.stamp = s.stamp and u.status = 'active'
    left join accounts a on a.id = u.account_id
    left join companies c on c.id = a.company_id
    left join suppliers p on p.id = coalesce(u.supplier_id, a.supplier_id)
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
      and (a.id is null or a.state <> 'closed');
end
$$;
--> statement-breakpoint

create function auth_supplier_key(p_hash bytea, p_now timestamptz)
returns table (key_id uuid, supplier_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update supplier_keys k set last_used_at = p_now
  where k.key_hash = p_hash and k.revoked_at is null
    and (k.last_used_at is null or k.last_used_at < p_now - interval '1 minute');
  return query
    select k.id, k.supplier_id from supplier_keys k where k.key_hash = p_hash and k.revoked_at is null;
end
$$;
--> statement-breakpoint

create function auth_customer_token(p_hash bytea, p_now timestamptz)
returns table (token_id uuid, user_id uuid, account_id uuid, supplier_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update customer_tokens t set last_used_at = p_now
  where t.token_hash = p_hash and t.revoked_at is null
    and (t.last_used_at is null or t.last_used_at < p_now - interval '1 minute');
  return query
    select t.id, t.user_id, t.account_id, t.supplier_id
    from customer_tokens t
    join users u on u.id = t.user_id and u.status = 'active' and u.account_id = t.account_id
    join accounts a on a.id = t.account_id and a.state <> 'closed'
    where t.token_hash = p_hash and t.revoked_at is null;
end
$$;
--> statement-breakpoint

-- Takes one attempt from a counter, or says how many milliseconds to wait. The first p_free attempts of a window
-- are immediate; each further one must come p_base, 2 p_base, 4 p_base … (at most p_longest) after the one before;
-- after p_most the counter is shut until its window ends. A refused attempt changes nothing.
create function auth_take_attempt(
  p_scope text, p_key bytea, p_now timestamptz, p_window interval, p_free int, p_most int, p_base interval, p_longest interval
) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
declare
  c throttle_counters;
  until timestamptz;
begin
  insert into throttle_counters values (p_scope, p_key, 0, p_now, p_now) on conflict do nothing;
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
--> statement-breakpoint

-- Gives attempts back after a success: all of them, or the one just taken.
create function auth_return_attempts(p_scope text, p_key bytea, p_all boolean) returns void
language sql volatile security definer set search_path = pg_catalog, public
begin atomic
  update throttle_counters set attempts = case when p_all then 0 else greatest(attempts - 1, 0) end
  where scope = p_scope and key_hash = p_key;
end;
--> statement-breakpoint

do $$
declare
  f text;
begin
  grant create on schema public to efacture_auth;
  foreach f in array array[
    'auth_credentials(text)', 'auth_resume_session(uuid, timestamptz, interval)',
    'auth_supplier_key(bytea, timestamptz)', 'auth_customer_token(bytea, timestamptz)',
    'auth_take_attempt(text, bytea, timestamptz, interval, int, int, interval, interval)',
    'auth_return_attempts(text, bytea, boolean)'
  ] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to efacture_auth', f);
    execute format('grant execute on function %s to efacture_app', f);
  end loop;
  revoke create on schema public from efacture_auth;
end
$$;
--> statement-breakpoint

-- /api/ready compares what is applied with what this build expects.
grant usage on schema drizzle to efacture_app;
--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to efacture_app;
