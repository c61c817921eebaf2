import { and, asc, desc, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts } from "@/db/schema/accounts";
import { companies } from "@/db/schema/companies";
import { customerRequests } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { RequestSubject } from "@/emails/request-subject";
import { visibleRequests } from "@/lib/access/access";
import { ACCOUNT_NAME } from "@/lib/access/account-name";
import { userName } from "@/lib/access/user-name";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import type { RequestKind, RequestState, RequestView } from "@/lib/request-choices";
import { readTimeCursor, type TimeCursor, writeTimeCursor } from "@/lib/time-cursor";
import { requestSubject } from "./request-subject";

const PAGE_SIZE = 50;

export interface StaffRequestFilter {
  view: RequestView;
  kind: RequestKind | null;
  /** A position in the list, or "". */
  after: string;
}

export interface StaffRequest {
  id: string;
  accountId: string;
  companyName: string;
  customerNumber: string;
  subject: RequestSubject;
  /** The beginning of what was asked. */
  excerpt: string;
  state: RequestState;
  waitingSince: Date;
  /** The member of staff it is assigned to; null when it is not assigned yet. */
  assignee: { name: string; isViewer: boolean } | null;
  /** The colleague who is writing an answer now. */
  answering: string | null;
}

/**
 * Returns a page of the supplier's requests. The view `all` has the newest first; the others have only those that wait,
 * the longest wait first. The view `mine` has the requests assigned to the viewer, and the unassigned ones of accounts
 * whose adviser has the viewer's address.
 */
export function listStaffRequests(
  viewer: StaffUser,
  { view, kind, after }: StaffRequestFilter,
): Promise<{ requests: StaffRequest[]; next: string | null }> {
  const assignee = alias(users, "assignee");
  const answering = alias(users, "answering");
  const isNewestFirst = view === "all";
  const { waitingSince, id } = customerRequests;
  return withViewer(viewer, async (tx) => {
    const rows = await tx
      .select({
        id,
        accountId: customerRequests.accountId,
        companyName: ACCOUNT_NAME,
        customerNumber: accounts.customerNumber,
        kind: customerRequests.kind,
        topic: customerRequests.topic,
        wanted: customerRequests.wanted,
        excerpt: sql<string>`left(${customerRequests.message}, 160)`,
        state: customerRequests.state,
        waitingSince,
        assigneeId: customerRequests.assigneeId,
        assigneeName: userName(assignee),
        answeringName: sql<
          string | null
        >`case when ${customerRequests.answeringUntil} > ${now().toISOString()}::timestamptz
          and ${customerRequests.answeringUserId} <> ${viewer.userId} then ${userName(answering)} end`,
      })
      .from(customerRequests)
      .innerJoin(accounts, eq(accounts.id, customerRequests.accountId))
      .innerJoin(companies, eq(companies.id, accounts.companyId))
      .leftJoin(assignee, eq(assignee.id, customerRequests.assigneeId))
      .leftJoin(answering, eq(answering.id, customerRequests.answeringUserId))
      .where(
        and(
          visibleRequests(viewer),
          view === "all" ? undefined : eq(customerRequests.state, "open"),
          view === "mine" ? isOfViewer(viewer) : undefined,
          kind === null ? undefined : eq(customerRequests.kind, kind),
          beyond(readTimeCursor(after), isNewestFirst),
        ),
      )
      .orderBy(isNewestFirst ? desc(waitingSince) : asc(waitingSince), isNewestFirst ? desc(id) : asc(id))
      .limit(PAGE_SIZE + 1);
    const requests = rows.slice(0, PAGE_SIZE).map((row): StaffRequest => {
      const { assigneeId, assigneeName, answeringName, kind: ofKind, topic, wanted, ...rest } = row;
      return {
        ...rest,
        waitingSince: row.waitingSince ?? new Date(0),
        subject: requestSubject({ kind: ofKind, topic, wanted }),
        assignee: assigneeId === null ? null : { name: assigneeName, isViewer: assigneeId === viewer.userId },
        answering: answeringName,
      };
    });
    const last = requests.at(-1);
    const hasMore = rows.length > PAGE_SIZE && last;
    return { requests, next: hasMore ? writeTimeCursor({ at: last.waitingSince, id: last.id }) : null };
  });
}

function isOfViewer(viewer: StaffUser): SQL | undefined {
  const isAdviser = sql`lower(${accounts.adviserEmail}) = (select ${users.email} from ${users} where ${users.id} = ${viewer.userId})`;
  return or(
    eq(customerRequests.assigneeId, viewer.userId),
    and(isNull(customerRequests.assigneeId), isAdviser),
  );
}

function beyond(cursor: TimeCursor | null, isNewestFirst: boolean): SQL | undefined {
  if (!cursor) return undefined;
  const { waitingSince, id } = customerRequests;
  const passes = isNewestFirst ? lt : gt;
  return or(passes(waitingSince, cursor.at), and(eq(waitingSince, cursor.at), passes(id, cursor.id)));
}
