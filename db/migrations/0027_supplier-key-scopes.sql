-- These functions get other arguments or columns.
DROP FUNCTION IF EXISTS issue_supplier_key(uuid, uuid, text, text, bytea, timestamptz);--> statement-breakpoint
DROP FUNCTION IF EXISTS auth_supplier_key(bytea, timestamptz);--> statement-breakpoint
-- The keys that exist were made for everything.
ALTER TABLE "supplier_keys" ADD COLUMN "scopes" text[] DEFAULT '{deposits,accounts}' NOT NULL;--> statement-breakpoint
ALTER TABLE "supplier_keys" ALTER COLUMN "scopes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD COLUMN "replaced_key_id" uuid;--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD CONSTRAINT "supplier_keys_replaced_key_id_supplier_keys_id_fk" FOREIGN KEY ("replaced_key_id") REFERENCES "public"."supplier_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD CONSTRAINT "supplier_keys_replaced" UNIQUE("replaced_key_id");--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD CONSTRAINT "supplier_keys_scopes_choice" CHECK (cardinality("supplier_keys"."scopes") > 0 and "supplier_keys"."scopes" <@ array['deposits', 'accounts']);
-- db/functions and db/policies: sha256 e567814fda300149a9f16f03982589188211996b5c53d9bb314756948fac6b28
