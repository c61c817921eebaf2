import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { accounts } from "@/db/schema/accounts";
import { deliveries, mails } from "@/db/schema/mails";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { now } from "@/lib/clock";
import type { MailStatus } from "@/lib/mails/deliveries/mail-status";
import { TRACE_COLUMNS, tracedMail } from "@/lib/mails/deliveries/mail-trace";
import { countMissed } from "@/lib/notifications/find-missed";
import type { Preference } from "@/lib/preferences";
import { type Cause, isMissing, REMEDIES, type Remedy } from "./cause";
import { type CountsRow, type ProblemCounts, readCounts } from "./count-delivery-problems";
import { deliveryProblems, PROBLEM_COUNTS } from "./delivery-problems";
import type { DeskFilter } from "./desk-filter";

const DESK_PAGE_SIZE = 25;
/** The mails shown of each person. */
const LAST_MAILS = 5;

/** A person who does not get the supplier's mails. */
export interface DeliveryProblem {
  email: string;
  /** Name or identifier; "" when nobody has the address as a user yet. */
  person: string;
  /** Whether the address is the account's notification address, or only that of one of its users. */
  isNotified: boolean;
  accountId: string;
  customerNumber: string;
  companyName: string;
  preference: Preference;
  /** The number of further accounts that are notified at this address. */
  otherAccounts: number;
  cause: Cause;
  /** Whether mails did not arrive (`isMissing` of cause.ts). */
  isMissing: boolean;
  /** What can be done in the row; nothing for the address of a user who is not notified. */
  remedies: readonly Remedy[];
  /** The stored reason, for the page's words. */
  reason: string | null;
  since: Date;
  /** Whether another address waits for the next invoice. */
  isChanging: boolean;
  /** The last five mails, oldest first. */
  lastMails: readonly MailStatus[];
  /** The number of missed invoices of the accounts notified at this address. */
  missed: number;
}

export interface Desk extends ProblemCounts {
  people: DeliveryProblem[];
  next: DeskFilter["after"];
}

/** Returns one page of the desk, with the number of people for each cause; the filter does not change these numbers. */
export function listDeliveryProblems(
  viewer: StaffUser,
  filter: DeskFilter,
  limit = DESK_PAGE_SIZE,
): Promise<Desk> {
  return withSearch(viewer, async (tx) => {
    const [found] = await tx.execute<CountsRow & { page: string }>(sql`
      ${deliveryProblems(viewer, now())}
      select ${PROBLEM_COUNTS}, (
        select coalesce(json_agg(shown), '[]') from (
          select * from problems where ${conditionOf(filter)}
          order by ${filter.sort === "name" ? sql`lower(company_name), email` : sql`since desc, email`}
          limit ${limit + 1}
        ) as shown) as page`);
    if (!found) throw new Error("The desk was not read.");
    const rows = JSON.parse(found.page) as Row[];
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      people: await withMails(tx, viewer, shown),
      next: rows.length > limit && last ? positionOf(last, filter.sort) : null,
      ...readCounts(found),
    };
  });
}

interface Row {
  email: string;
  account_id: string;
  is_notified: boolean;
  since: string;
  cause: Cause;
  reason: string | null;
  customer_number: string;
  preference: Preference;
  company_name: string;
  person: string;
  is_changing: boolean;
}

function positionOf({ email, since, company_name }: Row, sort: DeskFilter["sort"]) {
  return { key: sort === "name" ? company_name.toLowerCase() : new Date(since).toISOString(), email };
}

function conditionOf({ cause, query, sort, after }: DeskFilter): SQL {
  const hasInstant = after !== null && !Number.isNaN(Date.parse(after.key));
  const pattern = `%${query.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return (
    and(
      cause ? sql`cause = ${cause}` : undefined,
      query
        ? sql`(email like ${pattern} or lower(person) like ${pattern} or lower(company_name) like ${pattern}
            or lower(customer_number) like ${pattern})`
        : undefined,
      after && sort === "name"
        ? sql`(lower(company_name), email) > (${after.key}, ${after.email})`
        : undefined,
      after && sort === "since" && hasInstant
        ? sql`(since < ${after.key}::timestamptz or (since = ${after.key}::timestamptz and email > ${after.email}))`
        : undefined,
    ) ?? sql`true`
  );
}

/** Adds the last mails, the other accounts and what was missed, for the rows of one page. */
async function withMails(
  tx: Transaction,
  viewer: StaffUser,
  rows: readonly Row[],
): Promise<DeliveryProblem[]> {
  if (rows.length === 0) return [];
  const emails = rows.map(({ email }) => email);
  const notified = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.supplierId, viewer.supplierId), inArray(accounts.email, emails)));
  const missed = await countMissed(
    tx,
    notified.map(({ id }) => id),
  );
  // The queries are sent to PostgreSQL together, without waiting for each answer.
  const newest = await Promise.all(rows.map((row) => lastMails(tx, row)));
  return rows.map((row, index) => {
    const own = notified.filter(({ email }) => email === row.email);
    return {
      email: row.email,
      person: row.person,
      isNotified: row.is_notified,
      accountId: row.account_id,
      customerNumber: row.customer_number,
      companyName: row.company_name,
      preference: row.preference,
      otherAccounts: Math.max(0, own.length - 1),
      cause: row.cause,
      isMissing: isMissing(row.cause),
      remedies: row.is_notified ? REMEDIES[row.cause] : [],
      reason: row.reason,
      since: new Date(row.since),
      isChanging: row.is_changing,
      lastMails: newest[index] ?? [],
      missed: own.reduce((sum, { id }) => sum + (missed.get(id) ?? 0), 0),
    };
  });
}

/** Returns the newest mails to a person, oldest first. */
async function lastMails(tx: Transaction, { account_id, email }: Row): Promise<MailStatus[]> {
  const rows = await tx
    .select(TRACE_COLUMNS)
    .from(mails)
    .leftJoin(deliveries, eq(deliveries.mailId, mails.id))
    .where(and(eq(mails.accountId, account_id), eq(mails.recipient, email)))
    .orderBy(newestFirst(mails.createdAt), newestFirst(mails.id))
    .limit(LAST_MAILS);
  return rows.map((row) => tracedMail(row).status).reverse();
}
