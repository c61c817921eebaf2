CREATE TABLE "answer_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"title" text NOT NULL,
	"texts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_templates_title" UNIQUE("supplier_id","title"),
	CONSTRAINT "answer_templates_titled" CHECK (btrim("answer_templates"."title") <> '' and length("answer_templates"."title") <= 100)
);
--> statement-breakpoint
CREATE TABLE "request_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_contacts_email" UNIQUE("supplier_id","email"),
	CONSTRAINT "request_contacts_named" CHECK (btrim("request_contacts"."name") <> ''),
	CONSTRAINT "request_contacts_email_lower" CHECK ("request_contacts"."email" = lower("request_contacts"."email"))
);
--> statement-breakpoint
CREATE TABLE "request_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_identifier" text DEFAULT '' NOT NULL,
	"author_name" text DEFAULT '' NOT NULL,
	"outcome" text,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "request_messages_side_choice" CHECK ("request_messages"."side" in ('customer', 'supplier')),
	CONSTRAINT "request_messages_outcome_choice" CHECK ("request_messages"."outcome" in ('accepted', 'declined', 'closed', 'reopened')),
	CONSTRAINT "request_messages_says_something" CHECK ("request_messages"."text" <> '' or "request_messages"."outcome" is not null),
	CONSTRAINT "request_messages_bounded" CHECK (length("request_messages"."text") <= 5000)
);
--> statement-breakpoint
ALTER TABLE "customer_requests" DROP CONSTRAINT "customer_requests_kind_choice";--> statement-breakpoint
ALTER TABLE "customer_requests" DROP CONSTRAINT "customer_requests_state_choice";--> statement-breakpoint
ALTER TABLE "customer_requests" DROP CONSTRAINT "customer_requests_closed_dated";--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "user_identifier" text;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "topic" text;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "invoice_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "answering_user_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "answering_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_requests" ALTER COLUMN "waiting_since" TYPE timestamp (3) with time zone USING "created_at";--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "first_answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "last_answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "suppliers" ADD COLUMN "answer_within_days" smallint;--> statement-breakpoint
ALTER TABLE "answer_templates" ADD CONSTRAINT "answer_templates_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_contacts" ADD CONSTRAINT "request_contacts_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_owner" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_request" FOREIGN KEY ("account_id","request_id") REFERENCES "public"."customer_requests"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_messages" ADD CONSTRAINT "request_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_messages_thread" ON "request_messages" USING btree ("request_id","at","id");--> statement-breakpoint
CREATE INDEX "request_messages_account" ON "request_messages" USING btree ("account_id","at");--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_answering_user_id_users_id_fk" FOREIGN KEY ("answering_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_requests_waiting" ON "customer_requests" USING btree ("supplier_id","state","waiting_since","id");--> statement-breakpoint
CREATE INDEX "customer_requests_made" ON "customer_requests" USING btree ("supplier_id","created_at");--> statement-breakpoint
CREATE INDEX "customer_requests_invoice" ON "customer_requests" USING btree ("invoice_id") WHERE invoice_id is not null;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_topic_choice" CHECK ("customer_requests"."topic" in ('amount', 'vehicle', 'period', 'address', 'other'));--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_topic_of_question" CHECK (("customer_requests"."kind" = 'question') = ("customer_requests"."topic" is not null));--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_kind_choice" CHECK ("customer_requests"."kind" in ('notification_change', 'duplicate', 'question'));--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_state_choice" CHECK ("customer_requests"."state" in ('open', 'answered', 'accepted', 'declined', 'closed'));--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_closed_dated" CHECK (("customer_requests"."state" in ('open', 'answered')) = ("customer_requests"."closed_at" is null));--> statement-breakpoint
ALTER TABLE "suppliers" ADD CONSTRAINT "suppliers_answer_within_range" CHECK ("suppliers"."answer_within_days" between 1 and 30);
-- db/functions and db/policies: sha256 e2f305f40e498d6da9925be9a3ba7a35f50003f168ec44116adecc889ab940dd
