import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import { visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { RequestKind } from "@/lib/request-choices";
import { OWN_REQUEST_COLUMNS, type OwnRequest, toOwnRequest } from "./own-request";

const MAX_REQUESTS = 20;

/** Lists up to 20 requests of the account of these kinds: the open ones, then the others, both newest first. */
export async function listRequestsOfKinds(
  viewer: AccountReader,
  kinds: readonly RequestKind[],
): Promise<OwnRequest[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select(OWN_REQUEST_COLUMNS)
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
  return rows.map(toOwnRequest);
}
