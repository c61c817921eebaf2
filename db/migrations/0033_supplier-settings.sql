-- Replaced by auth_read_session before the previous version: no running version calls it.
DROP FUNCTION IF EXISTS auth_resume_session(uuid, timestamptz, interval);--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "contact_hours_texts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "languages" text[] DEFAULT '{"fr","en"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "trade_words" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "logo_sha256" text;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "logo_width" smallint;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "logo_height" smallint;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "verified_domain" text;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "domain_check" jsonb;--> statement-breakpoint
-- The suppliers that exist send from their addresses already. Of several with the same domain, the first keeps it.
ALTER TABLE "suppliers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "suppliers" SET "verified_domain" = lower(split_part("sender_address", '@', 2)) WHERE "id" IN (
	SELECT DISTINCT ON (lower(split_part("sender_address", '@', 2))) "id" FROM "suppliers"
	ORDER BY lower(split_part("sender_address", '@', 2)), "created_at", "id"
);--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_domain_of_one" UNIQUE("verified_domain");--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_languages_choice" CHECK (cardinality("suppliers"."languages") > 0 and "suppliers"."languages" <@ array['fr', 'en']);--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_logo_complete" CHECK (num_nonnulls("suppliers"."logo_sha256", "suppliers"."logo_width", "suppliers"."logo_height") in (0, 3) and "suppliers"."logo_sha256" ~ '^[0-9a-f]{64}$');
-- db/functions and db/policies: sha256 6149b3409dcc81cd5a181994061e9b5852d918694ec524dbfb5c7ff1b2472a68
