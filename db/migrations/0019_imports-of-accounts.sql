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
ALTER TABLE "account_import_lines" ADD CONSTRAINT "account_import_lines_supplier_id_import_id_account_imports_supplier_id_id_fk" FOREIGN KEY ("supplier_id","import_id") REFERENCES "public"."account_imports"("supplier_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_imports" ADD CONSTRAINT "account_imports_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_import_lines_shown" ON "account_import_lines" USING btree ("import_id","rank","line");--> statement-breakpoint
CREATE INDEX "account_import_lines_number" ON "account_import_lines" USING btree ("import_id","customer_number");--> statement-breakpoint
CREATE INDEX "account_import_lines_state" ON "account_import_lines" USING btree ("import_id","state","line");--> statement-breakpoint
CREATE INDEX "account_imports_newest" ON "account_imports" USING btree ("supplier_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "account_imports_at_work" ON "account_imports" USING btree ("worked_until" NULLS FIRST) WHERE state in ('checking', 'applying', 'undoing');
-- db/functions and db/policies: sha256 06a343357929ee6d0b7eeba0676f63bac5a79b3c20e3c95db747a2bb695526f2
