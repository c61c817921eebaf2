import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit-events";
import { companies } from "@/db/schema/companies";
import { invoices } from "@/db/schema/invoices";
import { supplierKeys } from "@/db/schema/keys";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { addDays } from "@/lib/dates";
import type { TimeCursor } from "@/lib/time-cursor";
import { ABOUT_INVOICES, actionsOf } from "./action-groups";
import type { AuditFilter } from "./audit-filter";
import { changedFields, givenReason, namedKey } from "./event-details";
import { type JournalActor, journalActor } from "./journal-actor";
import { ABOUT, ACTOR, JOURNAL_COLUMNS } from "./journal-columns";

const PAGE_SIZE = 50;

/** One entry of a supplier's journal: what was done, by whom, for which customer. */
export interface SupplierJournalEntry {
  id: string;
  at: Date;
  action: string;
  actor: JournalActor;
  /**
   * The identifier of the user concerned at the time of the event; null when it is not about a user, or about the
   * actor.
   */
  about: string | null;
  customer: { accountId: string; name: string; customerNumber: string } | null;
  /** The number of the invoice concerned; null when it is not about one. */
  invoiceNumber: string | null;
  /** The changed fields of a customer, by their names in the API. */
  fields: string[];
  /** The API key concerned, by name and first characters; null when it is not about one. */
  apiKey: string | null;
  reason: string | null;
}

/**
 * Returns one page of the journal of the manager's supplier, newest first: what its staff, its keys, its customers
 * and the portal did. Days begin and end in `timeZone`. Nobody can change or remove an event
 * (db/policies/audit-events.sql).
 */
export async function listSupplierJournal(
  viewer: Manager,
  filter: AuditFilter,
  timeZone: string,
  limit = PAGE_SIZE,
): Promise<{ entries: SupplierJournalEntry[]; older: TimeCursor | null }> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        ...JOURNAL_COLUMNS,
        keyName: supplierKeys.name,
        accountId: auditEvents.accountId,
        companyName: ACCOUNT_NAME,
        customerNumber: accounts.customerNumber,
        invoiceNumber: invoices.number,
      })
      .from(auditEvents)
      .leftJoin(ACTOR, eq(ACTOR.id, auditEvents.actorId))
      .leftJoin(ABOUT, eq(ABOUT.id, auditEvents.subjectId))
      .leftJoin(supplierKeys, eq(supplierKeys.id, auditEvents.actorId))
      .leftJoin(accounts, eq(accounts.id, auditEvents.accountId))
      .leftJoin(companies, eq(companies.id, accounts.companyId))
      .leftJoin(
        invoices,
        and(eq(invoices.id, auditEvents.subjectId), inArray(auditEvents.action, [...ABOUT_INVOICES])),
      )
      .where(
        and(
          eq(auditEvents.supplierId, viewer.supplierId),
          inPeriod(filter, timeZone),
          ofActor(filter.who),
          filter.group
            ? inArray(auditEvents.action, actionsOf(filter.group))
            : ne(auditEvents.action, "invoice_deposited"),
          // Another event of the same action tells for whom the link was created, and why.
          ne(auditEvents.action, "access_link_issued"),
          filter.customerNumber === "" ? undefined : eq(accounts.customerNumber, filter.customerNumber),
          olderThan(auditEvents.at, auditEvents.id, filter.after),
        ),
      )
      .orderBy(newestFirst(auditEvents.at), newestFirst(auditEvents.id))
      .limit(limit + 1),
  );
  const entries = rows.slice(0, limit).map((row): SupplierJournalEntry => ({
    id: row.id,
    at: row.at,
    action: row.action,
    actor: journalActor(row),
    about: row.subjectId === row.actorId ? null : row.aboutIdentifier,
    customer:
      row.accountId !== null && row.customerNumber !== null
        ? { accountId: row.accountId, name: row.companyName, customerNumber: row.customerNumber }
        : null,
    invoiceNumber: row.invoiceNumber,
    fields: changedFields(row.details),
    apiKey: namedKey(row.details),
    reason: givenReason(row.details),
  }));
  const last = entries.at(-1);
  return { entries, older: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

const inPeriod = ({ from, to }: AuditFilter, timeZone: string): SQL => sql`
  ${auditEvents.at} >= (${from}::date)::timestamp at time zone ${timeZone}
  and ${auditEvents.at} < (${addDays(to, 1)}::date)::timestamp at time zone ${timeZone}`;

function ofActor(who: AuditFilter["who"]): SQL | undefined {
  const kindIn = (...kinds: string[]) => inArray(auditEvents.actorKind, kinds);
  if (who === null) return undefined;
  if (typeof who === "object") return eq(auditEvents.actorId, who.userId);
  switch (who) {
    case "staff":
      return kindIn("adviser", "manager", "operator");
    case "customers":
      return kindIn("administrator", "member", "customer_token", "link");
    case "keys":
      return kindIn("supplier_key");
    case "portal":
      return kindIn("job");
  }
}
