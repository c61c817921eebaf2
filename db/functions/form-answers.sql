-- Answers to forms, shared by all instances of the portal. A browser may send a form twice, for instance after a double
-- click: the action of the form then runs once, and both requests get its answer.
-- Guarantees: of any number of requests with the same form, even at the same moment, one runs the action; the others
-- read its answer. The application's login reaches the table through these functions only.

-- Claims a form: the first caller gets is_first = true and has until p_expires_at to run the action. Later callers get
-- the first caller's answer, or null while its action still runs. An expired claim or answer is replaced.
create or replace function auth_claim_form(p_key bytea, p_now timestamptz, p_expires_at timestamptz)
returns table (is_first boolean, first_answer text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  insert into form_answers (key_hash, answer, expires_at) values (p_key, null, p_expires_at)
  on conflict (key_hash) do update set answer = null, expires_at = p_expires_at
  where form_answers.expires_at <= p_now;
  if found then
    return query select true, null::text;
  else
    return query select false, f.answer from form_answers f where f.key_hash = p_key;
  end if;
end
$$;

-- Stores the answer of a claimed form.
create or replace function auth_keep_form_answer(p_key bytea, p_answer text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update form_answers set answer = p_answer, expires_at = p_expires_at where key_hash = p_key;
end;

-- Deletes a claim after the form's action failed, so that the next request with this form runs it.
create or replace function auth_release_form(p_key bytea) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from form_answers where key_hash = p_key and answer is null;
end;

-- Deletes at most 50,000 expired claims and answers in one call; returns how many.
create or replace function auth_sweep_form_answers(p_now timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with deleted as (
    delete from form_answers
    where key_hash in (select key_hash from form_answers where expires_at <= p_now limit 50000)
    returning 1
  )
  select count(*) from deleted;
end;

alter function auth_claim_form(bytea, timestamptz, timestamptz) owner to efacture_auth;
alter function auth_keep_form_answer(bytea, text, timestamptz) owner to efacture_auth;
alter function auth_release_form(bytea) owner to efacture_auth;
alter function auth_sweep_form_answers(timestamptz) owner to efacture_auth;
revoke all on function
  auth_claim_form(bytea, timestamptz, timestamptz),
  auth_keep_form_answer(bytea, text, timestamptz),
  auth_release_form(bytea),
  auth_sweep_form_answers(timestamptz)
from public;
grant execute on function
  auth_claim_form(bytea, timestamptz, timestamptz),
  auth_keep_form_answer(bytea, text, timestamptz),
  auth_release_form(bytea),
  auth_sweep_form_answers(timestamptz)
to efacture_app;
