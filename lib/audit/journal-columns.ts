import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditEvents } from "@/db/schema/audit-events";
import { users } from "@/db/schema/users";

/** The user who acted, and the user whom an event is about: to be left joined by `actorId` and by `subjectId`. */
export const ACTOR = alias(users, "actor");
export const ABOUT = alias(users, "about");

/** The columns of an event, in a query that joins `ACTOR` and `ABOUT`. */
export const JOURNAL_COLUMNS = {
  id: auditEvents.id,
  at: auditEvents.at,
  action: auditEvents.action,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  subjectId: auditEvents.subjectId,
  details: auditEvents.details,
  // Old events were stored without the identifier. No identifier had changed at that time, so the current one is
  // used.
  actorIdentifier: sql<string | null>`coalesce(${auditEvents.actorIdentifier}, ${ACTOR.identifier})`,
  actorName: ACTOR.name,
  aboutIdentifier: sql<string | null>`coalesce(${auditEvents.subjectIdentifier}, ${ABOUT.identifier})`,
  aboutName: ABOUT.name,
};
