CREATE TABLE "paper_pack_invoices" (
	"pack_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "paper_pack_invoices_pack_id_invoice_id_pk" PRIMARY KEY("pack_id","invoice_id"),
	CONSTRAINT "paper_pack_invoices_once" UNIQUE("invoice_id")
);
--> statement-breakpoint
CREATE TABLE "paper_packs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"first_issued_on" date NOT NULL,
	"last_issued_on" date NOT NULL,
	"invoice_count" integer NOT NULL,
	CONSTRAINT "paper_packs_supplier_id" UNIQUE("supplier_id","id")
);
--> statement-breakpoint
ALTER TABLE "paper_pack_invoices" ADD CONSTRAINT "paper_pack_invoices_supplier_id_pack_id_paper_packs_supplier_id_id_fk" FOREIGN KEY ("supplier_id","pack_id") REFERENCES "public"."paper_packs"("supplier_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_pack_invoices" ADD CONSTRAINT "paper_pack_invoices_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_packs" ADD CONSTRAINT "paper_packs_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_packs_newest" ON "paper_packs" USING btree ("supplier_id","taken_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_paper" ON "notifications" USING btree ("supplier_id","invoice_id") WHERE channel = 'paper';
-- db/functions and db/policies: sha256 c244c2c6cb596835deb697db3254e8c7c80560a62cbccfd46a1be93df78c0d94
