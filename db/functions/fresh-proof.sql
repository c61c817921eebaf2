-- Fresh proof: when the person behind a session last proved who they are (docs/decisions/0027-fresh-proof.md).
-- Guarantees: the proof of a session is that of the user who signed in, also after switching to another user. It is
-- renewed only while the session has not ended, and only if the user's stamp is the same as when the password or code
-- was checked.

-- Returns the user who must prove who they are, and when they last did. No row when the session has ended.
create or replace function auth_session_proof(p_session uuid)
returns table (user_id uuid, identifier text, proven_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select u.id, u.identifier, s.proven_at
  from sessions s join users u on u.id = coalesce(s.origin_user_id, s.user_id)
  where s.id = p_session and s.ended_at is null;
end;

-- Records that the user has just proven who they are in this session, by password or code. Returns false and records
-- nothing when the session has ended or belongs to another user, or when the user's stamp is no longer p_stamp.
create or replace function auth_record_proof(p_session uuid, p_user uuid, p_stamp int, p_now timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  with proven as (
    update sessions s set proven_at = p_now
    from users u
    where s.id = p_session and s.ended_at is null and s.expires_at > p_now
      and u.id = coalesce(s.origin_user_id, s.user_id) and u.id = p_user and u.stamp = p_stamp and u.status = 'active'
    returning 1
  )
  select exists (select from proven);
end;

alter function auth_session_proof(uuid) owner to efacture_auth;
alter function auth_record_proof(uuid, uuid, int, timestamptz) owner to efacture_auth;
revoke all on function auth_session_proof(uuid), auth_record_proof(uuid, uuid, int, timestamptz) from public;
grant execute on function auth_session_proof(uuid), auth_record_proof(uuid, uuid, int, timestamptz) to efacture_app;
