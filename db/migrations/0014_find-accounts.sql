CREATE TABLE "account_search_words" (
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"word" text NOT NULL,
	"shown" text NOT NULL,
	CONSTRAINT "account_search_words_source_id_kind_word_pk" PRIMARY KEY("source_id","kind","word")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "sort_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "adviser_user_id" uuid;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "activated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "unread_checked_on" date;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "unseen_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "leaving_on" date;--> statement-breakpoint
ALTER TABLE "account_search_words" ADD CONSTRAINT "account_search_words_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_search_words_by_word" ON "account_search_words" USING btree ("supplier_id","kind","word" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "account_search_words_account" ON "account_search_words" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "accounts_pending_email" ON "accounts" USING btree ("supplier_id","pending_email") WHERE pending_email is not null;--> statement-breakpoint
CREATE INDEX "accounts_by_name" ON "accounts" USING btree ("supplier_id",sort_name collate "C","id");--> statement-breakpoint
CREATE INDEX "accounts_no_address" ON "accounts" USING btree ("supplier_id","id") WHERE email is null and channel = 'electronic' and state = 'open';--> statement-breakpoint
CREATE INDEX "accounts_paper" ON "accounts" USING btree ("supplier_id","id") WHERE channel = 'paper' and state <> 'closed';--> statement-breakpoint
CREATE INDEX "accounts_never_activated" ON "accounts" USING btree ("supplier_id","activation_queued_at") WHERE activated_at is null and activation_queued_at is not null;--> statement-breakpoint
CREATE INDEX "accounts_unseen" ON "accounts" USING btree ("supplier_id","unseen_since") WHERE unseen_since is not null;--> statement-breakpoint
CREATE INDEX "accounts_leaving" ON "accounts" USING btree ("supplier_id","leaving_on") WHERE leaving_on is not null;--> statement-breakpoint
CREATE INDEX "accounts_unread_check_due" ON "accounts" USING btree ("supplier_id","unread_checked_on" NULLS FIRST);--> statement-breakpoint
CREATE INDEX "invoices_found_by_number" ON "invoices" USING btree ("supplier_id",folded_text(number) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "invoices_found_by_contract" ON "invoices" USING gin (contract_keys(supplier_id, contracts, vehicles)) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "mails_sent_lately" ON "mails" USING btree ("supplier_id","sent_at" DESC NULLS LAST) WHERE sent_at is not null;--> statement-breakpoint
ALTER TABLE "accounts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "companies" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "accounts" SET "sort_name" = search_key(coalesce(accounts.company_name, c.name)) FROM "companies" c WHERE c.id = accounts.company_id;--> statement-breakpoint
UPDATE "accounts" SET "activated_at" = u.at FROM (
  SELECT account_id, min(password_changed_at) AS at FROM "users" WHERE role = 'administrator' GROUP BY account_id
) AS u WHERE u.account_id = accounts.id AND u.at IS NOT NULL;--> statement-breakpoint
INSERT INTO "account_search_words" (supplier_id, account_id, source_id, kind, word, shown)
SELECT a.supplier_id, a.id, a.id, said.kind, said.word, said.shown
FROM "accounts" a JOIN "companies" c ON c.id = a.company_id
CROSS JOIN LATERAL (
  SELECT 'customer_number', search_key(a.customer_number), a.customer_number
  UNION ALL SELECT 'siren', c.siren, c.siren
  UNION ALL SELECT 'company', rotation, a.company_name FROM search_rotations(a.company_name) AS rotation
  UNION ALL SELECT 'company', rotation, c.name FROM search_rotations(c.name) AS rotation
  UNION ALL SELECT 'address', search_key(address), address FROM unnest(array[a.email, a.pending_email]) AS address
  UNION ALL SELECT 'domain', search_key(split_part(address, '@', 2)), address FROM unnest(array[a.email, a.pending_email]) AS address
) AS said (kind, word, shown)
WHERE said.word <> '' ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "account_search_words" (supplier_id, account_id, source_id, kind, word, shown)
SELECT a.supplier_id, a.id, u.id, said.kind, said.word, said.shown
FROM "users" u JOIN "accounts" a ON a.id = u.account_id
CROSS JOIN LATERAL (
  SELECT 'person', rotation, u.name FROM search_rotations(u.name) AS rotation
  UNION ALL SELECT 'identifier', search_key(u.identifier), u.identifier
  UNION ALL SELECT 'address', search_key(u.email), u.email
  UNION ALL SELECT 'domain', search_key(split_part(u.email, '@', 2)), u.email
) AS said (kind, word, shown)
WHERE said.word <> '' ON CONFLICT DO NOTHING;
-- db/functions and db/policies: sha256 0d32ad99c88be46e22eceb9ed52509f0d46efe88ecfea922f9f511bf199189ee
