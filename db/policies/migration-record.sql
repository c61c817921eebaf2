-- The record of applied migrations.
-- Guarantees: the application's login can read it and not change it. /api/ready compares it with what this build
-- expects.

grant usage on schema drizzle to efacture_app;
grant select on drizzle.__drizzle_migrations to efacture_app;
