import { sql } from "drizzle-orm";
import type { MailReason } from "@/db/schema/mail-reasons";
import type { Transaction } from "@/db/transaction";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import type { DeliveryState } from "@/lib/mails/deliveries/delivery-event";
import { type MailStatus, statusOf } from "@/lib/mails/deliveries/mail-status";
import { joinDeposits, type JournalLine } from "./join-deposits";

/** Lines on the page. */
const MAX_SHOWN = 10;
/** Events that are read for them: consecutive deposits of one actor become one line. */
const MAX_READ = 300;

interface AboutAccount {
  at: Date;
  accountId: string | null;
  companyName: string | null;
}

/** An event of the journal (of the staff, a key or a customer), or a mail that did not arrive. */
export type RecentEvent = AboutAccount &
  (
    | { kind: "act"; action: string; count: number; by: Actor; about: string | null }
    | { kind: "mail"; status: MailStatus; recipient: string }
  );

/** Who acted: a person, a supplier key by its name, or the portal. */
export type Actor = { kind: "portal" } | { kind: "person" | "key"; name: string };

/** The newest events of the supplier's journal and the newest mails that did not arrive, newest first. */
export async function listRecentEvents(tx: Transaction, viewer: StaffUser): Promise<RecentEvent[]> {
  const acts = joinDeposits(await readJournal(tx, viewer)).map((line): RecentEvent => {
    const { at, accountId, companyName, action, count, about } = line;
    return { kind: "act", at, accountId, companyName, action, count, about, by: actorOf(line) };
  });
  const mails = await readFailedMails(tx, viewer);
  return [...acts, ...mails].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MAX_SHOWN);
}

function actorOf({ actorName, keyName }: JournalLine): Actor {
  if (actorName !== null) return { kind: "person", name: actorName };
  return keyName === null ? { kind: "portal" } : { kind: "key", name: keyName };
}

interface JournalRow extends Record<string, unknown> {
  at: string;
  action: string;
  account_id: string | null;
  company_name: string | null;
  actor_id: string | null;
  actor_name: string | null;
  key_name: string | null;
  about: string | null;
}

async function readJournal(tx: Transaction, { supplierId }: StaffUser): Promise<JournalLine[]> {
  const rows = await tx.execute<JournalRow>(sql`
    select e.at, e.action, e.account_id, ${ACCOUNT_NAME} as company_name, e.actor_id,
      coalesce(nullif(u.name, ''), e.actor_identifier) as actor_name, k.name as key_name,
      e.subject_identifier as about
    from (
      select id, at, action, account_id, actor_id, actor_identifier, subject_identifier from audit_events
      where supplier_id = ${supplierId} order by at desc nulls last, id desc nulls last limit ${MAX_READ}
    ) as e
    left join accounts on accounts.id = e.account_id
    left join companies on companies.id = accounts.company_id
    left join users u on u.id = e.actor_id
    left join supplier_keys k on k.id = e.actor_id
    where e.action not in ('access_link_issued', 'signed_in', 'signed_out')
    order by e.at desc, e.id desc`);
  return rows.map((row) => ({
    at: new Date(row.at),
    action: row.action,
    accountId: row.account_id,
    companyName: row.company_name,
    actorId: row.actor_id,
    actorName: row.actor_name,
    keyName: row.key_name,
    about: row.about,
    count: 1,
  }));
}

interface MailRow extends Record<string, unknown> {
  at: string;
  account_id: string | null;
  company_name: string | null;
  recipient: string;
  state: DeliveryState;
  reason: MailReason | null;
}

async function readFailedMails(tx: Transaction, { supplierId }: StaffUser): Promise<RecentEvent[]> {
  const rows = await tx.execute<MailRow>(sql`
    select d.updated_at as at, d.account_id, ${ACCOUNT_NAME} as company_name, m.recipient, d.state, d.reason
    from (
      select mail_id, account_id, state, reason, updated_at from deliveries
      where supplier_id = ${supplierId} and state in ('delayed', 'bounced', 'complained', 'undeliverable')
      order by updated_at desc nulls last limit ${MAX_SHOWN}
    ) as d
    join mails m on m.id = d.mail_id
    left join accounts on accounts.id = d.account_id
    left join companies on companies.id = accounts.company_id`);
  return rows.map((row) => ({
    kind: "mail",
    at: new Date(row.at),
    accountId: row.account_id,
    companyName: row.company_name,
    recipient: row.recipient,
    status: statusOf({ mailState: "sent", deliveryState: row.state, reason: row.reason }),
  }));
}
