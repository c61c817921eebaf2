CREATE TABLE "invoice_announcements" (
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"month" text NOT NULL,
	"currency" text NOT NULL,
	"document_count" integer NOT NULL,
	"total_minor" bigint NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invoice_announcements_account_id_month_currency_pk" PRIMARY KEY("account_id","month","currency"),
	CONSTRAINT "invoice_announcements_month" CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "invoice_announcements_count" CHECK (document_count >= 0)
);
--> statement-breakpoint
CREATE TABLE "refused_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"sha256" "bytea" NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"reason" text NOT NULL,
	"problems" jsonb NOT NULL,
	"metadata" jsonb,
	"contents" jsonb,
	"attempts" integer DEFAULT 1 NOT NULL,
	"first_refused_at" timestamp (3) with time zone NOT NULL,
	"last_refused_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"supplier_key_id" uuid,
	"user_id" uuid,
	"quarantine_key" text,
	"quarantined_until" timestamp (3) with time zone,
	"resolution" text,
	"resolved_at" timestamp (3) with time zone,
	"invoice_id" uuid,
	CONSTRAINT "refused_files_once" UNIQUE("supplier_id","sha256"),
	CONSTRAINT "refused_files_source_choice" CHECK ("refused_files"."source" in ('api', 'console')),
	CONSTRAINT "refused_files_reason_choice" CHECK ("refused_files"."reason" in ('unreadable', 'metadata', 'number_taken', 'file_elsewhere')),
	CONSTRAINT "refused_files_resolution_choice" CHECK ("refused_files"."resolution" in ('accepted', 'dismissed')),
	CONSTRAINT "refused_files_quarantine" CHECK ((quarantine_key is null) = (quarantined_until is null)),
	CONSTRAINT "refused_files_resolved" CHECK ((resolution is null) = (resolved_at is null))
);
--> statement-breakpoint
ALTER TABLE "deposits" DROP CONSTRAINT "deposits_source_choice";--> statement-breakpoint
ALTER TABLE "deposits" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "invoice_announcements" ADD CONSTRAINT "invoice_announcements_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_files" ADD CONSTRAINT "refused_files_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_announcements_newest" ON "invoice_announcements" USING btree ("supplier_id","month" DESC NULLS LAST,"account_id","currency");--> statement-breakpoint
CREATE INDEX "refused_files_newest" ON "refused_files" USING btree ("supplier_id","last_refused_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refused_files_open" ON "refused_files" USING btree ("supplier_id","last_refused_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE resolution is null;--> statement-breakpoint
CREATE INDEX "refused_files_quarantined" ON "refused_files" USING btree ("quarantined_until") WHERE quarantine_key is not null;--> statement-breakpoint
CREATE INDEX "refused_files_old" ON "refused_files" USING btree ("last_refused_at");--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_source_choice" CHECK ("deposits"."source" in ('api', 'archive', 'console'));
-- db/functions and db/policies: sha256 0f2785d91c23dd7b009dfebba4cc49c38142fe8dc0a365bd6e4c5c3e6a9c4cae
