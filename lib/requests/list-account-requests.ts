import { and, desc, eq, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { RequestSubject } from "@/emails/request-subject";
import { visibleRequests } from "@/lib/access/access";
import { userName } from "@/lib/access/user-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import type { RequestState } from "@/lib/request-choices";
import { requestSubject } from "./request-subject";

const NEWEST = 10;

/** A request on the page of its account in the console. */
export interface AccountRequest {
  id: string;
  subject: RequestSubject;
  state: RequestState;
  askedBy: string;
  askedAt: Date;
}

/** The ten newest requests of one account of the supplier, those that wait first. */
export async function listAccountRequests(viewer: StaffUser, accountId: string): Promise<AccountRequest[]> {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: customerRequests.id,
        kind: customerRequests.kind,
        topic: customerRequests.topic,
        wanted: customerRequests.wanted,
        state: customerRequests.state,
        askedBy: userName(users),
        askedAt: customerRequests.createdAt,
      })
      .from(customerRequests)
      .innerJoin(users, eq(users.id, customerRequests.userId))
      .where(and(visibleRequests(viewer), eq(customerRequests.accountId, accountId)))
      .orderBy(
        desc(sql`${customerRequests.state} = 'open'`),
        desc(customerRequests.createdAt),
        desc(customerRequests.id),
      )
      .limit(NEWEST),
  );
  return rows.map(({ kind, topic, wanted, ...row }) => ({
    ...row,
    subject: requestSubject({ kind, topic, wanted }),
  }));
}
