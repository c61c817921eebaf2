CREATE TABLE "alert_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alert_id" uuid NOT NULL,
	"change" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"given_up_at" timestamp (3) with time zone,
	"failure" text,
	CONSTRAINT "alert_calls_change_choice" CHECK ("alert_calls"."change" in ('opened', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"condition" text NOT NULL,
	"subject" text NOT NULL,
	"wrong_since" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"well_since" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "alerts_condition_choice" CHECK ("alerts"."condition" in ('job_late', 'mails_waiting', 'webhook_silent', 'storage_wrong', 'ledger_wrong'))
);
--> statement-breakpoint
CREATE TABLE "refusal_notices" (
	"supplier_id" uuid PRIMARY KEY NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"mails_told" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"app_url" text NOT NULL,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "installation_one_row" CHECK ("installation"."is_only")
);
--> statement-breakpoint
ALTER TABLE "alert_calls" ADD CONSTRAINT "alert_calls_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_notices" ADD CONSTRAINT "refusal_notices_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_calls_once" ON "alert_calls" USING btree ("alert_id","change");--> statement-breakpoint
CREATE INDEX "alert_calls_due" ON "alert_calls" USING btree ("next_try_at") WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_not_closed" ON "alerts" USING btree ("condition","subject") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "alerts_newest" ON "alerts" USING btree ("opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "throttle_counters_window" ON "throttle_counters" USING btree ("window_started_at");
-- db/functions and db/policies: sha256 904c58f229b2bce7b62fb8fb61cdd19799c16733621be11741eaacb8e2407a1a
