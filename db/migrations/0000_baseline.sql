CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"customer_number" text NOT NULL,
	"email" text,
	"email_source" text,
	"email_recorded_at" timestamp (3) with time zone,
	"preference" text DEFAULT 'none' NOT NULL,
	"channel" text DEFAULT 'electronic' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"pending_email" text,
	"pending_since" timestamp (3) with time zone,
	"pending_keeps_member" boolean DEFAULT false NOT NULL,
	"adviser_name" text,
	"adviser_email" text,
	"adviser_phone" text,
	"locale" text DEFAULT 'fr' NOT NULL,
	"activation_queued_at" timestamp (3) with time zone,
	"expiry_warned_through" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_customer_number" UNIQUE("supplier_id","customer_number"),
	CONSTRAINT "accounts_supplier_id" UNIQUE("supplier_id","id"),
	CONSTRAINT "accounts_customer_number_filled" CHECK (btrim("accounts"."customer_number") = "accounts"."customer_number" and "accounts"."customer_number" <> ''),
	CONSTRAINT "accounts_email_lower" CHECK ("accounts"."email" = lower("accounts"."email")),
	CONSTRAINT "accounts_pending_email_lower" CHECK ("accounts"."pending_email" = lower("accounts"."pending_email")),
	CONSTRAINT "accounts_email_source_known" CHECK (("accounts"."email" is null) or ("accounts"."email_source" in ('api', 'import', 'adviser'))),
	CONSTRAINT "accounts_preference_choice" CHECK ("accounts"."preference" in ('attachment', 'link', 'digest', 'none')),
	CONSTRAINT "accounts_channel_choice" CHECK ("accounts"."channel" in ('electronic', 'paper')),
	CONSTRAINT "accounts_state_choice" CHECK ("accounts"."state" in ('open', 'closing', 'closed')),
	CONSTRAINT "accounts_locale_choice" CHECK ("accounts"."locale" ~ '^[a-z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"supplier_id" uuid,
	"account_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"siren" text,
	"vat_number" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "companies_supplier_siren" UNIQUE("supplier_id","siren"),
	CONSTRAINT "companies_supplier_id" UNIQUE("supplier_id","id"),
	CONSTRAINT "companies_siren_valid" CHECK ("companies"."siren" is null or is_siren("companies"."siren")),
	CONSTRAINT "companies_name_filled" CHECK (btrim("companies"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "customer_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "customer_requests_account_id" UNIQUE("account_id","id"),
	CONSTRAINT "customer_requests_kind_choice" CHECK ("customer_requests"."kind" in ('notification_change', 'duplicate')),
	CONSTRAINT "customer_requests_state_choice" CHECK ("customer_requests"."state" in ('open', 'accepted', 'declined')),
	CONSTRAINT "customer_requests_closed_dated" CHECK (("customer_requests"."state" = 'open') = ("customer_requests"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "deposit_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"deposit_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" "bytea",
	"result" text NOT NULL,
	"invoice_id" uuid,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "deposit_files_result_choice" CHECK ("deposit_files"."result" in ('accepted', 'already_there', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "deposits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"supplier_key_id" uuid,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"file_count" integer NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "deposits_supplier_id" UNIQUE("supplier_id","id"),
	CONSTRAINT "deposits_source_choice" CHECK ("deposits"."source" in ('api', 'archive')),
	CONSTRAINT "deposits_state_choice" CHECK ("deposits"."state" in ('processing', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "invoice_readings" (
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"downloaded_at" timestamp (3) with time zone,
	CONSTRAINT "invoice_readings_once" UNIQUE("user_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "invoice_references" (
	"invoice_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" text NOT NULL,
	"issued_on" date,
	CONSTRAINT "invoice_references_position" UNIQUE("invoice_id","position")
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"deposit_id" uuid NOT NULL,
	"deposited_at" timestamp (3) with time zone NOT NULL,
	"sequence" bigint NOT NULL,
	"number" text NOT NULL,
	"type" text NOT NULL,
	"type_code" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_year" integer GENERATED ALWAYS AS (extract(year from issued_on)::int) STORED NOT NULL,
	"due_on" date,
	"currency" char(3) NOT NULL,
	"total_with_vat_minor" bigint NOT NULL,
	"total_without_vat_minor" bigint,
	"contracts" text[] NOT NULL,
	"vehicles" text[] NOT NULL,
	"seller_key" text NOT NULL,
	"seller_name" text NOT NULL,
	"seller_siren" text,
	"seller_vat_number" text,
	"buyer_name" text NOT NULL,
	"buyer_siren" text,
	"buyer_vat_number" text,
	"format" text NOT NULL,
	"profile" text,
	"media_type" text NOT NULL,
	"xml_attachment" text,
	"has_active_content" boolean DEFAULT false NOT NULL,
	"sha256" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"storage_key" text NOT NULL,
	"file_name" text NOT NULL,
	"legal_role" text NOT NULL,
	"state" text DEFAULT 'available' NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"remove_after" date NOT NULL,
	CONSTRAINT "invoices_account_id" UNIQUE("account_id","id"),
	CONSTRAINT "invoices_sequence" UNIQUE("supplier_id","sequence"),
	CONSTRAINT "invoices_type_choice" CHECK ("invoices"."type" in ('invoice', 'credit_note')),
	CONSTRAINT "invoices_format_choice" CHECK ("invoices"."format" in ('pdf', 'facturx', 'zugferd', 'cii', 'ubl')),
	CONSTRAINT "invoices_media_type_choice" CHECK ("invoices"."media_type" in ('application/pdf', 'application/xml')),
	CONSTRAINT "invoices_legal_role_choice" CHECK ("invoices"."legal_role" in ('original', 'duplicate')),
	CONSTRAINT "invoices_state_choice" CHECK ("invoices"."state" in ('available', 'withdrawn')),
	CONSTRAINT "invoices_withdrawn_dated" CHECK (("invoices"."state" = 'withdrawn') = ("invoices"."withdrawn_at" is not null)),
	CONSTRAINT "invoices_currency_form" CHECK ("invoices"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "invoices_number_form" CHECK ("invoices"."number" = btrim("invoices"."number") and "invoices"."number" <> '' and "invoices"."number" !~ '[[:cntrl:]]'),
	CONSTRAINT "invoices_sha256_length" CHECK (octet_length("invoices"."sha256") = 32),
	CONSTRAINT "invoices_size_positive" CHECK ("invoices"."size" > 0),
	CONSTRAINT "invoices_removed_after_issue" CHECK ("invoices"."remove_after" > "invoices"."issued_on")
);
--> statement-breakpoint
CREATE TABLE "customer_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "customer_tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "supplier_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "supplier_keys_hash" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"supplier_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"kind" text NOT NULL,
	"invoice_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"sha256" "bytea" NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "ledger_entries_supplier_id_sequence_pk" PRIMARY KEY("supplier_id","sequence"),
	CONSTRAINT "ledger_entries_kind_choice" CHECK ("ledger_entries"."kind" in ('deposited', 'withdrawn', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "ledger_heads" (
	"supplier_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_addresses" (
	"supplier_id" uuid NOT NULL,
	"email" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_addresses_supplier_id_email_pk" PRIMARY KEY("supplier_id","email"),
	CONSTRAINT "mail_addresses_state_choice" CHECK ("mail_addresses"."state" in ('suppressed', 'complained', 'bounced')),
	CONSTRAINT "mail_addresses_email_lower" CHECK ("mail_addresses"."email" = lower("mail_addresses"."email"))
);
--> statement-breakpoint
CREATE TABLE "mail_events" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"mail_id" uuid,
	"state" text NOT NULL,
	"reason" text,
	"address_state" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_events_state_choice" CHECK ("mail_events"."state" in ('sent', 'delayed', 'delivered', 'bounced', 'complained', 'undeliverable')),
	CONSTRAINT "mail_events_address_state_choice" CHECK ("mail_events"."address_state" in ('suppressed', 'complained', 'bounced'))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"mail_id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid,
	"state" text NOT NULL,
	"reason" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_state_choice" CHECK ("deliveries"."state" in ('queued', 'sent', 'delivered', 'delayed', 'bounced', 'complained', 'undeliverable'))
);
--> statement-breakpoint
CREATE TABLE "mail_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"may_have_arrived_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid,
	"user_id" uuid,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"props" jsonb NOT NULL,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"is_urgent" boolean DEFAULT false NOT NULL,
	"may_have_arrived_since" timestamp (3) with time zone,
	"travels_alone" boolean DEFAULT false NOT NULL,
	"batch_id" uuid,
	"provider_message_id" text,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mails_once" UNIQUE NULLS NOT DISTINCT("account_id","kind","subject_id","generation"),
	CONSTRAINT "mails_provider_message" UNIQUE("provider_message_id"),
	CONSTRAINT "mails_state_choice" CHECK ("mails"."state" in ('queued', 'sending', 'sent', 'dead', 'uncertain', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digests_account_id" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"preference" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"digest_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notifications_once" UNIQUE("invoice_id","generation"),
	CONSTRAINT "notifications_preference_choice" CHECK ("notifications"."preference" in ('attachment', 'link', 'digest', 'none')),
	CONSTRAINT "notifications_channel_choice" CHECK ("notifications"."channel" in ('electronic', 'paper')),
	CONSTRAINT "notifications_state_choice" CHECK ("notifications"."state" in ('waiting', 'mailed', 'nothing_to_send', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_filters_name" UNIQUE("user_id","name"),
	CONSTRAINT "saved_filters_name_filled" CHECK (btrim("saved_filters"."name") = "saved_filters"."name" and "saved_filters"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"stamp" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"previous_visit_at" timestamp (3) with time zone,
	"entry_supplier_id" uuid,
	"origin_user_id" uuid,
	"ip" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppliers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"legal_name" text NOT NULL,
	"siren" text,
	"vat_number" text,
	"address" text DEFAULT '' NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"brand_color" text NOT NULL,
	"sender_name" text NOT NULL,
	"sender_address" text NOT NULL,
	"reply_to" text NOT NULL,
	"contact_email" text NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_hours" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Paris' NOT NULL,
	"digest_hour" smallint DEFAULT 18 NOT NULL,
	"retention_months" smallint DEFAULT 24 NOT NULL,
	"default_history_months" smallint DEFAULT 3 NOT NULL,
	"starts_on" date,
	"former_portal_name" text,
	"former_portal_url" text,
	"recovery_answer" text DEFAULT 'explicit' NOT NULL,
	"link_opens" text DEFAULT 'sign_in' NOT NULL,
	"default_legal_role" text DEFAULT 'original' NOT NULL,
	"attachment_limit_bytes" integer DEFAULT 7000000 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "suppliers_slug_unique" UNIQUE("slug"),
	CONSTRAINT "suppliers_slug_form" CHECK ("suppliers"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("suppliers"."slug") <= 63),
	CONSTRAINT "suppliers_slug_free" CHECK (not is_reserved_slug("suppliers"."slug")),
	CONSTRAINT "suppliers_siren_valid" CHECK ("suppliers"."siren" is null or is_siren("suppliers"."siren")),
	CONSTRAINT "suppliers_brand_color_hex" CHECK ("suppliers"."brand_color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "suppliers_digest_hour_range" CHECK ("suppliers"."digest_hour" between 0 and 23),
	CONSTRAINT "suppliers_retention_range" CHECK ("suppliers"."retention_months" between 24 and 120),
	CONSTRAINT "suppliers_history_choice" CHECK ("suppliers"."default_history_months" in (3, 6, 12, 24)),
	CONSTRAINT "suppliers_recovery_answer_choice" CHECK ("suppliers"."recovery_answer" in ('explicit', 'neutral')),
	CONSTRAINT "suppliers_link_opens_choice" CHECK ("suppliers"."link_opens" in ('sign_in', 'direct')),
	CONSTRAINT "suppliers_legal_role_choice" CHECK ("suppliers"."default_legal_role" in ('original', 'duplicate')),
	CONSTRAINT "suppliers_attachment_limit_positive" CHECK ("suppliers"."attachment_limit_bytes" > 0),
	CONSTRAINT "suppliers_former_portal_https" CHECK ("suppliers"."former_portal_url" is null or "suppliers"."former_portal_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "throttle_counters" (
	"scope" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"attempts" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	"last_attempt_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "throttle_counters_scope_key_hash_pk" PRIMARY KEY("scope","key_hash")
);
--> statement-breakpoint
CREATE TABLE "link_capabilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"mail_id" uuid,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"first_used_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"use_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "link_capabilities_hash" UNIQUE("token_hash"),
	CONSTRAINT "link_capabilities_account_id" UNIQUE("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "link_capability_invoices" (
	"link_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	CONSTRAINT "link_capability_invoices_link_id_invoice_id_pk" PRIMARY KEY("link_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"supplier_id" uuid NOT NULL,
	"user_id" uuid,
	"asking_user_id" uuid,
	"email" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"consumed_at" timestamp (3) with time zone,
	CONSTRAINT "tokens_hash" UNIQUE("token_hash"),
	CONSTRAINT "tokens_purpose_choice" CHECK ("tokens"."purpose" in ('recovery', 'activation', 'invitation', 'attachment')),
	CONSTRAINT "tokens_attachment_parties" CHECK (case "tokens"."purpose" when 'attachment' then "tokens"."user_id" is not null and "tokens"."asking_user_id" is not null
        else "tokens"."asking_user_id" is null end),
	CONSTRAINT "tokens_email_lower" CHECK ("tokens"."email" = lower("tokens"."email"))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text,
	"email_verified_at" timestamp (3) with time zone,
	"password_hash" text,
	"password_changed_at" timestamp (3) with time zone,
	"role" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"default_password_expires_at" timestamp (3) with time zone,
	"stamp" integer DEFAULT 1 NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"history_months" smallint,
	"person_id" uuid,
	"last_sign_in_at" timestamp (3) with time zone,
	"account_id" uuid,
	"supplier_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "users_identifier_unique" UNIQUE("identifier"),
	CONSTRAINT "users_identifier_lower" CHECK ("users"."identifier" = lower("users"."identifier") and "users"."identifier" <> ''),
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "users_status_choice" CHECK ("users"."status" in ('active', 'disabled')),
	CONSTRAINT "users_locale_choice" CHECK ("users"."locale" ~ '^[a-z]{2}$'),
	CONSTRAINT "users_history_choice" CHECK ("users"."history_months" in (3, 6, 12, 24)),
	CONSTRAINT "users_belong_once" CHECK (case "users"."role"
        when 'administrator' then "users"."account_id" is not null and "users"."supplier_id" is null
        when 'member' then "users"."account_id" is not null and "users"."supplier_id" is null
        when 'adviser' then "users"."account_id" is null and "users"."supplier_id" is not null
        when 'manager' then "users"."account_id" is null and "users"."supplier_id" is not null
        when 'operator' then "users"."account_id" is null and "users"."supplier_id" is null
        else false end)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_supplier_id_company_id_companies_supplier_id_id_fk" FOREIGN KEY ("supplier_id","company_id") REFERENCES "public"."companies"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_requests" ADD CONSTRAINT "customer_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposit_files" ADD CONSTRAINT "deposit_files_supplier_id_deposit_id_deposits_supplier_id_id_fk" FOREIGN KEY ("supplier_id","deposit_id") REFERENCES "public"."deposits"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deposits" ADD CONSTRAINT "deposits_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_readings" ADD CONSTRAINT "invoice_readings_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_references" ADD CONSTRAINT "invoice_references_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_supplier_id_deposit_id_deposits_supplier_id_id_fk" FOREIGN KEY ("supplier_id","deposit_id") REFERENCES "public"."deposits"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tokens" ADD CONSTRAINT "customer_tokens_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_tokens" ADD CONSTRAINT "customer_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_keys" ADD CONSTRAINT "supplier_keys_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_heads" ADD CONSTRAINT "ledger_heads_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_addresses" ADD CONSTRAINT "mail_addresses_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_batch_id_mail_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."mail_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_digest_id_digests_account_id_id_fk" FOREIGN KEY ("account_id","digest_id") REFERENCES "public"."digests"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_entry_supplier_id_suppliers_id_fk" FOREIGN KEY ("entry_supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_origin_user_id_users_id_fk" FOREIGN KEY ("origin_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_capabilities" ADD CONSTRAINT "link_capabilities_supplier_id_account_id_accounts_supplier_id_id_fk" FOREIGN KEY ("supplier_id","account_id") REFERENCES "public"."accounts"("supplier_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_capability_invoices" ADD CONSTRAINT "link_capability_invoices_account_id_link_id_link_capabilities_account_id_id_fk" FOREIGN KEY ("account_id","link_id") REFERENCES "public"."link_capabilities"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_capability_invoices" ADD CONSTRAINT "link_capability_invoices_account_id_invoice_id_invoices_account_id_id_fk" FOREIGN KEY ("account_id","invoice_id") REFERENCES "public"."invoices"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_asking_user_id_users_id_fk" FOREIGN KEY ("asking_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_supplier_id_suppliers_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."suppliers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_company" ON "accounts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "accounts_expiry_due" ON "accounts" USING btree ("supplier_id","expiry_warned_through" NULLS FIRST) WHERE channel = 'electronic' and state <> 'closed' and email is not null;--> statement-breakpoint
CREATE INDEX "accounts_email" ON "accounts" USING btree ("supplier_id","email");--> statement-breakpoint
CREATE INDEX "audit_events_supplier" ON "audit_events" USING btree ("supplier_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_account" ON "audit_events" USING btree ("account_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "customer_requests_open" ON "customer_requests" USING btree ("supplier_id","created_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "customer_requests_account" ON "customer_requests" USING btree ("account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deposit_files_deposit" ON "deposit_files" USING btree ("deposit_id");--> statement-breakpoint
CREATE INDEX "deposits_newest_first" ON "deposits" USING btree ("supplier_id","received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "invoice_readings_invoice" ON "invoice_readings" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "invoice_references_number" ON "invoice_references" USING btree ("account_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_number" ON "invoices" USING btree ("supplier_id","seller_key","number","issued_year") WHERE state = 'available';--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_sha256" ON "invoices" USING btree ("supplier_id","sha256") WHERE state = 'available';--> statement-breakpoint
CREATE INDEX "invoices_newest_first" ON "invoices" USING btree ("account_id","issued_on" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state = 'available';--> statement-breakpoint
CREATE INDEX "invoices_account_leaving" ON "invoices" USING btree ("account_id","remove_after") WHERE state = 'available';--> statement-breakpoint
CREATE INDEX "invoices_account_sequence" ON "invoices" USING btree ("account_id","sequence");--> statement-breakpoint
CREATE INDEX "invoices_account_number" ON "invoices" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "invoices_deposit" ON "invoices" USING btree ("deposit_id");--> statement-breakpoint
CREATE INDEX "invoices_remove_after" ON "invoices" USING btree ("remove_after");--> statement-breakpoint
CREATE INDEX "customer_tokens_account" ON "customer_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "supplier_keys_supplier" ON "supplier_keys" USING btree ("supplier_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_invoice" ON "ledger_entries" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_sha256" ON "ledger_entries" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "ledger_entries_removed" ON "ledger_entries" USING btree ("account_id","issued_on") WHERE kind = 'removed';--> statement-breakpoint
CREATE INDEX "ledger_entries_account_number" ON "ledger_entries" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "mail_events_early" ON "mail_events" USING btree ("message_id") WHERE mail_id is null;--> statement-breakpoint
CREATE INDEX "mail_events_received" ON "mail_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "deliveries_problems" ON "deliveries" USING btree ("supplier_id","updated_at" DESC NULLS LAST) WHERE state in ('delayed', 'bounced', 'complained', 'undeliverable');--> statement-breakpoint
CREATE INDEX "mail_batches_due" ON "mail_batches" USING btree ("next_try_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("is_urgent" DESC NULLS FIRST,"next_try_at") WHERE state in ('queued', 'sending') and batch_id is null;--> statement-breakpoint
CREATE INDEX "mails_batch" ON "mails" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "mails_account" ON "mails" USING btree ("account_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "digests_account_day" ON "digests" USING btree ("account_id","day");--> statement-breakpoint
CREATE INDEX "notifications_waiting" ON "notifications" USING btree ("account_id","created_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sessions_origin" ON "sessions" USING btree ("origin_user_id") WHERE ended_at is null and origin_user_id is not null;--> statement-breakpoint
CREATE INDEX "link_capability_invoices_invoice" ON "link_capability_invoices" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "tokens_email" ON "tokens" USING btree ("supplier_id","email");--> statement-breakpoint
CREATE INDEX "tokens_user" ON "tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "tokens_asking_user" ON "tokens" USING btree ("asking_user_id") WHERE asking_user_id is not null;--> statement-breakpoint
CREATE INDEX "users_account" ON "users" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "users_supplier" ON "users" USING btree ("supplier_id");--> statement-breakpoint
CREATE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_person" ON "users" USING btree ("person_id");
-- db/functions and db/policies: sha256 0cf0f9d620dedd6ce5764b84a15f7df83f543a16406b6e5ac5a5cd1c7816ad5e
