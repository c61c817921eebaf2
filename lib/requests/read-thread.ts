import { and, asc, eq, inArray } from "drizzle-orm";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import { invoices } from "@/db/schema/invoices";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices, visibleRequests } from "@/lib/access/access";
import type { AccountReader, StaffUser } from "@/lib/access/viewer";
import { personLabel } from "@/lib/person-label";
import { requestSubject } from "./request-subject";
import { paragraphsOf, type RequestThread, type ThreadEntry } from "./request-thread";
import { fromStoredRequest } from "./stored-request";

/** A safety limit of the query. The limits on writing (`request-limits.ts`) keep threads much shorter. */
const MAX_MESSAGES = 500;

/**
 * Returns the threads of these requests, the oldest request first. Requests that the viewer may not see are left out.
 */
export async function readThreads(
  tx: Transaction,
  viewer: AccountReader | StaffUser,
  ids: readonly string[],
): Promise<RequestThread[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: customerRequests.id,
      accountId: customerRequests.accountId,
      userId: customerRequests.userId,
      kind: customerRequests.kind,
      topic: customerRequests.topic,
      wanted: customerRequests.wanted,
      message: customerRequests.message,
      state: customerRequests.state,
      createdAt: customerRequests.createdAt,
      closedAt: customerRequests.closedAt,
      invoiceId: invoices.id,
      identifierWhenAsked: customerRequests.userIdentifier,
      identifier: users.identifier,
      name: users.name,
    })
    .from(customerRequests)
    .innerJoin(users, eq(users.id, customerRequests.userId))
    .leftJoin(invoices, and(eq(invoices.id, customerRequests.invoiceId), visibleInvoices(viewer)))
    .where(and(visibleRequests(viewer), inArray(customerRequests.id, [...ids])))
    .orderBy(asc(customerRequests.createdAt), asc(customerRequests.id));
  if (rows.length === 0) return [];
  const messages = await tx
    .select({
      id: requestMessages.id,
      requestId: requestMessages.requestId,
      side: requestMessages.side,
      authorId: requestMessages.authorId,
      identifier: requestMessages.authorIdentifier,
      name: requestMessages.authorName,
      outcome: requestMessages.outcome,
      text: requestMessages.text,
      at: requestMessages.at,
    })
    .from(requestMessages)
    .where(
      inArray(
        requestMessages.requestId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(requestMessages.at), asc(requestMessages.id))
    .limit(MAX_MESSAGES);
  return rows.map((row): RequestThread => {
    const first: ThreadEntry = {
      id: row.id,
      side: "customer",
      isOwn: row.userId === viewer.userId,
      author: personLabel({ identifier: row.identifierWhenAsked ?? row.identifier, name: row.name }),
      outcome: null,
      paragraphs: paragraphsOf(row.message),
      at: row.createdAt,
    };
    return {
      id: row.id,
      accountId: row.accountId,
      subject: requestSubject(row),
      asked: fromStoredRequest(row),
      state: row.state,
      askedAt: row.createdAt,
      closedAt: row.closedAt,
      invoiceId: row.invoiceId,
      entries: [first, ...messages.filter(({ requestId }) => requestId === row.id).map(toEntry)],
    };
  });

  function toEntry(message: (typeof messages)[number]): ThreadEntry {
    const { id, side, identifier, name, outcome, at } = message;
    return {
      ...{ id, side, outcome, at },
      isOwn: message.authorId === viewer.userId,
      author: side === "customer" ? personLabel({ identifier, name }) : name,
      paragraphs: paragraphsOf(message.text),
    };
  }
}
