import { type SQL, sql } from "drizzle-orm";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { StaffUser } from "@/lib/access/viewer";

/** Failed mails older than this no longer count; a stopped address does, whatever its age. */
const COUNTED_DAYS = 90;
const MAILBOX_FULL: MailReason = "mailbox_full";
const ANSWER_UNKNOWN: MailReason = "answer_unknown";

/** The mails shown of each person. */
export const LAST_MAILS = 5;

/**
 * The people who do not get the supplier's mails, as a query: one row for each address that is still recorded, with the
 * account it is notified for (or whose user has it), the cause and since when. An address whose newest mail arrived is
 * left out, unless mails to it are stopped.
 */
export function troubledPeople(viewer: StaffUser, at: Date): SQL {
  const { supplierId } = viewer;
  const from = new Date(at.getTime() - COUNTED_DAYS * 86_400_000).toISOString();
  return sql`
    with candidates as (
      select lower(m.recipient) as email from deliveries d join mails m on m.id = d.mail_id
      where d.supplier_id = ${supplierId} and d.updated_at > ${from}::timestamptz
        and d.state in ('delayed', 'bounced', 'complained', 'undeliverable')
      union
      select lower(m.recipient) from deliveries d join mails m on m.id = d.mail_id
      where d.supplier_id = ${supplierId} and d.updated_at > ${from}::timestamptz and d.forward_reason is not null
      union
      select lower(m.recipient) from deliveries d join mails m on m.id = d.mail_id
      where d.supplier_id = ${supplierId} and d.updated_at > ${from}::timestamptz
        and d.state = 'queued' and d.reason = ${ANSWER_UNKNOWN}
      union
      select email from mail_addresses where supplier_id = ${supplierId}
    ), recorded as (
      select c.email, a.id as account_id, true as is_notified
      from candidates c join accounts a on a.supplier_id = ${supplierId} and a.email = c.email and a.state <> 'closed'
      union all
      select c.email, a.id, false
      from candidates c join users u on u.email = c.email and u.status = 'active'
        join accounts a on a.id = u.account_id and a.supplier_id = ${supplierId} and a.state <> 'closed'
          and a.email is distinct from c.email
    ), people as (
      select distinct on (r.email) r.email, r.account_id, r.is_notified
      from recorded r join accounts a on a.id = r.account_id
      order by r.email, r.is_notified desc, a.customer_number
    ), reported as (
      select p.*, last.reason, last.reported_at, last.mail_state, last.delivery_state, last.forward_reason,
        stopped.state as stopped, stopped.at as stopped_at
      from people p
      left join lateral (
        select coalesce(d.reason, m.reason) as reason, coalesce(d.updated_at, m.created_at) as reported_at,
          m.state as mail_state, d.state as delivery_state, d.forward_reason
        from mails m left join deliveries d on d.mail_id = m.id
        where m.account_id = p.account_id and m.recipient = p.email
          and not (m.state = 'cancelled' and d.mail_id is null)
        order by m.created_at desc, m.id desc limit 1
      ) last on true
      left join mail_addresses stopped on stopped.supplier_id = ${supplierId} and stopped.email = p.email
    ), judged as (
      select email, account_id, is_notified, coalesce(stopped_at, reported_at) as since, case
        when stopped = 'bounced' then 'unknown_address'
        when stopped = 'complained' then 'complaint'
        when stopped = 'suppressed' then 'suppressed'
        when delivery_state = 'bounced' and reason = ${MAILBOX_FULL} then 'mailbox_full'
        when delivery_state = 'bounced' then 'sent_back'
        when delivery_state = 'undeliverable' or mail_state = 'dead' then 'not_sent'
        when mail_state = 'uncertain' and delivery_state = 'queued' then 'uncertain'
        when delivery_state = 'delayed' then 'delayed'
        when forward_reason is not null then 'forwarded'
      end as cause, reason
      from reported
    ), troubled as (
      select j.email, j.account_id, j.is_notified, j.since, j.cause, j.reason, a.customer_number, a.preference,
        coalesce(a.company_name, c.name) as company_name,
        coalesce(nullif(u.name, ''), u.identifier, '') as person,
        a.pending_email is not null as is_changing
      from judged j
      join accounts a on a.id = j.account_id
      join companies c on c.id = a.company_id
      left join lateral (
        select name, identifier from users
        where account_id = j.account_id and email = j.email and status = 'active' order by role, id limit 1
      ) u on true
      where j.cause is not null and j.since is not null
    )`;
}
