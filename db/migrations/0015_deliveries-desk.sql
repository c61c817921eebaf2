CREATE TABLE "address_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"correction_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"new_email" text NOT NULL,
	"is_same_person" boolean NOT NULL,
	"keeps_member" boolean NOT NULL,
	"state" text NOT NULL,
	"former_email" text,
	"former_source" text,
	"former_recorded_at" timestamp (3) with time zone,
	"former_users" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"new_user_id" uuid,
	"new_user_role" text,
	"moved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "address_changes_correction" UNIQUE("correction_id"),
	CONSTRAINT "address_changes_state_choice" CHECK ("address_changes"."state" in ('waiting', 'applied', 'undone', 'replaced')),
	CONSTRAINT "address_changes_email_lower" CHECK ("address_changes"."new_email" = lower("address_changes"."new_email"))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "forward_reason" text;--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_correction_id_account_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."account_corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "address_changes" ADD CONSTRAINT "address_changes_new_user_id_users_id_fk" FOREIGN KEY ("new_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "address_changes_waiting" ON "address_changes" USING btree ("account_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "address_changes_account" ON "address_changes" USING btree ("account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "address_changes_group" ON "address_changes" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "address_changes_new_user" ON "address_changes" USING btree ("new_user_id");--> statement-breakpoint
CREATE INDEX "deliveries_uncertain" ON "deliveries" USING btree ("supplier_id","updated_at" DESC NULLS LAST) WHERE state = 'queued' and reason = 'answer_unknown';--> statement-breakpoint
CREATE INDEX "deliveries_forwarded" ON "deliveries" USING btree ("supplier_id","updated_at" DESC NULLS LAST) WHERE forward_reason is not null;--> statement-breakpoint
CREATE INDEX "mails_supplier" ON "mails" USING btree ("supplier_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);
-- db/functions and db/policies: sha256 74ff56a6d584c5659b3d5cdf308b514ece4cd07ad756640977b4963f256afce0
