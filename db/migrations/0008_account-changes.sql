-- A supplier's staff and keys end, keep or lower the access of their customers' users (R21), and change nothing else of
-- them: what proves a person, password and address, stays that person's own.
create policy supplier_changes on users for update
  using (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()))
  with check (exists (
    select from accounts where accounts.id = users.account_id and accounts.supplier_id = viewer_supplier()));
--> statement-breakpoint
create function confine_supplier_changes() returns trigger
language plpgsql as $$
begin
  if to_jsonb(new) - array['role', 'status', 'stamp'] is distinct from to_jsonb(old) - array['role', 'status', 'stamp']
    or new.stamp < old.stamp then
    raise exception 'a supplier changes only role, state and stamp of a customer''s user' using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger confine_supplier_changes before update on users
  for each row when (viewer_kind() in ('adviser', 'manager', 'supplier_key') and new.id is distinct from viewer_user())
  execute function confine_supplier_changes();
--> statement-breakpoint
create or replace function forbid_self_promotion() returns trigger
language plpgsql as $$
begin
  -- Without a viewer it is the tables' owner: the policies let nobody else come this far.
  if coalesce(viewer_kind(), '') in ('', 'administrator', 'adviser', 'manager', 'supplier_key', 'job')
    and new.id is distinct from viewer_user() then
    return new;
  end if;
  raise exception 'role and state of a user are changed by an administrator, the supplier or a job' using errcode = '42501';
end
$$;
--> statement-breakpoint

-- The last active administrator of an account cannot be removed. Asked at commit, so that a successor may come in the
-- same transaction; one removal of an account after the other, so that two cannot each rely on the other's administrator.
create function keep_an_administrator() returns trigger
language plpgsql as $$
begin
  if coalesce(viewer_kind(), '') = '' then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('administrators of ' || old.account_id, 0));
  if not exists (
    select from users where account_id = old.account_id and role = 'administrator' and status = 'active'
  ) and exists (select from accounts where id = old.account_id and state <> 'closed') then
    raise exception 'an account keeps an active administrator' using errcode = '23514';
  end if;
  return null;
end
$$;
--> statement-breakpoint
create constraint trigger keep_an_administrator after update on users deferrable initially deferred
  for each row when (old.role = 'administrator' and old.status = 'active'
    and (new.role <> 'administrator' or new.status <> 'active'))
  execute function keep_an_administrator();
