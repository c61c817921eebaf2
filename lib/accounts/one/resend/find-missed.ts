import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import type { PlainDate } from "@/lib/dates";

/** The most invoices that one mail lists on request. */
const MAX_MISSED = 500;

/** A day in the supplier's time zone. */
export interface SinceDay {
  day: PlainDate;
  timeZone: string;
}

export interface MissedInvoice {
  id: string;
  number: string;
  issuedOn: PlainDate;
}

/**
 * The available invoices of an account, deposited since that day, whose latest notification reached nobody: its mail
 * came back, was not sent or was cancelled, or no address was known. Not those of an account on paper or without mails, nor
 * those that still wait. Sending them again makes a newer notification, so each is missed once. Oldest first, at most 500.
 */
export async function findMissed(
  tx: Transaction,
  viewer: StaffUser,
  accountId: string,
  since: SinceDay,
): Promise<MissedInvoice[]> {
  const rows = await tx.execute<{ id: string; number: string; issued_on: string }>(sql`
    select i.id, i.number, i.issued_on::text
    from invoices i
    cross join lateral (
      select n.* from notifications n where n.invoice_id = i.id order by n.generation desc limit 1) n
    left join lateral (
      select m.state, d.state as delivery from mails m left join deliveries d on d.mail_id = m.id
      where m.account_id = i.account_id and (
        (m.subject_id = i.id and m.kind in ('notification_link', 'notification_attachment')
          and m.generation = n.generation)
        or (m.kind = 'digest' and m.subject_id = n.digest_id))
      order by m.created_at desc limit 1) m on true
    where i.supplier_id = ${viewer.supplierId} and i.account_id = ${accountId} and i.state = 'available'
      and i.deposited_at >= (${since.day}::date)::timestamp at time zone ${since.timeZone}
      and n.channel = 'electronic' and n.preference <> 'none'
      and case n.state
        when 'mailed' then m.state in ('dead', 'cancelled') or m.delivery in ('bounced', 'undeliverable')
        else n.state in ('nothing_to_send', 'cancelled') end
    order by i.deposited_at, i.id
    limit ${MAX_MISSED}`);
  return rows.map(({ id, number, issued_on: issuedOn }) => ({ id, number, issuedOn }));
}
