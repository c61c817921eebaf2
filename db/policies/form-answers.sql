-- Answers to forms that may be sent twice.
-- Guarantees: the application's login reaches them through the functions of db/functions/form-answers.sql only.

alter table form_answers enable row level security;
alter table form_answers force row level security;
grant select, insert, update, delete on form_answers to efacture_auth;

create policy auth_functions on form_answers to efacture_auth using (true) with check (true);
