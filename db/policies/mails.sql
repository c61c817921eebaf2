-- The outbox: mails, the batches that are sent together, and what became of each.
-- Guarantees: every mail that a user or a supplier queues goes to an address that is recorded for the account of the
-- mail. The exception is a request that staff pass on: it goes to an address on the list that the supplier's managers
-- keep. A customer's user queues only the mails that their own actions cause, for their own account; an administrator
-- also invitations and notices of changed access to users of the account. Staff get notices about access to the console
-- at their recorded address, and their invitation from a manager of the same supplier; a supplier's first manager is
-- invited by an operator. The viewers recovery, token_holder and person queue only the kinds of mail that belong to what
-- they do, to the users concerned. Mails to operators have no supplier. Only background work sends mails, and pauses those
-- of a supplier. Operators read no row; the functions of db/functions/operator-health.sql and operator-mails.sql count
-- mails for them, mask recipients, and try or drop one mail that was not sent. Mails about attachments contain another
-- identifier, so only their recipient and background work read them.

alter table mails enable row level security;
alter table mails force row level security;
grant select, insert, update on mails to efacture_app;
grant select (id, supplier_id, kind, recipient, state, batch_id, sent_at, failure, reason, created_at, held_for, next_try_at,
    sendable_since),
  update (state, next_try_at, leased_until, may_have_arrived_since, travels_alone, batch_id, reason, held_for, sendable_since)
  on mails to efacture_auth;

create policy jobs on mails to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on mails for select using (supplier_id = viewer_supplier());
create policy supplier_adds on mails for insert
  with check (supplier_id = viewer_supplier() and state = 'queued' and auth_is_recorded_address(account_id, recipient));
-- A request that staff pass on goes to an address on the supplier's list, which its managers keep.
create policy staff_passes_on on mails for insert
  with check (viewer_kind() in ('adviser', 'manager') and kind = 'request_passed_on' and supplier_id = viewer_supplier()
    and state = 'queued' and user_id is null and exists (
    select from request_contacts
    where request_contacts.supplier_id = mails.supplier_id and request_contacts.email = mails.recipient));
create policy supplier_changes on mails for update
  using (supplier_id = viewer_supplier())
  with check (supplier_id = viewer_supplier()
    and (state = 'cancelled' or auth_is_recorded_address(account_id, recipient)));
create policy account_reads on mails for select using (account_id = viewer_account());
create policy customer_adds on mails for insert
  with check (viewer_kind() in ('administrator', 'member') and user_id = viewer_user() and account_id = viewer_account()
    and state = 'queued' and exists (
      select from accounts where accounts.id = viewer_account() and accounts.supplier_id = mails.supplier_id)
    and case kind
      when 'request_made' then recipient in (
        select lower(accounts.adviser_email) from accounts where accounts.id = viewer_account()
        union all
        select suppliers.contact_email from suppliers where suppliers.id = mails.supplier_id)
      when 'request_message' then recipient = auth_request_adviser((
        select request_id from request_messages
        where request_messages.id = mails.subject_id and request_messages.author_id = viewer_user()
        union all
        select id from customer_requests
        where customer_requests.id = mails.subject_id and customer_requests.user_id = viewer_user()))
      when 'request_received' then recipient = (select lower(users.email) from users where users.id = viewer_user())
      when 'password_changed' then recipient = (select users.email from users where users.id = viewer_user())
      when 'access_changed' then recipient = (select users.email from users where users.id = viewer_user())
    end);
create policy staff_notices on mails for insert
  with check (viewer_kind() in ('adviser', 'manager', 'operator') and state = 'queued'
    and (kind = 'access_changed' or (kind = 'invitation' and case viewer_kind()
      when 'manager' then true
      when 'operator' then auth_awaits_first_manager(supplier_id)
      else false end))
    and account_id is null and exists (
    select from users where users.id = mails.user_id and users.account_id is null
      and users.supplier_id is not distinct from mails.supplier_id and users.email = mails.recipient));
create policy administrator_invites on mails for insert
  with check (viewer_kind() = 'administrator' and kind in ('invitation', 'access_changed') and state = 'queued'
    and account_id = viewer_account() and exists (
    select from users where users.id = mails.user_id and users.account_id = viewer_account()
      and users.email = mails.recipient)
    and exists (
    select from accounts where accounts.id = viewer_account() and accounts.supplier_id = mails.supplier_id));
create policy recovery_adds on mails for insert to efacture_app
  with check (viewer_kind() = 'recovery' and kind = 'recovery' and state = 'queued'
    and supplier_id is not distinct from viewer_named_supplier() and recipient = auth_named_email()
    and user_id in (select user_id from auth_recoverable_users()));
create policy token_holder_adds on mails for insert to efacture_app
  with check (viewer_kind() = 'token_holder' and kind = 'password_changed' and state = 'queued'
    and supplier_id is not distinct from viewer_named_supplier() and recipient = auth_named_email()
    and user_id in (select user_id from auth_recoverable_users()));
create policy person_adds on mails for insert to efacture_app
  with check (viewer_kind() = 'person' and kind = 'attachment' and state = 'queued' and exists (
    select from tokens
    where tokens.id = mails.subject_id and tokens.purpose = 'attachment' and tokens.asking_user_id = auth_session_user()
      and tokens.user_id = mails.user_id and tokens.supplier_id = mails.supplier_id and tokens.email = mails.recipient));
create policy person_notices on mails for insert to efacture_app
  with check (viewer_kind() = 'person' and kind = 'attachment_changed' and state = 'queued' and exists (
    select from auth_person_identities() as receiver
    where receiver.user_id = mails.user_id and receiver.email = mails.recipient and receiver.account_id = mails.account_id
      and receiver.supplier_id = mails.supplier_id));
create policy attachments_only_by_recipient on mails as restrictive for select to efacture_app
  using (kind not in ('attachment', 'attachment_changed') or viewer_is_job() or user_id = viewer_user());
create policy auth_functions on mails to efacture_auth using (true) with check (true);

alter table mail_batches enable row level security;
alter table mail_batches force row level security;
grant select, insert, update on mail_batches to efacture_jobs;
grant select (id, ended_at) on mail_batches to efacture_auth;

create policy jobs on mail_batches to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy auth_functions on mail_batches for select to efacture_auth using (true);

alter table deliveries enable row level security;
alter table deliveries force row level security;
grant select, insert, update on deliveries to efacture_app;
grant delete on deliveries to efacture_jobs;
grant select, insert, update (state, reason, updated_at), delete on deliveries to efacture_auth;

create policy jobs on deliveries to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on deliveries for select using (supplier_id = viewer_supplier());
create policy auth_functions on deliveries to efacture_auth using (true) with check (true);
create policy account_reads on deliveries for select using (account_id = viewer_account());

-- Whether a supplier's mails are paused, and its steps of first activations.
alter table supplier_sending enable row level security;
alter table supplier_sending force row level security;
grant select on supplier_sending to efacture_app;
grant insert, update on supplier_sending to efacture_jobs;
grant select, update (paused_at, pause_cause, resumed_at, steps_started_at) on supplier_sending to efacture_auth;

create policy jobs on supplier_sending to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy supplier_reads on supplier_sending for select using (supplier_id = viewer_supplier());
create policy auth_functions on supplier_sending to efacture_auth using (true) with check (true);
