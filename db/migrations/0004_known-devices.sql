CREATE TABLE "known_devices" (
	"user_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"stamp" integer NOT NULL,
	"known_since" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "known_devices_user_id_secret_hash_pk" PRIMARY KEY("user_id","secret_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device_hash" "bytea";--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_devices_last_used" ON "known_devices" USING btree ("last_used_at");
-- db/functions and db/policies: sha256 2c9560be7465f25f504fd198c229c6aaf2aae75458f011665f3ea0f57ea24744
