-- What may have arrived without our knowing is asked again for as long as the provider remembers its key, counted from
-- the first try in doubt (quality T21): a fact of the row, whatever later tries come to.
alter table mails
  add column may_have_arrived_since timestamp (3) with time zone,
  add column travels_alone boolean default false not null;
--> statement-breakpoint

-- A batch is claimed, retried and ended like a mail; its members wait for it.
alter table mail_batches rename column sent_at to ended_at;
--> statement-breakpoint
alter table mail_batches
  add column tries integer default 0 not null,
  add column next_try_at timestamp (3) with time zone not null,
  add column leased_until timestamp (3) with time zone,
  add column may_have_arrived_since timestamp (3) with time zone;
--> statement-breakpoint
create index mail_batches_due on mail_batches (next_try_at) where ended_at is null;
--> statement-breakpoint
create index mails_batch on mails (batch_id) where batch_id is not null;
--> statement-breakpoint

-- What somebody waits for in front of a screen comes before everything else that is due.
drop index mails_due;
--> statement-breakpoint
create index mails_due on mails ((kind not in ('activation', 'recovery', 'password_changed')), next_try_at)
  where state in ('queued', 'sending') and batch_id is null;
