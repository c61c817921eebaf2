import { and, eq, inArray, notInArray } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { auditEvents } from "@/db/schema/audit-events";
import { invoices } from "@/db/schema/invoices";
import { supplierKeys } from "@/db/schema/keys";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { ABOUT_INVOICES } from "@/lib/audit/action-groups";
import { changedFields, givenReason } from "@/lib/audit/event-details";
import { journalActor } from "@/lib/audit/journal-actor";
import { ABOUT, ACTOR, JOURNAL_COLUMNS } from "@/lib/audit/journal-columns";
import type { AuditEvent } from "@/lib/audit/record-audit";
import { personLabel } from "@/lib/person-label";
import type { TimelinePage } from "./select-mails";
import { type Actor, DEPOSITS, SIGN_INS, type TimelineEntry, type TimelineFilter } from "./timeline";

/** The account's journal with the deposits, newest first. */
export async function selectEvents(
  tx: Transaction,
  viewer: StaffUser,
  { accountId, before, limit }: TimelinePage,
  filter: Exclude<TimelineFilter, "mails"> | null,
): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({ ...JOURNAL_COLUMNS, keyName: supplierKeys.name, number: invoices.number })
    .from(auditEvents)
    .leftJoin(ACTOR, eq(ACTOR.id, auditEvents.actorId))
    .leftJoin(ABOUT, eq(ABOUT.id, auditEvents.subjectId))
    .leftJoin(supplierKeys, eq(supplierKeys.id, auditEvents.actorId))
    .leftJoin(
      invoices,
      and(eq(invoices.id, auditEvents.subjectId), inArray(auditEvents.action, [...ABOUT_INVOICES])),
    )
    .where(
      and(
        eq(auditEvents.supplierId, viewer.supplierId),
        eq(auditEvents.accountId, accountId),
        ofFilter(filter),
        olderThan(auditEvents.at, auditEvents.id, before),
      ),
    )
    .orderBy(newestFirst(auditEvents.at), newestFirst(auditEvents.id))
    .limit(limit);
  return rows.map((row) => ({
    kind: "event",
    id: row.id,
    at: row.at,
    action: row.action as AuditEvent["action"],
    actor: actorOf(row, viewer),
    about: row.subjectId === row.actorId ? null : row.aboutIdentifier,
    invoices: row.number === null ? null : { count: 1, numbers: [row.number] },
    fields: changedFields(row.details),
    reason: givenReason(row.details),
  }));
}

function ofFilter(filter: Exclude<TimelineFilter, "mails"> | null) {
  switch (filter) {
    case "sign_ins":
      return inArray(auditEvents.action, [...SIGN_INS]);
    case "deposits":
      return inArray(auditEvents.action, [...DEPOSITS]);
    case "changes":
      return notInArray(auditEvents.action, [...SIGN_INS, ...DEPOSITS]);
    case null:
      return undefined;
  }
}

function actorOf(
  row: Parameters<typeof journalActor>[0] & { actorId: string | null },
  viewer: StaffUser,
): Actor {
  if (row.actorId === viewer.userId) return { kind: "you" };
  const actor = journalActor(row);
  return actor.kind === "user" ? { kind: "user", label: personLabel(actor) } : actor;
}
