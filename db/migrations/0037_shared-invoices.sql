CREATE TABLE "invoice_shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by_id" uuid,
	"first_used_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"use_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "invoice_shares_hash" UNIQUE("token_hash"),
	CONSTRAINT "invoice_shares_recipient_length" CHECK (length("invoice_shares"."recipient") between 1 and 80),
	CONSTRAINT "invoice_shares_life" CHECK ("invoice_shares"."expires_at" <= "invoice_shares"."created_at" + interval '9 days'),
	CONSTRAINT "invoice_shares_revoked_by" CHECK (num_nonnulls("invoice_shares"."revoked_at", "invoice_shares"."revoked_by_id") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "customer_requests" DROP CONSTRAINT "customer_requests_topic_choice";--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "allows_sharing" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_shares" ADD CONSTRAINT "invoice_shares_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_shares" ADD CONSTRAINT "invoice_shares_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_shares" ADD CONSTRAINT "invoice_shares_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_shares" ADD CONSTRAINT "invoice_shares_revoked_by_id_users_id_fk" FOREIGN KEY ("revoked_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_shares_invoice" ON "invoice_shares" USING btree ("account_id","invoice_id");--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_topic_choice" CHECK ("customer_requests"."topic" in ('amount', 'vehicle', 'contract', 'period', 'address', 'duplicate', 'other'));
-- db/functions and db/policies: sha256 4968a15fe2cd3f99755af4c165c84ca2aadb9a0b314d31d3f082171d5fa2a928
