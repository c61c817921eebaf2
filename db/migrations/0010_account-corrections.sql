CREATE TABLE "account_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"field" text NOT NULL,
	"old_value" text,
	"new_value" text,
	"asked_by" text DEFAULT '' NOT NULL,
	"changed_by" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "account_corrections_field_name" CHECK ("account_corrections"."field" ~ '^[a-z][A-Za-z]*$'),
	CONSTRAINT "account_corrections_differ" CHECK ("account_corrections"."old_value" is distinct from "account_corrections"."new_value")
);
--> statement-breakpoint
ALTER TABLE "account_corrections" ADD CONSTRAINT "account_corrections_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_corrections" ADD CONSTRAINT "account_corrections_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_corrections_account" ON "account_corrections" USING btree ("account_id","field","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "account_corrections_supplier" ON "account_corrections" USING btree ("supplier_id","at","id");
-- db/functions and db/policies: sha256 8af85ed9845ea3e82a361de442ea0c1e9c9f0f0b718934e3c5d6f3d45b89c565
