CREATE TABLE "form_answers" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"answer" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "form_answers_answer_is_bounded" CHECK (length("form_answers"."answer") <= 200000)
);
--> statement-breakpoint
CREATE INDEX "form_answers_expires_at_index" ON "form_answers" USING btree ("expires_at");
-- db/functions and db/policies: sha256 8a3b0aef3bcc2e47b18d7fc0e5e575e9f38fbce947ed646c9a12239d8bad5188
