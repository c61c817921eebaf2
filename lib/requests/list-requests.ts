import { desc, eq, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { RequestContent } from "@/emails/request-content";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { personLabel } from "@/lib/person-label";
import { fromStoredRequest } from "./stored-request";

const NEWEST = 20;

export interface RequestMade {
  id: string;
  asked: RequestContent;
  state: "open" | "accepted" | "declined";
  /** Identifier and name. */
  askedBy: string;
  askedAt: Date;
}

/** The account's requests to its adviser, at most 20: the open ones first, each group from the newest on. */
export async function listRequests(viewer: AccountReader): Promise<RequestMade[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: customerRequests.id,
        wanted: customerRequests.wanted,
        message: customerRequests.message,
        state: customerRequests.state,
        identifier: users.identifier,
        name: users.name,
        askedAt: customerRequests.createdAt,
      })
      .from(customerRequests)
      .innerJoin(users, eq(users.id, customerRequests.userId))
      .where(eq(customerRequests.accountId, viewer.accountId))
      .orderBy(
        desc(sql`${customerRequests.state} = 'open'`),
        desc(customerRequests.createdAt),
        desc(customerRequests.id),
      )
      .limit(NEWEST),
  );
  return rows.map(({ wanted, message, identifier, name, ...row }) => ({
    ...row,
    askedBy: personLabel({ identifier, name }),
    asked: fromStoredRequest({ wanted, message }),
  }));
}
