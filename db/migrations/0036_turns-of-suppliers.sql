ALTER TABLE "supplier_sending" ADD COLUMN "last_turn" bigint;--> statement-breakpoint
CREATE INDEX "mails_due_of_supplier" ON "mails" USING btree ("supplier_id","next_try_at") WHERE state in ('queued', 'sending') and batch_id is null and not is_urgent;--> statement-breakpoint
CREATE INDEX "mails_without_turn" ON "mails" USING btree ("supplier_id","created_at","id") WHERE kind = 'activation' and generation = 1 and state = 'queued' and tries = 0 and held_for is null;--> statement-breakpoint
CREATE INDEX "notifications_waiting_of_supplier" ON "notifications" USING btree ("supplier_id","account_id","created_at") WHERE state = 'waiting';
-- db/functions and db/policies: sha256 325869084078afda9f5c1f871eb0c32b6e1d65d41d8e08b3941bb57c175222f1
