CREATE INDEX "deliveries_missing" ON "deliveries" USING btree ("account_id") WHERE state in ('bounced', 'undeliverable');--> statement-breakpoint
CREATE INDEX "mails_not_sent" ON "mails" USING btree ("account_id") WHERE state in ('dead', 'uncertain', 'cancelled');--> statement-breakpoint
CREATE INDEX "notifications_unsent" ON "notifications" USING btree ("account_id") WHERE state = 'nothing_to_send' and preference <> 'none' and channel = 'electronic';--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("digest_id") WHERE digest_id is not null;
-- db/functions and db/policies: sha256 b445f0001c2d70967ce8a504297d0321f7b5a687a58549bff85f858882181035
