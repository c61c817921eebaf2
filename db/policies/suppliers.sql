-- Suppliers.
-- Guarantees: background work adds and changes suppliers, operators only by the functions of
-- db/functions/operator-suppliers.sql. A manager changes the settings of the own supplier, and not its slug. Everybody may
-- read a supplier, because its public pages show it.

alter table suppliers enable row level security;
alter table suppliers force row level security;
grant select on suppliers to efacture_app;
grant update (
  name, legal_name, address, siren, vat_number, publisher, brand_color, logo_sha256, logo_width, logo_height,
  contact_email, contact_phone, contact_hours, contact_hours_texts, languages, trade_words, sender_name, sender_address, reply_to, verified_domain, domain_check,
  digest_hour, attachment_limit_bytes, link_opens, recovery_answer, retention_months, default_history_months, starts_on,
  former_portal_name, former_portal_url, default_legal_role, answer_within_days, allows_sharing
) on suppliers to efacture_app;
grant insert, update on suppliers to efacture_jobs;
grant select, insert, update (suspended_at) on suppliers to efacture_auth;

create policy jobs on suppliers to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy anyone_reads on suppliers for select using (true);
create policy manager_changes on suppliers for update
  using (viewer_kind() = 'manager' and id = viewer_supplier())
  with check (viewer_kind() = 'manager' and id = viewer_supplier());
create policy auth_functions on suppliers to efacture_auth using (true) with check (true);
