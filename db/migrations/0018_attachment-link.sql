-- An identifier is attached by its mailed link too: the link belongs to the user who asked for it.
ALTER TABLE "tokens" DROP CONSTRAINT "tokens_purpose_choice";--> statement-breakpoint
DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "asking_user_id" uuid;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_asking_user_id_users_id_fk" FOREIGN KEY ("asking_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tokens_asking_user" ON "tokens" USING btree ("asking_user_id") WHERE asking_user_id is not null;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ((kind not in ('activation', 'recovery', 'attachment', 'password_changed')),"next_try_at") WHERE state in ('queued', 'sending') and batch_id is null;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_attachment_parties" CHECK (case "tokens"."purpose" when 'attachment' then "tokens"."user_id" is not null and "tokens"."asking_user_id" is not null
        else "tokens"."asking_user_id" is null end);--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_purpose_choice" CHECK ("tokens"."purpose" in ('recovery', 'activation', 'invitation', 'attachment'));
--> statement-breakpoint

-- Who asks for which identifier is known to those two alone: no supplier and no colleague reads or writes it.
create policy attachments_are_the_portals on tokens as restrictive to efacture_app
  using (purpose <> 'attachment' or viewer_kind() = 'job')
  with check (purpose <> 'attachment' or viewer_kind() = 'job');
--> statement-breakpoint
create policy attachments_are_personal on mails as restrictive for select to efacture_app
  using (kind <> 'attachment' or viewer_kind() = 'job' or user_id = viewer_user());
--> statement-breakpoint

-- An open attachment link dies with what either user was when it was made: the password, the address, the access.
grant select (id, purpose, user_id, asking_user_id, created_at, consumed_at), update (consumed_at) on tokens to efacture_auth;
--> statement-breakpoint
create policy before_viewer on tokens to efacture_auth using (true) with check (true);
--> statement-breakpoint
create function end_attachment_links() returns trigger
language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  -- In one order, so that two users who change at once wait for each other.
  perform from tokens
  where purpose = 'attachment' and consumed_at is null and (user_id = new.id or asking_user_id = new.id)
  order by id for update;
  update tokens set consumed_at = created_at
  where purpose = 'attachment' and consumed_at is null and (user_id = new.id or asking_user_id = new.id);
  return null;
end
$$;
--> statement-breakpoint
create trigger end_attachment_links after update on users
  for each row when (old.stamp <> new.stamp or old.status <> new.status
    or old.email is distinct from new.email or old.password_hash is distinct from new.password_hash)
  execute function end_attachment_links();
--> statement-breakpoint
do $$
begin
  grant create on schema public to efacture_auth;
  revoke all on function end_attachment_links() from public;
  alter function end_attachment_links() owner to efacture_auth;
  revoke create on schema public from efacture_auth;
end
$$;
