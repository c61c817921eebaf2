-- The rules that check constraints of tables call. They read no table, so they are created before the tables.
-- Guarantees: a stored SIREN is a valid one; no supplier's address shadows a page of the portal.

-- SIREN: nine digits that pass the Luhn test (INSEE).
create or replace function is_siren(value text) returns boolean
language sql immutable strict parallel safe
return value ~ '^[0-9]{9}$' and (
  select sum(case when digit * weight > 9 then digit * weight - 9 else digit * weight end) % 10 = 0
  from (
    select substr(value, place, 1)::int as digit, case when place % 2 = 0 then 2 else 1 end as weight
    from generate_series(1, 9) as place
  ) as digits
);

-- The first path segments that the portal uses itself.
create or replace function is_reserved_slug(value text) returns boolean
language sql immutable strict parallel safe
return value = any (array[
  'accessibility', 'admin', 'api', 'console', 'd', 'dev', 'export', 'help', 'invoices', 'legal', 'notice',
  'overview', 'password', 'privacy', 'profile', 'recover', 'reset', 'sign-out', 'verify'
]);
