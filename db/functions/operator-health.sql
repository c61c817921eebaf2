-- The health of the installation: when jobs ran, and whether mails leave.
-- Guarantees: operators get counts and times, and of a mail that was not sent its kind, supplier and reason, with only
-- the first character and the domain of its recipient. They get nothing of an account or invoice, and no text of a
-- mail. Everybody may read when a job succeeded last: /api/ready?jobs answers before there is a viewer.

-- Returns for each job when it succeeded last, and since when runs are expected.
create or replace function auth_job_times() returns table (job text, expected_since timestamptz, last_succeeded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select j.job, j.expected_since, j.last_succeeded_at from job_runs j;
end;

-- For operators: how many mails wait and since when the oldest one does, how many were sent in the last hour, how many
-- were not sent or may not have been since p_since, and when the mail provider reported last. No row for others.
create or replace function auth_mail_figures(p_now timestamptz, p_since timestamptz)
returns table (waiting bigint, oldest_waiting timestamptz, sent_last_hour bigint, dead bigint, dead_for_address bigint, uncertain bigint, last_event timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select waiting.mails, waiting.oldest, sent.mails::bigint, failed.dead, failed.dead_for_address, failed.uncertain, events.newest
  from (select 1 where viewer_kind() = 'operator' and auth_is_viewer_real()) as operator
  cross join lateral (
    select count(*) as mails, min(unsent.created_at) as oldest
    from (
      select created_at from mails where state in ('queued', 'sending') and batch_id is null
      union all
      select m.created_at from mail_batches b join mails m on m.batch_id = b.id
      where b.ended_at is null and m.state in ('queued', 'sending')
    ) as unsent
  ) as waiting
  cross join lateral (
    select coalesce(sum(by_supplier.mails), 0) as mails
    from (
      select (select count(*) from mails m where m.supplier_id = s.id and m.sent_at > p_now - interval '1 hour') as mails
      from suppliers s
      union all
      select count(*) from mails where supplier_id is null and sent_at > p_now - interval '1 hour'
    ) as by_supplier
  ) as sent
  cross join lateral (
    select count(*) filter (where state = 'dead') as dead,
      count(*) filter (where state = 'dead' and reason in ('address_refused', 'address_malformed')) as dead_for_address,
      count(*) filter (where state = 'uncertain') as uncertain
    from mails where state in ('dead', 'uncertain') and created_at > p_since
  ) as failed
  cross join lateral (select max(received_at) as newest from mail_events) as events;
end;

-- For operators: the newest mails, queued since p_since, that were not sent or may not have been; at most 50. The
-- recipient is masked, as c…@perce-neige.example. No row for others.
create or replace function auth_failed_mails(p_since timestamptz)
returns table (mail_id uuid, supplier_name text, kind text, state text, queued_at timestamptz, masked_recipient text, reason text, failure text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select m.id, s.name, m.kind, m.state, m.created_at,
    left(m.recipient, 1) || '…@' || reverse(split_part(reverse(m.recipient), '@', 1)), m.reason, m.failure
  from mails m
  left join suppliers s on s.id = m.supplier_id
  where m.state in ('dead', 'uncertain') and m.created_at > p_since
    and viewer_kind() = 'operator' and auth_is_viewer_real()
  order by m.created_at desc nulls last, m.id desc nulls last
  limit 50;
end;

alter function auth_job_times() owner to efacture_auth;
alter function auth_mail_figures(timestamptz, timestamptz) owner to efacture_auth;
alter function auth_failed_mails(timestamptz) owner to efacture_auth;
revoke all on function
  auth_job_times(),
  auth_mail_figures(timestamptz, timestamptz),
  auth_failed_mails(timestamptz)
from public;
grant execute on function
  auth_job_times(),
  auth_mail_figures(timestamptz, timestamptz),
  auth_failed_mails(timestamptz)
to efacture_app;
