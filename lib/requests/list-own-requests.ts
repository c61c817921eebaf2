import { and, desc, eq, not, or, type SQL } from "drizzle-orm";
import { olderThan } from "@/db/older-than";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import { visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { readTimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { IS_UNREAD, OWN_REQUEST_COLUMNS, type OwnRequest, toOwnRequest } from "./own-request";

const PAGE_SIZE = 20;
/** Above the requests that may wait (`MAX_OPEN_REQUESTS`) and the unread answers that pile up. */
const MAX_CURRENT = 50;

export interface OwnRequests {
  /** The requests with an unread answer, then those that wait. At most ten requests wait, so there are few. */
  current: OwnRequest[];
  /** The others, newest first. */
  past: OwnRequest[];
  /** The cursor of the older ones; null when there are no more. */
  older: string | null;
}

const isCurrent = or(eq(customerRequests.state, "open"), IS_UNREAD) ?? IS_UNREAD;

/** Lists the requests of the viewer's account: those that wait or have an unread answer, and a page of the others. */
export function listOwnRequests(viewer: AccountReader, after: string): Promise<OwnRequests> {
  const cursor = readTimeCursor(after);
  return withViewer(viewer, async (tx) => {
    const select = (which: SQL | undefined, limit: number, ...order: SQL[]) =>
      tx
        .select(OWN_REQUEST_COLUMNS)
        .from(customerRequests)
        .innerJoin(users, eq(users.id, customerRequests.userId))
        .where(and(visibleRequests(viewer), which))
        .orderBy(...order, desc(customerRequests.createdAt), desc(customerRequests.id))
        .limit(limit);
    const current = cursor ? [] : await select(isCurrent, MAX_CURRENT, desc(IS_UNREAD));
    const past = await select(
      and(not(isCurrent), olderThan(customerRequests.createdAt, customerRequests.id, cursor)),
      PAGE_SIZE + 1,
    );
    const last = past[PAGE_SIZE - 1];
    return {
      current: current.map(toOwnRequest),
      past: past.slice(0, PAGE_SIZE).map(toOwnRequest),
      older: past.length > PAGE_SIZE && last ? writeTimeCursor({ at: last.askedAt, id: last.id }) : null,
    };
  });
}
