ALTER TABLE "sessions" ADD COLUMN "view_as_user_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "view_as_reason" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "view_as_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_view_as_user_id_users_id_fk" FOREIGN KEY ("view_as_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_view_as_whole" CHECK (num_nulls("sessions"."view_as_user_id", "sessions"."view_as_reason", "sessions"."view_as_until") in (0, 3));
-- db/functions and db/policies: sha256 4e19724404c18d97aad38cfe804c89cac51acf993cd187a0c1460f3e03f2ebf6
