-- A customer's user queues the mails that its own acts cause, in its account's name, and no others.
create policy customer_adds on mails for insert
  with check (viewer_kind() in ('administrator', 'member') and user_id = viewer_user() and account_id = viewer_account()
    and state = 'queued' and kind in ('request_made', 'request_received', 'password_changed'));
--> statement-breakpoint

-- A customer learns whether mails to its own notification address are stopped, of no other address.
create policy account_reads on mail_addresses for select
  using (exists (
    select from accounts where accounts.id = viewer_account()
      and accounts.supplier_id = mail_addresses.supplier_id and accounts.email = mail_addresses.email));
--> statement-breakpoint

-- What a customer's user did, or was done to them, is theirs to read and to take along; administrators read more.
create policy self_reads on audit_events for select
  using (account_id = viewer_account() and (actor_id = viewer_user() or subject_id = viewer_user()));
