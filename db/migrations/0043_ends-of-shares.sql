ALTER TABLE "invoice_shares" DROP CONSTRAINT "invoice_shares_revoked_by";--> statement-breakpoint
ALTER TABLE "invoice_shares" ADD CONSTRAINT "invoice_shares_revoked_by" CHECK ("invoice_shares"."revoked_at" is not null or "invoice_shares"."revoked_by_id" is null);
-- db/functions and db/policies: sha256 8bc9b41f634673ee31fa9195de1ec12bd38c5836673fdbf592208bb1b2ef4ef4
