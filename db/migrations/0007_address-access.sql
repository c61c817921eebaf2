-- What is known of addresses belongs to the supplier whose mails they refused; its staff and keys read it, and forget it
-- when they record the address anew. What the provider told is for jobs alone.
do $$
declare
  t text;
begin
  foreach t in array array['mail_addresses', 'mail_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy jobs on %I using (viewer_kind() = ''job'') with check (viewer_kind() = ''job'')', t);
  end loop;
end
$$;
--> statement-breakpoint
create policy supplier_reads on mail_addresses for select using (supplier_id = viewer_supplier());
--> statement-breakpoint
create policy supplier_forgets on mail_addresses for delete using (supplier_id = viewer_supplier());
--> statement-breakpoint
grant select, insert, update, delete on mail_addresses, mail_events to efacture_app;
