-- Suppliers as operators and the command line manage them: created, suspended, resumed, listed.
-- Guarantees: only an active operator, or background work (the command line), gets or changes anything. They get counts,
-- times and states of each supplier, and nothing of its accounts and invoices. Each change is written to the journal.

create or replace function auth_manages_suppliers() returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
return coalesce(viewer_is_job() or (viewer_kind() = 'operator' and auth_is_viewer_real()), false);

-- Adds a supplier with an empty ledger. Raises error 42501 for others, 23505 when the slug is taken, and 23514 when it
-- has not the form of a slug or is reserved.
create or replace function auth_create_supplier(
  p_id uuid, p_slug text, p_name text, p_legal_name text, p_contact_email text, p_sender_address text,
  p_brand_color text, p_at timestamptz
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not auth_manages_suppliers() then
    raise exception 'only an operator may create a supplier' using errcode = '42501';
  end if;
  insert into suppliers (id, slug, name, legal_name, brand_color, sender_name, sender_address, reply_to, contact_email,
    created_at)
  values (p_id, p_slug, p_name, p_legal_name, p_brand_color, p_name, p_sender_address, p_contact_email, p_contact_email,
    p_at);
  insert into ledger_heads (supplier_id, sequence, hash) values (p_id, 0, decode(repeat('00', 32), 'hex'));
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_at, p_id, viewer_kind(), viewer_user(), 'supplier_created', p_id,
    jsonb_build_object('slug', p_slug));
end
$$;

-- Suspends a supplier, or with p_is_suspended false lets it work again. Returns false when it is so already, or does not
-- exist. Raises error 42501 for others.
create or replace function auth_suspend_supplier(p_supplier uuid, p_is_suspended boolean, p_at timestamptz)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not auth_manages_suppliers() then
    raise exception 'only an operator may suspend a supplier' using errcode = '42501';
  end if;
  update suppliers set suspended_at = case when p_is_suspended then p_at end
  where id = p_supplier and (suspended_at is null) = p_is_suspended;
  if not found then return false; end if;
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id)
  values (gen_random_uuid(), p_at, p_supplier, viewer_kind(), viewer_user(),
    case when p_is_suspended then 'supplier_suspended' else 'supplier_resumed' end, p_supplier);
  return true;
end
$$;

-- Lets the paused mails of a supplier leave again; bounces and complaints before p_at do not count any more, and its
-- first activations begin again with small steps. Returns false when they are not paused. Raises error 42501 for others.
create or replace function auth_resume_mails(p_supplier uuid, p_at timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  if not auth_manages_suppliers() then
    raise exception 'only an operator may resume the mails of a supplier' using errcode = '42501';
  end if;
  update supplier_sending
  set paused_at = null, pause_cause = null, resumed_at = p_at, steps_started_at = null
  where supplier_id = p_supplier and paused_at is not null;
  if not found then return false; end if;
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id)
  values (gen_random_uuid(), p_at, p_supplier, viewer_kind(), viewer_user(), 'supplier_mails_resumed', p_supplier);
  return true;
end
$$;

-- Returns how many mails each supplier sent after p_since (and after the end of its last pause), and to how many people
-- they came back or by how many they were marked as unwanted: one reader who marks many mails counts once. Only suppliers with at least that many of one of both; no row for others than
-- operators and background work.
create or replace function auth_sending_rates(p_since timestamptz, p_min_bounced int, p_min_complained int)
returns table (supplier_id uuid, sent bigint, bounced bigint, complained bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.id, counted.sent, troubles.bounced, troubles.complained
  from suppliers s
  left join supplier_sending x on x.supplier_id = s.id
  cross join lateral (select greatest(p_since, x.resumed_at) as since) as span
  cross join lateral (
    select count(distinct m.recipient) filter (where d.state = 'bounced') as bounced,
      count(distinct m.recipient) filter (where d.state = 'complained') as complained
    from deliveries d join mails m on m.id = d.mail_id
    where d.supplier_id = s.id and d.state in ('delayed', 'bounced', 'complained', 'undeliverable')
      and d.updated_at > span.since and m.sent_at > span.since
  ) as troubles
  cross join lateral (
    select count(*) as sent from mails m where m.supplier_id = s.id and m.sent_at > span.since
  ) as counted
  where auth_manages_suppliers()
    and (troubles.bounced >= p_min_bounced or troubles.complained >= p_min_complained);
end;

-- Returns the suppliers by name. No row for others than operators and background work.
create or replace function auth_list_suppliers(p_now timestamptz)
returns table (
  supplier_id uuid, slug text, name text, created_at timestamptz, suspended_at timestamptz, time_zone text,
  last_deposit_at timestamptz, awaits_first_manager boolean, paused_at timestamptz, pause_cause text, held bigint
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.id, s.slug, s.name, s.created_at, s.suspended_at, s.time_zone,
    (select max(d.received_at) from deposits d where d.supplier_id = s.id), auth_awaits_first_manager(s.id),
    x.paused_at, x.pause_cause,
    (select count(*) from mails m
      where m.supplier_id = s.id and m.state = 'queued' and m.held_for is not null
        and (m.held_for <> 'steps' or m.next_try_at > p_now))
  from suppliers s
  left join supplier_sending x on x.supplier_id = s.id
  where auth_manages_suppliers()
  order by s.name;
end;

alter function auth_manages_suppliers() owner to efacture_auth;
alter function auth_create_supplier(uuid, text, text, text, text, text, text, timestamptz) owner to efacture_auth;
alter function auth_suspend_supplier(uuid, boolean, timestamptz) owner to efacture_auth;
alter function auth_resume_mails(uuid, timestamptz) owner to efacture_auth;
alter function auth_sending_rates(timestamptz, int, int) owner to efacture_auth;
alter function auth_list_suppliers(timestamptz) owner to efacture_auth;
revoke all on function
  auth_manages_suppliers(),
  auth_create_supplier(uuid, text, text, text, text, text, text, timestamptz),
  auth_suspend_supplier(uuid, boolean, timestamptz),
  auth_resume_mails(uuid, timestamptz),
  auth_sending_rates(timestamptz, int, int),
  auth_list_suppliers(timestamptz)
from public;
grant execute on function
  auth_create_supplier(uuid, text, text, text, text, text, text, timestamptz),
  auth_suspend_supplier(uuid, boolean, timestamptz),
  auth_resume_mails(uuid, timestamptz),
  auth_sending_rates(timestamptz, int, int),
  auth_list_suppliers(timestamptz)
to efacture_app;
