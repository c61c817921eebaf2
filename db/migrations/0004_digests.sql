ALTER TABLE "digests" DROP CONSTRAINT "digests_account_day";--> statement-breakpoint
CREATE INDEX "digests_account_day" ON "digests" USING btree ("account_id","day");