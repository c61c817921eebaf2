CREATE TABLE "account_import_lines" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"supplier_id" uuid NOT NULL,
	"cells" text[] NOT NULL,
	"state" text DEFAULT 'unchecked' NOT NULL,
	"verdict" text,
	"rank" smallint GENERATED ALWAYS AS ((array_position(array['refused', 'superseded', 'changed', 'new', 'same'], verdict))) STORED,
	"customer_number" text,
	"company_name" text,
	"changes_address" boolean DEFAULT false NOT NULL,
	"is_forced" boolean DEFAULT false NOT NULL,
	"judgement" jsonb,
	"account_id" uuid,
	"before" jsonb,
	"outcome" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "account_import_lines_import_id_line_pk" PRIMARY KEY("import_id","line"),
	CONSTRAINT "account_import_lines_state_choice" CHECK ("account_import_lines"."state" in ('unchecked', 'checked', 'applied', 'skipped', 'undone', 'kept')),
	CONSTRAINT "account_import_lines_verdict_choice" CHECK ("account_import_lines"."verdict" in ('refused', 'superseded', 'changed', 'new', 'same'))
);
--> statement-breakpoint
CREATE TABLE "account_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"form_hash" "bytea" NOT NULL,
	"file_name" text NOT NULL,
	"sheet" text,
	"heads" text[] NOT NULL,
	"columns" jsonb NOT NULL,
	"line_count" integer NOT NULL,
	"state" text NOT NULL,
	"worked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_by" uuid,
	"applying_at" timestamp (3) with time zone,
	"applied_at" timestamp (3) with time zone,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "account_imports_form" UNIQUE("supplier_id","form_hash"),
	CONSTRAINT "account_imports_supplier_id" UNIQUE("supplier_id","id"),
	CONSTRAINT "account_imports_state_choice" CHECK ("account_imports"."state" in ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "paper_pack_invoices" (
	"pack_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "paper_pack_invoices_pack_id_invoice_id_pk" PRIMARY KEY("pack_id","invoice_id"),
	CONSTRAINT "paper_pack_invoices_once" UNIQUE("invoice_id")
);
--> statement-breakpoint
CREATE TABLE "paper_packs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"first_issued_on" date NOT NULL,
	"last_issued_on" date NOT NULL,
	"invoice_count" integer NOT NULL,
	CONSTRAINT "paper_packs_supplier_id" UNIQUE("supplier_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_import_lines" ADD CONSTRAINT "account_import_lines_supplier_id_import_id_account_imports_supplier_id_id_fk" FOREIGN KEY ("supplier_id","import_id") REFERENCES "public"."account_imports"("supplier_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_imports" ADD CONSTRAINT "account_imports_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pack_invoices" ADD CONSTRAINT "paper_pack_invoices_supplier_id_pack_id_paper_packs_supplier_id_id_fk" FOREIGN KEY ("supplier_id","pack_id") REFERENCES "public"."paper_packs"("supplier_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pack_invoices" ADD CONSTRAINT "paper_pack_invoices_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_packs" ADD CONSTRAINT "paper_packs_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_import_lines_shown" ON "account_import_lines" USING btree ("import_id","rank","line");--> statement-breakpoint
CREATE INDEX "account_import_lines_number" ON "account_import_lines" USING btree ("import_id","customer_number");--> statement-breakpoint
CREATE INDEX "account_import_lines_state" ON "account_import_lines" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "account_imports_newest" ON "account_imports" USING btree ("supplier_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "account_imports_at_work" ON "account_imports" USING btree ("worked_until" NULLS FIRST) WHERE state in ('checking', 'applying', 'undoing');--> statement-breakpoint
CREATE INDEX "paper_packs_newest" ON "paper_packs" USING btree ("supplier_id","taken_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_paper" ON "notifications" USING btree ("supplier_id","invoice_id") WHERE channel = 'paper';
-- db/functions and db/policies: sha256 122e957b879e093d1fd452f1830ef364389c2259080c925743a61b4e12abd268
