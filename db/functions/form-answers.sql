-- The answers to forms that may be sent twice, shared by all instances.
-- Guarantees: of any number of simultaneous copies of a form, one runs; the others read its answer. The application's login
-- reaches the answers through these functions only.

-- Claims the form for the caller until p_expires_at, or returns the answer of an earlier copy: null while that one runs. An
-- expired claim or answer is replaced.
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

-- Keeps the answer of the claimed form.
create or replace function auth_keep_form_answer(p_key bytea, p_answer text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  update form_answers set answer = p_answer, expires_at = p_expires_at where key_hash = p_key;
end;

-- Releases a claim after the form's action failed, so that the next copy of the form runs.
create or replace function auth_release_form(p_key bytea) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  delete from form_answers where key_hash = p_key and answer is null;
end;

-- Removes at most 50,000 expired claims and answers in one call; returns the number removed.
create or replace function auth_sweep_form_answers(p_now timestamptz) returns bigint
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with gone as (
    delete from form_answers
    where key_hash in (select key_hash from form_answers where expires_at <= p_now limit 50000)
    returning 1
  )
  select count(*) from gone;
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
