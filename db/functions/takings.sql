-- Who took an invoice (docs/decisions/0050-takings.md).
-- Guarantees: a direct link takes only the invoices that are recorded for it, while it is valid. What versions before
-- takings record as downloaded is a taking too.

-- Records that the file of an invoice was sent after the button of a direct link. Changes nothing when the link does not
-- name the invoice, was revoked or has expired, or when the invoice was withdrawn.
create or replace function auth_take_by_link(p_link uuid, p_invoice uuid, p_proof text, p_now timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  insert into invoice_takings (invoice_id, supplier_id, account_id, way, proof, taken_at, source_id)
  select i.id, i.supplier_id, i.account_id, 'link', p_proof, p_now, l.id
  from link_capabilities l
  join link_capability_invoices named on named.link_id = l.id and named.invoice_id = p_invoice
  join invoices i on i.id = named.invoice_id and i.account_id = l.account_id and i.state = 'available'
  where l.id = p_link and l.revoked_at is null and l.expires_at > p_now
  on conflict on constraint invoice_takings_once do update set proof = excluded.proof
  where invoice_takings.proof = 'requested';
end;

alter function auth_take_by_link(uuid, uuid, text, timestamptz) owner to efacture_auth;
revoke all on function auth_take_by_link(uuid, uuid, text, timestamptz) from public;
grant execute on function auth_take_by_link(uuid, uuid, text, timestamptz) to efacture_app;

-- A version before takings writes only the reading, and may run beside this one during an upgrade.
create or replace function take_with_download() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into invoice_takings (invoice_id, supplier_id, account_id, user_id, way, proof, taken_at)
  values (new.invoice_id, new.supplier_id, new.account_id, new.user_id, 'session', 'delivered', new.downloaded_at)
  on conflict on constraint invoice_takings_once do nothing;
  return null;
end
$$;

create trigger take_with_download after insert or update of downloaded_at on invoice_readings
  for each row when (new.downloaded_at is not null)
  execute function take_with_download();
