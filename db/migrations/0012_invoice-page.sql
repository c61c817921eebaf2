-- An account's users see whether the direct links of their mails were used; a link still opens by its secret alone.
do $$
declare
  t text;
begin
  foreach t in array array['link_capabilities', 'link_capability_invoices'] loop
    execute format(
      'create policy account_reads on %I for select
       using (viewer_kind() in (''administrator'', ''member'') and account_id = viewer_account())', t);
  end loop;
end
$$;
