-- A user's own filters are nobody else's; what a customer asks is its account's and its supplier's to see.
do $$
declare
  t text;
begin
  foreach t in array array['saved_filters', 'customer_requests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy jobs on %I using (viewer_kind() = ''job'') with check (viewer_kind() = ''job'')', t);
  end loop;
end
$$;
--> statement-breakpoint
create policy self_keeps on saved_filters
  using (user_id = viewer_user() and account_id = viewer_account())
  with check (user_id = viewer_user() and account_id = viewer_account());
--> statement-breakpoint
create policy account_reads on customer_requests for select using (account_id = viewer_account());
--> statement-breakpoint
create policy asker_adds on customer_requests for insert
  with check (user_id = viewer_user() and account_id = viewer_account() and state = 'open');
--> statement-breakpoint
create policy supplier_reads on customer_requests for select using (supplier_id = viewer_supplier());
--> statement-breakpoint
create policy supplier_changes on customer_requests for update using (supplier_id = viewer_supplier())
  with check (supplier_id = viewer_supplier());
--> statement-breakpoint
grant select, insert, update, delete on saved_filters to efacture_app;
--> statement-breakpoint
grant select, insert, update on customer_requests to efacture_app;
--> statement-breakpoint
grant select (person_id), update (person_id) on users to efacture_app;
--> statement-breakpoint

-- What proves a person is written by the job that saw the proof, and dies with the address it was about.
create function guard_proof() returns trigger
language plpgsql as $$
begin
  if coalesce(viewer_kind(), '') not in ('', 'job') and (
    (new.email_verified_at is not null and new.email_verified_at is distinct from old.email_verified_at)
    or (new.person_id is not null and new.person_id is distinct from old.person_id)
  ) then
    raise exception 'a proof is written by the job that saw it' using errcode = '42501';
  end if;
  if new.email is distinct from old.email and new.email_verified_at is not distinct from old.email_verified_at then
    new.email_verified_at := null;
    new.person_id := null;
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger guard_proof before update of email, email_verified_at, person_id on users
  for each row execute function guard_proof();
--> statement-breakpoint

-- The session also tells when the user last came, and at whose door the identifier was typed where it was another's.
drop function auth_resume_session(uuid, timestamptz, interval);
--> statement-breakpoint
create function auth_resume_session(p_session uuid, p_now timestamptz, p_idle interval)
returns table (
  user_id uuid, identifier text, user_name text, role text, locale text, history_months smallint,
  must_change_password boolean, account_id uuid, customer_number text, company_name text, company_siren text,
  preference text, channel text, supplier_id uuid, supplier_slug text, supplier_name text, brand_color text,
  time_zone text, retention_months smallint, previous_visit_at timestamptz, door_slug text, door_name text
)
language plpgsql volatile security definer set search_path = pg_catalog, public
as $$
begin
  update sessions s set last_seen_at = p_now
  where s.id = p_session and s.last_seen_at < p_now - interval '1 minute' and s.last_seen_at >= p_now - p_idle
    and s.ended_at is null and s.expires_at > p_now;
  return query
    select u.id, u.identifier, u.name, u.role, u.locale, u.history_months, u.must_change_password,
      a.id, a.customer_number, c.name, c.siren, a.preference, a.channel, p.id, p.slug, p.name, p.brand_color,
      p.time_zone, p.retention_months, s.previous_visit_at, d.slug, d.name
    from sessions s
    join users u on u.id = s.user_id and u.stamp = s.stamp and u.status = 'active'
    left join accounts a on a.id = u.account_id
    left join companies c on c.id = a.company_id
    left join suppliers p on p.id = coalesce(u.supplier_id, a.supplier_id)
    left join suppliers d on d.id = s.door_supplier_id
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now and s.last_seen_at >= p_now - p_idle
      and (a.id is null or a.state <> 'closed');
end
$$;
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function auth_resume_session(uuid, timestamptz, interval) from public;
  alter function auth_resume_session(uuid, timestamptz, interval) owner to efacture_auth;
  grant execute on function auth_resume_session(uuid, timestamptz, interval) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
