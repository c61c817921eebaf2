-- Every use of a direct link is written down, at most once a minute, and changes nothing of what the link may do.
grant update (first_used_at, last_used_at, use_count) on link_capabilities to efacture_auth;
--> statement-breakpoint
create policy before_viewer_notes on link_capabilities for update to efacture_auth using (true) with check (true);
--> statement-breakpoint
create function auth_note_link_use(p_link uuid, p_now timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public
begin atomic
  update link_capabilities
  set first_used_at = coalesce(first_used_at, p_now), last_used_at = p_now, use_count = use_count + 1
  where id = p_link and (last_used_at is null or last_used_at <= p_now - interval '1 minute');
end;
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function auth_note_link_use(uuid, timestamptz) from public;
  alter function auth_note_link_use(uuid, timestamptz) owner to efacture_auth;
  grant execute on function auth_note_link_use(uuid, timestamptz) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
