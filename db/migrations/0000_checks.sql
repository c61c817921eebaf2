-- Rules that table constraints use.

-- SIREN: nine digits that pass the Luhn test (INSEE).
create function is_siren(value text) returns boolean
language sql immutable strict parallel safe
return value ~ '^[0-9]{9}$' and (
  select sum(case when digit * weight > 9 then digit * weight - 9 else digit * weight end) % 10 = 0
  from (
    select substr(value, place, 1)::int as digit, case when place % 2 = 0 then 2 else 1 end as weight
    from generate_series(1, 9) as place
  ) as digits
);
--> statement-breakpoint

-- The first path segments the portal uses itself: no supplier's slug may shadow one.
create function is_reserved_slug(value text) returns boolean
language sql immutable strict parallel safe
return value = any (array[
  'accessibility', 'admin', 'api', 'console', 'd', 'dev', 'export', 'help', 'invoices', 'legal', 'notice',
  'overview', 'password', 'privacy', 'profile', 'recover', 'reset', 'sign-out', 'verify'
]);
