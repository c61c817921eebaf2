-- The words by which the console's search finds accounts.
-- Guarantees: no viewer reads or writes them directly. Triggers write them, and one function reads those of the
-- viewer's own supplier (db/functions/account-search.sql).

alter table account_search_words enable row level security;
alter table account_search_words force row level security;
grant select, insert, delete on account_search_words to efacture_auth;

create policy auth_functions on account_search_words to efacture_auth using (true) with check (true);
