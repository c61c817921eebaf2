-- When staff change the notification address of an account and the person stays the same, that person gets a new user
-- (R21). Once the new address is proven, the saved filters, the takings and the second factor of the former user move to
-- the new one; not earlier, because staff may still undo the change.
-- Guarantees: both users belong to the account whose address changed. Attachments to other identifiers do not move:
-- only the person's own proof attaches (docs/decisions/0038-change-of-address.md). A second factor moves with its
-- recovery codes and used time steps, so that a change of address does not remove it; a second factor that the new user
-- already has stays.

create or replace function move_identity() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  change record;
  former_user uuid;
begin
  for change in
    update address_changes set moved_at = coalesce(new.email_verified_at, created_at)
    where new_user_id = new.id and state = 'applied' and is_same_person and moved_at is null
    returning account_id, former_users
  loop
    select u.id into former_user from users u
    where u.id = (change.former_users -> 0 ->> 'id')::uuid and u.account_id = change.account_id
      and new.account_id = change.account_id and u.id <> new.id;
    continue when former_user is null;
    update saved_filters f set user_id = new.id
    where f.user_id = former_user
      and not exists (select from saved_filters o where o.user_id = new.id and o.name = f.name);
    update invoice_takings t set user_id = new.id
    where t.user_id = former_user and t.account_id = change.account_id
      and not exists (
        select from invoice_takings o where o.invoice_id = t.invoice_id and o.user_id = new.id and o.way = t.way);
    update second_factors f set user_id = new.id
    where f.user_id = former_user and not exists (select from second_factors o where o.user_id = new.id);
  end loop;
  return null;
end
$$;

create trigger move_identity after update of email_verified_at on users
  for each row when (old.email_verified_at is null and new.email_verified_at is not null)
  execute function move_identity();

alter function move_identity() owner to efacture_auth;
revoke all on function move_identity() from public;
