DROP INDEX "account_corrections_supplier";--> statement-breakpoint
CREATE INDEX "account_corrections_changed" ON "account_corrections" USING btree ("supplier_id",coalesce(undone_at, at),"id");
-- db/functions and db/policies: sha256 6e3b9bcd0e7d1fa228dda963685fd38d4012392514b131ed6fc8ca68e42d5a69
