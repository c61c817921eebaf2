ALTER TABLE "mail_addresses" ADD COLUMN "server_answer" text;--> statement-breakpoint
ALTER TABLE "mail_events" ADD COLUMN "server_answer" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "server_answer" text;
-- db/functions and db/policies: sha256 c244c2c6cb596835deb697db3254e8c7c80560a62cbccfd46a1be93df78c0d94
