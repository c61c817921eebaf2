import { type SQL, sql } from "drizzle-orm";
import type { MailReason } from "@/db/schema/mail-reasons";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { daysBefore } from "@/lib/durations";
import { MAX_PEOPLE } from "./desk-filter";

/** Failed mails older than this are ignored. An address to which mails are stopped is always included. */
const COUNTED_DAYS = 90;
const MAILBOX_FULL: MailReason = "mailbox_full";
const ANSWER_UNKNOWN: MailReason = "answer_unknown";

/** For each kind of failure, only this many of the newest failed mails are read. */
const MAX_FAILED = 5 * MAX_PEOPLE;

/**
 * The query of the people who do not get the supplier's mails: one row of `problems` for each address that is still
 * recorded, with the account that is notified at it (or else one whose user has it), the cause and since when. Left out
 * are addresses whose newest mail arrived, unless mails to them are stopped, and all but the newest `MAX_PEOPLE`.
 */
export function deliveryProblems(viewer: StaffUser, at: Date): SQL {
  const { supplierId } = viewer;
  const from = daysBefore(at, COUNTED_DAYS).toISOString();
  const failedMails = (isFailed: SQL) => sql`
    select mail_id, updated_at from deliveries
    where supplier_id = ${supplierId} and updated_at > ${from}::timestamptz and ${isFailed}
    order by updated_at desc nulls last limit ${MAX_FAILED}`;
  return sql`
    with failed as (
      (${failedMails(sql`state in ('delayed', 'bounced', 'complained', 'undeliverable')`)})
      union (${failedMails(sql`forward_reason is not null`)})
      union (${failedMails(sql`state = 'queued' and reason = ${sql.raw(`'${ANSWER_UNKNOWN}'`)}`)})
    ), candidates as (
      select email from (
        select lower(m.recipient) as email, failed.updated_at as at from failed join mails m on m.id = failed.mail_id
        union all
        (select email, at from mail_addresses where supplier_id = ${supplierId} order by at desc limit ${MAX_PEOPLE + 1})
      ) as known
      group by email order by max(at) desc, email limit ${MAX_PEOPLE + 1}
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
        order by m.created_at desc nulls last, m.id desc limit 1
      ) last on true
      left join mail_addresses stopped on stopped.supplier_id = ${supplierId} and stopped.email = p.email
    ), causes as (
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
    ), problems as materialized (
      select j.email, j.account_id, j.is_notified, j.since, j.cause, j.reason, accounts.customer_number, accounts.preference,
        ${ACCOUNT_NAME} as company_name, coalesce(nullif(u.name, ''), u.identifier, '') as person,
        accounts.pending_email is not null as is_changing
      from causes j
      join accounts on accounts.id = j.account_id
      join companies on companies.id = accounts.company_id
      left join lateral (
        select name, identifier from users
        where account_id = j.account_id and email = j.email and status = 'active' order by role, id limit 1
      ) u on true
      where j.cause is not null and j.since is not null
    )`;
}

/**
 * Columns for a query with `deliveryProblems`: the number of people for each cause, and whether a limit was reached.
 */
export const PROBLEM_COUNTS = sql`
  (select coalesce(json_object_agg(cause, people), '{}')
    from (select cause, count(*) as people from problems group by cause) as by_cause) as counts,
  (select count(*) > ${MAX_PEOPLE} from candidates) or (select count(*) >= ${MAX_FAILED} from failed) as is_cut`;
