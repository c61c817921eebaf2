CREATE TABLE "account_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"author_user_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_notes_text_filled" CHECK (btrim("account_notes"."text") <> '')
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "company_name" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "siret" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "routing_code" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "electronic_address" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "checked_on" date;--> statement-breakpoint
ALTER TABLE "account_notes" ADD CONSTRAINT "account_notes_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_notes" ADD CONSTRAINT "account_notes_author_user_id_users_id_fk" FOREIGN KEY ("author_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_notes_account" ON "account_notes" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_company_name_filled" CHECK (btrim("accounts"."company_name") <> '');--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_siret_form" CHECK ("accounts"."siret" ~ '^[0-9]{14}$');
-- db/functions and db/policies: sha256 e4e041aba72b0f32c3eb6351a1df8febd102d81fa1e1a3623674289420fee83f
