ALTER TABLE "tokens" DROP CONSTRAINT "tokens_of_installation";--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_of_installation" CHECK ("tokens"."supplier_id" is not null or "tokens"."purpose" in ('recovery', 'invitation'));
-- db/functions and db/policies: sha256 2100e67d197c0c3e19ff4fa6909454e3deffdf2f3e28654de0465e9d6cebb9c9
