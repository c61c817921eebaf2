CREATE TABLE "mail_addresses" (
	"supplier_id" uuid NOT NULL,
	"email" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_addresses_supplier_id_email_pk" PRIMARY KEY("supplier_id","email"),
	CONSTRAINT "mail_addresses_state_choice" CHECK ("mail_addresses"."state" in ('suppressed', 'complained', 'bounced')),
	CONSTRAINT "mail_addresses_email_lower" CHECK ("mail_addresses"."email" = lower("mail_addresses"."email"))
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"mail_id" uuid,
	"state" text NOT NULL,
	"reason" text,
	"address_state" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_events_state_choice" CHECK ("mail_events"."state" in ('sent', 'delayed', 'delivered', 'bounced', 'complained', 'undeliverable')),
	CONSTRAINT "mail_events_address_state_choice" CHECK ("mail_events"."address_state" in ('suppressed', 'complained', 'bounced'))
);
--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_events_early" ON "mail_events" USING btree ("message_id") WHERE mail_id is null;--> statement-breakpoint
CREATE INDEX "mail_events_received" ON "mail_events" USING btree ("received_at");