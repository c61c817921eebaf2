import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditEvents } from "@/db/schema/audit-events";
import { users } from "@/db/schema/users";

/** The users who acted, and whom an event is about; left joined by `actorId` and `subjectId`. */
export const ACTOR = alias(users, "actor");
export const ABOUT = alias(users, "about");

/** An event of the journal, in a query that joins both. */
export const JOURNAL_COLUMNS = {
  id: auditEvents.id,
  at: auditEvents.at,
  action: auditEvents.action,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  subjectId: auditEvents.subjectId,
  details: auditEvents.details,
  // Events from before identifiers were written with them have those of today: none had changed.
  actorIdentifier: sql<string | null>`coalesce(${auditEvents.actorIdentifier}, ${ACTOR.identifier})`,
  actorName: ACTOR.name,
  aboutIdentifier: sql<string | null>`coalesce(${auditEvents.subjectIdentifier}, ${ABOUT.identifier})`,
  aboutName: ABOUT.name,
};
