import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit-events";
import { companies } from "@/db/schema/companies";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleRequests } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { userName } from "@/lib/access/user-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { listContacts } from "./list-contacts";
import { listTemplates } from "./list-templates";
import { readThreads } from "./read-thread";

const MAX_EVENTS = 20;

export type OpenedRequest = NonNullable<Awaited<ReturnType<typeof openStaffRequest>>>;

/**
 * Returns all data that staff need to answer a request: its thread, the account's current settings, the assigned member
 * of staff, the colleague who is answering, its events, the colleagues, the contacts and the templates. Null when
 * absent or another supplier's.
 */
export async function openStaffRequest(viewer: StaffUser, id: string) {
  if (!isUuid(id)) return null;
  return withViewer(viewer, async (tx) => {
    const [thread] = await readThreads(tx, viewer, [id]);
    const request = await findRequest(tx, viewer, id);
    if (!thread || !request) return null;
    const { answeringUserId, answeringUntil, answeringName, ...shown } = request;
    const isAnswering =
      answeringUntil !== null && answeringUntil > now() && answeringUserId !== viewer.userId;
    return {
      ...shown,
      thread,
      /** The entry that an answer is written for (`answerRequest`). */
      seen: thread.entries.at(-1)?.id ?? id,
      /** The colleague who is writing an answer now. */
      answering: isAnswering ? answeringName : null,
      colleagues: await listColleagues(tx, viewer),
      contacts: await listContacts(tx, viewer),
      templates: await listTemplates(tx, viewer),
      events: await listEvents(tx, viewer, id),
    };
  });
}

async function findRequest(tx: Transaction, viewer: StaffUser, id: string) {
  const answering = alias(users, "answering");
  const [found] = await tx
    .select({
      assigneeId: customerRequests.assigneeId,
      answeringUserId: customerRequests.answeringUserId,
      answeringUntil: customerRequests.answeringUntil,
      answeringName: userName(answering),
      account: {
        id: accounts.id,
        companyName: ACCOUNT_NAME,
        customerNumber: accounts.customerNumber,
        email: accounts.email,
        pendingEmail: accounts.pendingEmail,
        preference: accounts.preference,
      },
      asker: {
        name: users.name,
        identifier: users.identifier,
        email: users.email,
        isEmailProven: sql<boolean>`${users.emailVerifiedAt} is not null`,
        locale: users.locale,
        status: users.status,
      },
    })
    .from(customerRequests)
    .innerJoin(accounts, eq(accounts.id, customerRequests.accountId))
    .innerJoin(companies, eq(companies.id, accounts.companyId))
    .innerJoin(users, eq(users.id, customerRequests.userId))
    .leftJoin(answering, eq(answering.id, customerRequests.answeringUserId))
    .where(and(visibleRequests(viewer), eq(customerRequests.id, id)));
  return found;
}

const listColleagues = (tx: Transaction, viewer: StaffUser) =>
  tx
    .select({
      id: users.id,
      name: userName(users),
    })
    .from(users)
    .where(and(eq(users.supplierId, viewer.supplierId), eq(users.status, "active")))
    .orderBy(asc(users.name), asc(users.identifier));

/** Lists who assigned the request and passed it on, newest first. The customer does not see these events. */
function listEvents(tx: Transaction, viewer: StaffUser, id: string) {
  const actor = alias(users, "actor");
  return tx
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      action: auditEvents.action,
      by: sql<string>`coalesce(nullif(${actor.name}, ''), ${auditEvents.actorIdentifier}, '')`,
      assigneeId: sql<string | null>`${auditEvents.details} ->> 'assigneeId'`,
      contactId: sql<string | null>`${auditEvents.details} ->> 'contactId'`,
    })
    .from(auditEvents)
    .leftJoin(actor, eq(actor.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.supplierId, viewer.supplierId),
        eq(auditEvents.subjectId, id),
        inArray(auditEvents.action, ["request_assigned", "request_passed_on"]),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(MAX_EVENTS);
}
