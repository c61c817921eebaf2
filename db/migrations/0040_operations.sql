CREATE TABLE "ledger_checks" (
	"supplier_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"round_started_at" timestamp (3) with time zone NOT NULL,
	"round_ended_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"wrong_sequence" bigint
);
--> statement-breakpoint
CREATE TABLE "retention_raises" (
	"supplier_id" uuid PRIMARY KEY NOT NULL,
	"months" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"deposited_before" timestamp (3) with time zone,
	"done_sequence" bigint NOT NULL,
	"caught_up_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "alerts" DROP CONSTRAINT "alerts_condition_choice";--> statement-breakpoint
ALTER TABLE "ledger_checks" ADD CONSTRAINT "ledger_checks_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_raises" ADD CONSTRAINT "retention_raises_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_raises_open" ON "retention_raises" USING btree ("supplier_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree (greatest(created_at, sendable_since, case when held_for is not null then next_try_at end)) WHERE state in ('queued', 'sending') and batch_id is null;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_condition_choice" CHECK ("alerts"."condition" in ('job_late', 'mails_waiting', 'webhook_silent', 'storage_wrong', 'ledger_wrong', 'supplier_paused'));
-- db/functions and db/policies: sha256 ab33fb055151da91ea80f981934c061f0ce84cb7a996337057eb7744bffbd9dc
