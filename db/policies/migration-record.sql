-- The record of applied migrations.
-- Guarantees: /api/ready can compare what is applied with what this build expects, and change nothing.

grant usage on schema drizzle to efacture_app;
grant select on drizzle.__drizzle_migrations to efacture_app;
