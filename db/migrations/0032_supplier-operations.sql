CREATE TABLE "supplier_sending" (
	"supplier_id" uuid PRIMARY KEY NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"pause_cause" text,
	"resumed_at" timestamp (3) with time zone,
	"steps_started_at" timestamp (3) with time zone,
	"steps_taken" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "supplier_sending_cause_choice" CHECK ("supplier_sending"."pause_cause" in ('bounces', 'complaints')),
	CONSTRAINT "supplier_sending_pause_has_cause" CHECK (("supplier_sending"."paused_at" is null) = ("supplier_sending"."pause_cause" is null))
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "held_for" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sendable_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "supplier_sending" ADD CONSTRAINT "supplier_sending_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_held" ON "mails" USING btree ("supplier_id","held_for") WHERE held_for is not null and state = 'queued';--> statement-breakpoint
CREATE INDEX "mails_first_activations" ON "mails" USING btree ("supplier_id","account_id") WHERE kind = 'activation' and generation = 1 and state = 'queued' and tries = 0;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_held_for_choice" CHECK ("mails"."held_for" in ('suspended', 'paused', 'steps'));
-- db/functions and db/policies: sha256 4dfde2b43505939abe332ab2c271a978a58173a9f9bf42ee88f6b6948043bc4d
