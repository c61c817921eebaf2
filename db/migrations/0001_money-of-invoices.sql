CREATE TABLE "invoice_lines" (
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text,
	"net_amount" numeric,
	"vat_category" text,
	"vat_rate" numeric,
	"contract" text,
	"vehicle" text,
	"period_from" date,
	"period_to" date,
	CONSTRAINT "invoice_lines_position" UNIQUE("invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoice_vat" (
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"category" text,
	"rate" numeric,
	"base_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	CONSTRAINT "invoice_vat_position" UNIQUE("invoice_id","position"),
	CONSTRAINT "invoice_vat_said" CHECK ("invoice_vat"."category" is not null or "invoice_vat"."rate" is not null)
);
--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "sign" smallint GENERATED ALWAYS AS ((case when type = 'credit_note' and total_with_vat_minor > 0 then -1 else 1 end)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "signed_with_vat_minor" bigint GENERATED ALWAYS AS ((case when type = 'credit_note' and total_with_vat_minor > 0 then -1 else 1 end) * total_with_vat_minor) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "signed_without_vat_minor" bigint GENERATED ALWAYS AS ((case when type = 'credit_note' and total_with_vat_minor > 0 then -1 else 1 end) * total_without_vat_minor) STORED;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "payment_means" text;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "payment_account" text;--> statement-breakpoint
ALTER TABLE "mail_events" ADD COLUMN "recipients" text[];--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_vat" ADD CONSTRAINT "invoice_vat_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoices_largest_first" ON "invoices" USING btree ("account_id",currency collate "C" desc nulls last,"signed_with_vat_minor" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state = 'available';
-- db/functions and db/policies: sha256 be77e72989d3498fc5a9765dd9a7ed9effaddaee79dece6c0335b70f78768a3a
