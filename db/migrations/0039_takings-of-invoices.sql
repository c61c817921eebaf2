CREATE TABLE "invoice_takings" (
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid,
	"way" text NOT NULL,
	"proof" text NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"source_id" uuid,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "invoice_takings_once" UNIQUE NULLS NOT DISTINCT("invoice_id","user_id","way"),
	CONSTRAINT "invoice_takings_way_choice" CHECK ("invoice_takings"."way" in ('session', 'link', 'attachment', 'api', 'hand')),
	CONSTRAINT "invoice_takings_proof_choice" CHECK ("invoice_takings"."proof" in ('requested', 'delivered', 'verified')),
	CONSTRAINT "invoice_takings_of_person" CHECK ("invoice_takings"."user_id" is not null or "invoice_takings"."way" in ('link', 'attachment'))
);
--> statement-breakpoint
CREATE TABLE "settled_numbers" (
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text NOT NULL,
	"user_id" uuid NOT NULL,
	"settled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "settled_numbers_account_id_number_pk" PRIMARY KEY("account_id","number")
);
--> statement-breakpoint
-- Before anything else is locked, and supplier by supplier as its policies let it read: no row is read twice when the owner
-- is not subject to them. The portal writes meanwhile; what it writes then is copied at the end.
DO $$
DECLARE
  one uuid;
BEGIN
  PERFORM set_config('app.viewer', 'manager', true);
  FOR one IN SELECT id FROM suppliers ORDER BY id LOOP
    PERFORM set_config('app.supplier_id', one::text, true);
    INSERT INTO invoice_takings (invoice_id, supplier_id, account_id, user_id, way, proof, taken_at)
    SELECT invoice_id, supplier_id, account_id, user_id, 'session', 'delivered', downloaded_at
    FROM invoice_readings WHERE supplier_id = one AND downloaded_at IS NOT NULL;
    INSERT INTO invoice_takings (invoice_id, supplier_id, account_id, user_id, way, proof, taken_at, source_id)
    SELECT i.id, i.supplier_id, i.account_id, u.id, 'attachment', 'delivered', d.updated_at, m.id
    FROM mails m
    JOIN deliveries d ON d.mail_id = m.id AND d.state = 'delivered'
    JOIN invoices i ON i.id = m.subject_id AND i.account_id = m.account_id
    LEFT JOIN users u ON u.account_id = m.account_id AND u.status = 'active' AND u.email_verified_at IS NOT NULL
      AND u.email = lower(m.recipient)
    WHERE m.supplier_id = one AND m.kind = 'notification_attachment' AND m.props -> 'original' ->> 'isAttached' = 'true'
    ORDER BY d.updated_at ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('app.viewer', '', true), set_config('app.supplier_id', '', true);
END
$$;--> statement-breakpoint
-- Not validated: that would read both tables under the policies, which show the owner no invoice, and block deposits
-- meanwhile. The copied rows name invoices of rows with the same constraint; new rows are checked.
ALTER TABLE "invoice_takings" ADD CONSTRAINT "invoice_takings_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "settled_numbers" ADD CONSTRAINT "settled_numbers_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_takings_of_user" ON "invoice_takings" USING btree ("account_id","user_id","invoice_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "invoice_takings_of_invoice" ON "invoice_takings" USING btree ("invoice_id","account_id") WHERE undone_at is null;--> statement-breakpoint
-- Until the end of the transaction nobody notes a download, and then the trigger of db/functions/takings.sql is there.
LOCK TABLE "invoice_readings" IN SHARE ROW EXCLUSIVE MODE;--> statement-breakpoint
DO $$
DECLARE
  one uuid;
BEGIN
  PERFORM set_config('app.viewer', 'manager', true);
  FOR one IN SELECT id FROM suppliers ORDER BY id LOOP
    PERFORM set_config('app.supplier_id', one::text, true);
    INSERT INTO invoice_takings (invoice_id, supplier_id, account_id, user_id, way, proof, taken_at)
    SELECT invoice_id, supplier_id, account_id, user_id, 'session', 'delivered', downloaded_at
    FROM invoice_readings WHERE supplier_id = one AND downloaded_at >= transaction_timestamp() - interval '1 hour'
    ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('app.viewer', '', true), set_config('app.supplier_id', '', true);
END
$$;
-- db/functions and db/policies: sha256 9879226512bdcacf23586b5f901465814a499b8ae5ca2f7e6650550bf6bc95e2
