ALTER TABLE "audit_events" ADD COLUMN "actor_identifier" text;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "subject_identifier" text;
-- db/functions and db/policies: sha256 5deb804b48186a3061abfb9a96c66a600ea2bf38b0df55aa32fbb3ba1a02151d
