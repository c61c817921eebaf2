import { and, desc, eq, inArray, lt, not, or, type SQL, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { RequestContent } from "@/emails/request-content";
import type { RequestSubject } from "@/emails/request-subject";
import { visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { personLabel } from "@/lib/person-label";
import type { RequestKind, RequestState } from "@/lib/request-choices";
import { readTimeCursor, type TimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { requestSubject } from "./request-subject";
import { fromStoredRequest } from "./stored-request";

const MAX_REQUESTS = 20;

export interface RequestMade {
  id: string;
  subject: RequestSubject;
  asked: RequestContent;
  state: RequestState;
  /** Identifier and name. */
  askedBy: string;
  askedAt: Date;
  lastAnsweredAt: Date | null;
  /** Whether nobody of the account has read the last answer yet. */
  isUnread: boolean;
}

export interface OwnRequests {
  /** Those that wait, and those with an unread answer, which come first. Ten at most wait, so there are few. */
  current: RequestMade[];
  /** The others, newest first. */
  past: RequestMade[];
  /** Where the older ones begin; null when there are no more. */
  older: string | null;
}

const isUnread = sql<boolean>`(${customerRequests.lastAnsweredAt} is not null
  and ${customerRequests.lastAnsweredAt} > coalesce(${customerRequests.readAt}, '-infinity'))`;
const isCurrent = or(eq(customerRequests.state, "open"), isUnread) ?? isUnread;

/** The requests of the viewer's account: what waits or was just answered, and a page of the others. */
export function listOwnRequests(viewer: AccountReader, after: string): Promise<OwnRequests> {
  const cursor = readTimeCursor(after);
  return withViewer(viewer, async (tx) => {
    const select = (which: SQL | undefined, limit: number, ...order: SQL[]) =>
      tx
        .select(fields)
        .from(customerRequests)
        .innerJoin(users, eq(users.id, customerRequests.userId))
        .where(and(visibleRequests(viewer), which))
        .orderBy(...order, desc(customerRequests.createdAt), desc(customerRequests.id))
        .limit(limit);
    const current = cursor ? [] : await select(isCurrent, 50, desc(isUnread));
    const past = await select(and(not(isCurrent), olderThan(cursor)), MAX_REQUESTS + 1);
    const last = past[MAX_REQUESTS - 1];
    return {
      current: current.map(toRequest),
      past: past.slice(0, MAX_REQUESTS).map(toRequest),
      older: past.length > MAX_REQUESTS && last ? writeTimeCursor({ at: last.askedAt, id: last.id }) : null,
    };
  });
}

/** The account's newest requests of these kinds, at most 20: the open ones first, each group from the newest on. */
export async function listRequests(
  viewer: AccountReader,
  kinds: readonly RequestKind[],
): Promise<RequestMade[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select(fields)
      .from(customerRequests)
      .innerJoin(users, eq(users.id, customerRequests.userId))
      .where(and(visibleRequests(viewer), inArray(customerRequests.kind, [...kinds])))
      .orderBy(
        desc(sql`${customerRequests.state} = 'open'`),
        desc(customerRequests.createdAt),
        desc(customerRequests.id),
      )
      .limit(MAX_REQUESTS),
  );
  return rows.map(toRequest);
}

const fields = {
  id: customerRequests.id,
  kind: customerRequests.kind,
  topic: customerRequests.topic,
  wanted: customerRequests.wanted,
  message: customerRequests.message,
  state: customerRequests.state,
  identifier: users.identifier,
  name: users.name,
  askedAt: customerRequests.createdAt,
  lastAnsweredAt: customerRequests.lastAnsweredAt,
  isUnread,
};

interface Row extends Pick<
  typeof customerRequests.$inferSelect,
  "id" | "kind" | "topic" | "wanted" | "message" | "state" | "lastAnsweredAt"
> {
  identifier: string;
  name: string;
  askedAt: Date;
  isUnread: boolean;
}

const toRequest = ({ wanted, message, identifier, name, kind, topic, ...row }: Row): RequestMade => ({
  ...row,
  subject: requestSubject({ kind, topic, wanted }),
  askedBy: personLabel({ identifier, name }),
  asked: fromStoredRequest({ wanted, message }),
});

function olderThan(cursor: TimeCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  const { createdAt, id } = customerRequests;
  return or(lt(createdAt, cursor.at), and(eq(createdAt, cursor.at), lt(id, cursor.id)));
}
