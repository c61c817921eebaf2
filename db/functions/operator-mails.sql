-- What operators do with one mail that was not sent, or may not have been.
-- Guarantees: only an active operator does it; each choice is made once and written to the journal. The operator sees
-- neither recipient nor text (db/functions/operator-health.sql).

-- `retry`: queues the mail again, under its own id: a provider that still knows the key of an uncertain mail sends no
-- second copy. `drop`: gives it up for good, which the supplier's desk shows. Returns the kind of the mail; null when it
-- is no longer such a mail, or when `retry` cannot help because its address is refused. Raises error 42501 for others.
create or replace function auth_settle_failed_mail(p_mail uuid, p_choice text, p_now timestamptz) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  settled record;
begin
  if not coalesce(viewer_kind() = 'operator' and auth_is_viewer_real() and p_choice in ('retry', 'drop'), false) then
    raise exception 'only an operator may settle a mail' using errcode = '42501';
  end if;
  select m.id, m.supplier_id, m.kind, m.state into settled
  from mails m
  where m.id = p_mail and m.state in ('dead', 'uncertain')
    and (p_choice = 'drop' or coalesce(m.reason not in ('address_refused', 'address_malformed'), true))
  for update;
  if not found then return null; end if;
  if p_choice = 'retry' then
    delete from deliveries where mail_id = p_mail;
    update mails
    set state = 'queued', next_try_at = p_now, sendable_since = p_now, leased_until = null,
      may_have_arrived_since = null, travels_alone = true, batch_id = null, reason = null, held_for = null
    where id = p_mail;
  else
    update mails set state = 'cancelled', leased_until = null, reason = 'dropped_by_operator' where id = p_mail;
    update deliveries set state = 'undeliverable', reason = 'dropped_by_operator', updated_at = p_now
    where mail_id = p_mail and state in ('queued', 'undeliverable');
  end if;
  insert into audit_events (id, at, supplier_id, actor_kind, actor_id, action, subject_id, details)
  values (gen_random_uuid(), p_now, settled.supplier_id, 'operator', viewer_user(),
    case p_choice when 'retry' then 'mail_retried' else 'mail_dropped' end, p_mail,
    jsonb_build_object('kind', settled.kind, 'was', settled.state));
  return settled.kind;
end
$$;

alter function auth_settle_failed_mail(uuid, text, timestamptz) owner to efacture_auth;
revoke all on function auth_settle_failed_mail(uuid, text, timestamptz) from public;
grant execute on function auth_settle_failed_mail(uuid, text, timestamptz) to efacture_app;
