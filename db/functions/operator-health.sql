-- The health of the installation: when jobs ran, and whether mails leave.
-- Guarantees: operators get counts and times, and of a mail that was not sent its kind, supplier and reason, with only
-- the first character and the domain of its recipient. They get nothing of an account or invoice, no text of a mail, and
-- of attempts to sign in only counts. Everybody may read when a job succeeded last: /api/ready?jobs answers before there
-- is a viewer.

-- Returns for each job when it succeeded last, and since when runs are expected.
create or replace function auth_job_times() returns table (job text, expected_since timestamptz, last_succeeded_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select j.job, j.expected_since, j.last_succeeded_at from job_runs j;
end;

-- For operators, and for background work that opens alerts: how many mails wait (counted up to 10,000) and since when the oldest one does, how
-- many were sent in the last hour, how many were not sent or may not have been since p_since, and when the mail provider
-- reported last. Mails that are held (mails.held_for) do not wait, and one that was held waits since it was released or its
-- turn came. No row for others.
create or replace function auth_mail_figures(p_now timestamptz, p_since timestamptz)
returns table (waiting bigint, oldest_waiting timestamptz, sent_last_hour bigint, dead bigint, dead_for_address bigint, uncertain bigint, last_event timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select waiting.mails, waiting.oldest, sent.mails::bigint, failed.dead, failed.dead_for_address, failed.uncertain, events.newest
  from (select 1 where viewer_is_job() or (viewer_kind() = 'operator' and auth_is_viewer_real())) as allowed
  cross join lateral (
    -- The expression of the index mails_waiting. Counting half a million would take a third of a second.
    select single.mails + batched.mails as mails, least(first.since, batched.oldest) as oldest
    from (select count(*) as mails from (
        select from mails where state in ('queued', 'sending') and batch_id is null
          and greatest(created_at, sendable_since, case when held_for is not null then next_try_at end) <= p_now
        limit 10000) as counted) as single
    left join lateral (
      select greatest(created_at, sendable_since, case when held_for is not null then next_try_at end) as since
      from mails where state in ('queued', 'sending') and batch_id is null
        and greatest(created_at, sendable_since, case when held_for is not null then next_try_at end) <= p_now
      order by greatest(created_at, sendable_since, case when held_for is not null then next_try_at end) limit 1
    ) as first on true
    cross join (
      select count(*) as mails, min(m.created_at) as oldest from mail_batches b join mails m on m.batch_id = b.id
      where b.ended_at is null and m.state in ('queued', 'sending')
    ) as batched
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

-- For operators and background work: how many mails were sent in the last 15 minutes, and when the first mail of the last
-- day was sent after which the mail provider has reported nothing. No row for others.
create or replace function auth_mail_flow(p_now timestamptz)
returns table (sent_last_quarter bigint, unreported_since timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select coalesce(sum(by_sender.mails), 0)::bigint, min(by_sender.unreported)
  from (select 1 where viewer_is_job() or (viewer_kind() = 'operator' and auth_is_viewer_real())) as allowed
  cross join (select greatest(max(received_at), p_now - interval '1 day') as at from mail_events) as reported
  -- Per supplier, because the index of sent mails begins with it; null for the installation's own mails.
  cross join lateral (
    select (select count(*) from mails m where m.supplier_id = s.id and m.sent_at > p_now - interval '15 minutes') as mails,
      (select m.sent_at from mails m where m.supplier_id = s.id and m.sent_at > reported.at order by m.sent_at limit 1)
        as unreported
    from suppliers s
    union all
    select (select count(*) from mails m where m.supplier_id is null and m.sent_at > p_now - interval '15 minutes'),
      (select m.sent_at from mails m where m.supplier_id is null and m.sent_at > reported.at order by m.sent_at limit 1)
  ) as by_sender
  -- An aggregate without a group returns a row, also when nobody is allowed.
  having count(*) > 0;
end;

-- For operators and background work: for each supplier the head of its ledger, the last entry, and whether they agree:
-- the head has the sequence and the hash of the last entry, that entry the hash of the one before it, and background work,
-- which reads the whole chain again and again (lib/ledger/walk-ledgers.ts), found no wrong entry. No row for others.
create or replace function auth_ledger_states()
returns table (supplier_name text, entries bigint, last_recorded timestamptz, agrees boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select s.name, coalesce(last.sequence, 0), last.recorded_at,
    coalesce(h.sequence = coalesce(last.sequence, 0)
      and h.hash = coalesce(last.hash, genesis.hash)
      and (last.sequence is null or last.previous_hash = case when last.sequence = 1 then genesis.hash else before.hash end), false)
      and not exists (select from ledger_checks c where c.supplier_id = s.id and c.wrong_sequence is not null)
  from (select 1 where viewer_is_job() or (viewer_kind() = 'operator' and auth_is_viewer_real())) as allowed
  cross join suppliers s
  cross join (select decode(repeat('00', 32), 'hex') as hash) as genesis
  left join ledger_heads h on h.supplier_id = s.id
  left join lateral (
    select e.sequence, e.hash, e.previous_hash, e.recorded_at from ledger_entries e
    where e.supplier_id = s.id order by e.sequence desc limit 1) as last on true
  left join ledger_entries before on before.supplier_id = s.id and before.sequence = last.sequence - 1;
end;

-- For operators: for each kind of attempt that is limited, how many attempts of the last day are counted, which are those
-- that failed, and how many identifiers, users or networks have more than p_free of them, and p_most or more. No name:
-- the counters have none. No row for others.
create or replace function auth_attempt_figures(p_now timestamptz, p_free int, p_most int)
returns table (scope text, attempts bigint, slowed bigint, blocked bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select c.scope, sum(c.attempts), count(*) filter (where c.attempts > p_free), count(*) filter (where c.attempts >= p_most)
  from throttle_counters c
  where c.window_started_at > p_now - interval '1 day'
    and viewer_kind() = 'operator' and auth_is_viewer_real()
  group by c.scope;
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

-- For operators: how many originals are kept and their bytes, from the table of invoices. Of a table with more pages than
-- p_most_pages a sample of about that many pages is read, and the figures are estimates. No row for others.
create or replace function auth_stored_originals(p_most_pages int)
returns table (originals bigint, bytes bigint, is_estimate boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select round(found.originals * 100 / part.percent)::bigint, round(found.bytes * 100 / part.percent)::bigint,
    part.percent < 100
  from (select 1 where viewer_kind() = 'operator' and auth_is_viewer_real()) as allowed
  cross join lateral (
    select least(100, 100.0 * p_most_pages
      / greatest(1, pg_relation_size('invoices') / current_setting('block_size')::int)) as percent
  ) as part
  cross join lateral (
    select count(*) as originals, coalesce(sum(size), 0) as bytes from invoices tablesample system (part.percent)
  ) as found;
end;

alter function auth_job_times() owner to efacture_auth;
alter function auth_mail_figures(timestamptz, timestamptz) owner to efacture_auth;
alter function auth_mail_flow(timestamptz) owner to efacture_auth;
alter function auth_ledger_states() owner to efacture_auth;
alter function auth_attempt_figures(timestamptz, int, int) owner to efacture_auth;
alter function auth_failed_mails(timestamptz) owner to efacture_auth;
alter function auth_stored_originals(int) owner to efacture_auth;
revoke all on function
  auth_job_times(),
  auth_mail_figures(timestamptz, timestamptz),
  auth_mail_flow(timestamptz),
  auth_ledger_states(),
  auth_attempt_figures(timestamptz, int, int),
  auth_failed_mails(timestamptz),
  auth_stored_originals(int)
from public;
grant execute on function
  auth_job_times(),
  auth_mail_figures(timestamptz, timestamptz),
  auth_mail_flow(timestamptz),
  auth_ledger_states(),
  auth_attempt_figures(timestamptz, int, int),
  auth_failed_mails(timestamptz),
  auth_stored_originals(int)
to efacture_app;
