CREATE TABLE "accounting_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"facts" jsonb NOT NULL,
	"invoice_count" integer NOT NULL,
	"credit_note_count" integer NOT NULL,
	"incomplete_count" integer NOT NULL,
	"first_issued_on" date NOT NULL,
	"last_issued_on" date NOT NULL,
	"total_minor" bigint NOT NULL,
	CONSTRAINT "accounting_batches_number" UNIQUE("account_id","number"),
	CONSTRAINT "accounting_batches_filled" CHECK ("accounting_batches"."invoice_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "accounting_entries" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"number" text NOT NULL,
	"type" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date,
	"seller_name" text NOT NULL,
	"total_minor" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"withdrawal_told_in" uuid,
	CONSTRAINT "accounting_entries_batch_id_position_pk" PRIMARY KEY("batch_id","position"),
	CONSTRAINT "accounting_entries_once" UNIQUE("account_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "accounting_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"journal" text NOT NULL,
	"supplier_account" text NOT NULL,
	"supplier_auxiliary" text NOT NULL,
	"rent_account" text NOT NULL,
	"maintenance_account" text NOT NULL,
	"insurance_account" text NOT NULL,
	"other_account" text NOT NULL,
	"suspense_account" text NOT NULL,
	"vat_accounts" jsonb NOT NULL,
	"recovery" text,
	"analytic_code" text NOT NULL,
	"rules" jsonb NOT NULL,
	"starts_on" date,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounting_settings_recovery_choice" CHECK ("accounting_settings"."recovery" in ('yes', 'no'))
);
--> statement-breakpoint
ALTER TABLE "accounting_batches" ADD CONSTRAINT "accounting_batches_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounting_entries" ADD CONSTRAINT "accounting_entries_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounting_settings" ADD CONSTRAINT "accounting_settings_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounting_entries_told" ON "accounting_entries" USING btree ("withdrawal_told_in") WHERE withdrawal_told_in is not null;--> statement-breakpoint
CREATE INDEX "ledger_entries_withdrawn" ON "ledger_entries" USING btree ("account_id") WHERE kind = 'withdrawn';
-- db/functions and db/policies: sha256 0bc58d9c3e12358312be7110ffd4b18289b122bb30df0804ce2c25b9476adf8b
