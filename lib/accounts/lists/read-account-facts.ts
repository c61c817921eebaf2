import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { mailAddresses } from "@/db/schema/mail-addresses";
import type { Transaction } from "@/db/transaction";
import { visibleAccounts } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { StaffUser } from "@/lib/access/viewer";
import { ADVISER_NAME } from "@/lib/accounts/adviser-name";
import type { PlainDate } from "@/lib/dates";
import { neverOpened } from "@/lib/retention/never-opened";
import { LEAVING_DAYS } from "@/lib/retention/unread-days";
import { isTakenByAnyone } from "@/lib/takings/taken";
import type { AccountFacts } from "./account-facts";
import { MAX_COUNTED } from "./account-list";
import { ofRequestKind } from "./list-condition";

/**
 * Reads what the lists show of these accounts, in the order of the ids. Facts that may have changed since the daily
 * check of the invoices are read again.
 */
export async function readAccountFacts(
  tx: Transaction,
  viewer: StaffUser,
  ids: readonly string[],
): Promise<AccountFacts[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: accounts.id,
      companyName: ACCOUNT_NAME,
      siren: companies.siren,
      customerNumber: accounts.customerNumber,
      email: accounts.email,
      pendingEmail: accounts.pendingEmail,
      preference: accounts.preference,
      channel: accounts.channel,
      state: accounts.state,
      activationMailedAt: accounts.activationQueuedAt,
      addressState: mailAddresses.state,
      addressReason: mailAddresses.reason,
      addressSince: mailAddresses.at,
      isLastMailMissing: IS_LAST_MAIL_MISSING,
      people: PEOPLE.mapWith(Number),
      adviser: ADVISER_NAME,
      lastInvoiceOn: LAST_INVOICE,
      refusedPeople: REFUSED_PEOPLE.mapWith(Number),
      isActivated: IS_ACTIVATED,
      unopenedSince: UNOPENED_SINCE.mapWith(toDate),
      openRequests: requests(sql`count(*)`, ofRequestKind("requests")).mapWith(Number),
      oldestRequestAt: requests(sql`min(created_at)`, ofRequestKind("requests")).mapWith(toDate),
      openQuestions: requests(sql`count(*)`, ofRequestKind("questions")).mapWith(Number),
      oldestQuestionAt: requests(sql`min(created_at)`, ofRequestKind("questions")).mapWith(toDate),
      leaving: LEAVING.mapWith(Number),
      leavingOn: accounts.leavingOn,
    })
    .from(accounts)
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .leftJoin(
      mailAddresses,
      and(eq(mailAddresses.supplierId, accounts.supplierId), eq(mailAddresses.email, accounts.email)),
    )
    .where(and(visibleAccounts(viewer), inArray(accounts.id, [...ids])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const toDate = (value: unknown): Date => new Date(String(value));

const PEOPLE = sql<number>`(
  select count(*) from users where users.account_id = ${accounts.id} and users.status = 'active')`;

const IS_LAST_MAIL_MISSING = sql<boolean>`coalesce((
  select coalesce(d.state in ('delayed', 'bounced', 'undeliverable'), m.state = 'dead')
  from mails m left join deliveries d on d.mail_id = m.id
  where m.account_id = ${accounts.id} and m.recipient = ${accounts.email} and m.state <> 'cancelled'
  order by m.created_at desc nulls last, m.id desc limit 1), false)`;

const LAST_INVOICE = sql<PlainDate | null>`(
  select i.issued_on::text from invoices i where i.account_id = ${accounts.id} and i.state = 'available'
  order by i.issued_on desc, i.id desc limit 1)`;

const REFUSED_PEOPLE = sql<number>`(
  select count(*) from users join mail_addresses m on m.email = users.email and m.supplier_id = ${accounts.supplierId}
  where users.account_id = ${accounts.id} and users.status = 'active')`;

const IS_ACTIVATED = sql<boolean>`(${accounts.activatedAt} is not null or exists (
  select from users where users.account_id = ${accounts.id} and users.role = 'administrator'
    and users.status = 'active' and users.password_changed_at is not null))`;

const UNOPENED_SINCE = sql<Date | null>`(
  select i.deposited_at from invoices i
  where ${accounts.unseenSince} is not null and i.account_id = ${accounts.id} and i.state = 'available'
    and i.deposited_at >= ${accounts.unseenSince} and ${neverOpened("i")}
  order by i.sequence limit 1)`;

const requests = (what: SQL, ofKind: SQL) => sql<number>`(
  select ${what} from customer_requests where customer_requests.account_id = ${accounts.id}
    and customer_requests.state = 'open' and ${ofKind})`;

const LEAVING = sql<number>`(
  select count(*) from (
    select from invoices i
    where ${accounts.leavingOn} is not null and i.account_id = ${accounts.id} and i.state = 'available'
      and i.remove_after between ${accounts.leavingOn} and ${accounts.leavingOn} + ${LEAVING_DAYS}::int
      and not ${isTakenByAnyone("i")}
    limit ${MAX_COUNTED + 1}) as found)`;
