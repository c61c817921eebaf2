ALTER TABLE "digests" ADD COLUMN "is_requested" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "is_due_now" boolean DEFAULT false NOT NULL;
-- db/functions and db/policies: sha256 6714a1ef02281c3a6d6e0ed973b69afb5da512d6fb78bf7237019afe4d89a57a
