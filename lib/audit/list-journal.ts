import { and, eq, ne } from "drizzle-orm";
import { newestFirst } from "@/db/newest-first";
import { olderThan } from "@/db/older-than";
import { auditEvents } from "@/db/schema/audit-events";
import type { Administrator } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { TimeCursor } from "@/lib/time-cursor";
import { type JournalPerson, journalPerson } from "./journal-actor";
import { ABOUT, ACTOR, JOURNAL_COLUMNS } from "./journal-columns";
import type { AuditEvent } from "./record-audit";

const PAGE_SIZE = 50;

/** One entry of an account's journal: what was done, and by whom. */
export interface JournalEntry {
  id: string;
  at: Date;
  action: AuditEvent["action"];
  /** The colleague who acted, or which side did (supplier, portal). */
  actor: ({ kind: "user" } & JournalPerson) | { kind: "supplier" | "portal" };
  /** The user concerned; null when it is not about a user, or about the actor. */
  about: JournalPerson | null;
  details: Record<string, unknown>;
}

/**
 * One page of the account's journal, newest first, for its administrators: sign-ins, and every change of users, access
 * and settings. Deposits are not in it; they are in the list of invoices.
 */
export async function listJournal(
  viewer: Administrator,
  after: TimeCursor | null,
  limit = PAGE_SIZE,
): Promise<{ entries: JournalEntry[]; older: TimeCursor | null }> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select(JOURNAL_COLUMNS)
      .from(auditEvents)
      .leftJoin(ACTOR, eq(ACTOR.id, auditEvents.actorId))
      .leftJoin(ABOUT, eq(ABOUT.id, auditEvents.subjectId))
      .where(
        and(
          eq(auditEvents.accountId, viewer.accountId),
          ne(auditEvents.action, "invoice_deposited"),
          olderThan(auditEvents.at, auditEvents.id, after),
        ),
      )
      .orderBy(newestFirst(auditEvents.at), newestFirst(auditEvents.id))
      .limit(limit + 1),
  );
  const entries = rows.slice(0, limit).map((row): JournalEntry => {
    const { id, at, action, details, actorKind, actorId, subjectId } = row;
    const actedBy = journalPerson(row.actorIdentifier, row.actorName);
    return {
      id,
      at,
      action: action as JournalEntry["action"],
      actor:
        actedBy && !isUnnamed(actorKind, action)
          ? { kind: "user", ...actedBy }
          : { kind: actorKind === "job" ? "portal" : "supplier" },
      about: subjectId === actorId ? null : journalPerson(row.aboutIdentifier, row.aboutName),
      details,
    };
  });
  const last = entries.at(-1);
  return { entries, older: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

/** The journal says « supplier » instead of naming its staff, except those who viewed the portal as one of the users. */
const isUnnamed = (actorKind: string, action: string): boolean =>
  (actorKind === "adviser" || actorKind === "manager") && !action.startsWith("view_as_");
