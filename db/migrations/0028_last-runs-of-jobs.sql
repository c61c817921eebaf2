CREATE TABLE "job_runs" (
	"job" text PRIMARY KEY NOT NULL,
	"expected_since" timestamp (3) with time zone NOT NULL,
	"last_started_at" timestamp (3) with time zone,
	"last_succeeded_at" timestamp (3) with time zone,
	"last_counts" jsonb,
	"last_failed_at" timestamp (3) with time zone,
	"last_error" text
);
--> statement-breakpoint
INSERT INTO "job_runs" ("job", "expected_since") VALUES ('dispatch', now()), ('digest', now());
--> statement-breakpoint
CREATE INDEX "mails_failed" ON "mails" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state in ('dead', 'uncertain');
-- db/functions and db/policies: sha256 e2db7545c19aaae7fed1e6a1278ce713f6ac9a88d901326c8a6bed91db224183
