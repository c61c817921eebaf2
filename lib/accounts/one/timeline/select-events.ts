import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { auditEvents } from "@/db/schema/audit-events";
import { invoices } from "@/db/schema/invoices";
import { supplierKeys } from "@/db/schema/keys";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { ABOUT, ACTOR, JOURNAL_COLUMNS } from "@/lib/audit/journal-columns";
import type { AuditEvent } from "@/lib/audit/record-audit";
import { personLabel } from "@/lib/person-label";
import type { TimelinePage } from "./select-mails";
import {
  ABOUT_INVOICES,
  type Actor,
  DEPOSITS,
  SIGN_INS,
  type TimelineEntry,
  type TimelineFilter,
} from "./timeline";

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
        before
          ? sql`(${auditEvents.at}, ${auditEvents.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
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
    fields: textsOf(row.details.fields),
    reason: typeof row.details.reason === "string" ? row.details.reason : null,
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

interface ActorRow {
  actorKind: string;
  actorId: string | null;
  actorIdentifier: string | null;
  actorName: string | null;
  keyName: string | null;
}

function actorOf(row: ActorRow, viewer: StaffUser): Actor {
  if (row.actorId === viewer.userId) return { kind: "you" };
  if (row.actorKind === "supplier_key") return { kind: "key", name: row.keyName ?? "" };
  if (row.actorIdentifier === null) return { kind: "portal" };
  return {
    kind: "user",
    label: personLabel({ identifier: row.actorIdentifier, name: row.actorName ?? "" }),
  };
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
