-- What a mailed link opens: looked up by its digest before there is a viewer. A dead link still tells its supplier, so
-- that its page can ask to sign in at the right door.
grant select on link_capabilities, link_capability_invoices to efacture_auth;
--> statement-breakpoint
create policy before_viewer on link_capabilities for select to efacture_auth using (true);
--> statement-breakpoint
create policy before_viewer on link_capability_invoices for select to efacture_auth using (true);
--> statement-breakpoint
create function auth_link(p_hash bytea, p_now timestamptz)
returns table (link_id uuid, account_id uuid, supplier_slug text, company_name text, is_open boolean, invoice_ids uuid[])
language sql stable security definer set search_path = pg_catalog, public
begin atomic
  select l.id, l.account_id, s.slug, c.name,
    l.revoked_at is null and l.expires_at > p_now and a.state <> 'closed',
    array(select i.invoice_id from link_capability_invoices i where i.link_id = l.id)
  from link_capabilities l
  join accounts a on a.id = l.account_id
  join companies c on c.id = a.company_id
  join suppliers s on s.id = l.supplier_id
  where l.token_hash = p_hash;
end;
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function auth_link(bytea, timestamptz) from public;
  alter function auth_link(bytea, timestamptz) owner to efacture_auth;
  grant execute on function auth_link(bytea, timestamptz) to efacture_app;
  revoke create on schema public from efacture_auth;
end
$$;
