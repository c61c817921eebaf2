import { and, eq, sql } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import { isManager, type Manager, type StaffUser } from "@/lib/access/viewer";
import { withSearch } from "@/lib/access/with-search";
import { countLists, type ListCounts } from "@/lib/accounts/lists/count-lists";
import { now } from "@/lib/clock";
import { findLateDeposit } from "@/lib/deposits/find-late-deposit";
import type { LateDeposit } from "@/lib/deposits/late-deposit";
import { countOpenRefusals } from "@/lib/deposits/list-refused-files";
import { countDeliveryProblems } from "@/lib/desk/count-delivery-problems";
import type { Count } from "@/lib/invoices/register/invoice-summary";
import { countOpenPaper } from "@/lib/paper/open-paper";
import { REQUEST_KINDS, type RequestKind } from "@/lib/request-choices";
import { listRecentEvents, type RecentEvent } from "./list-recent-events";
import { type FirstStep, readFirstSteps } from "./read-first-steps";
import { type MailDays, readMailDays } from "./read-mail-days";

/** Open requests of one kind, and since when the oldest waits. */
interface Waiting {
  count: number;
  oldestAt: Date | null;
}

export interface Today {
  at: Date;
  counts: ListCounts;
  /** The number of people on the desk of deliveries. */
  deliveryProblems: Count;
  requests: Record<RequestKind, Waiting>;
  /** Invoices of customers on paper that nobody has taken to print. */
  toPrint: Count;
  /** For managers of a new supplier: which first steps are done; null for others. */
  firstSteps: Record<FirstStep, boolean> | null;
  /** For managers: the refused files to correct, and that the usual deposit is late; null for advisers. */
  deposits: { refused: Count; late: LateDeposit | null } | null;
  mails: MailDays;
  events: RecentEvent[];
}

/**
 * What a supplier's staff has to do today, the mails of the last 30 days and what just happened. It counts many rows,
 * so it takes a turn like a search.
 */
export function openToday(viewer: StaffUser, timeZone: string): Promise<Today> {
  const at = now();
  return withSearch(viewer, async (tx) => ({
    at,
    firstSteps: isManager(viewer) ? await readFirstSteps(tx, viewer, at) : null,
    counts: await countLists(tx, viewer, at),
    deliveryProblems: await countDeliveryProblems(tx, viewer, at),
    requests: await countWaiting(tx, viewer),
    toPrint: await countOpenPaper(tx, viewer),
    deposits: isManager(viewer) ? await readDeposits(tx, viewer, timeZone, at) : null,
    mails: await readMailDays(tx, viewer, timeZone, at),
    events: await listRecentEvents(tx, viewer),
  }));
}

async function readDeposits(tx: Transaction, viewer: Manager, timeZone: string, at: Date) {
  const { count, isCapped } = await countOpenRefusals(tx, viewer);
  return { refused: { value: count, isCapped }, late: await findLateDeposit(tx, viewer, timeZone, at) };
}

async function countWaiting(tx: Transaction, { supplierId }: StaffUser): Promise<Today["requests"]> {
  const found = await tx
    .select({
      kind: customerRequests.kind,
      count: sql<number>`count(*)::int`,
      oldestAt: sql<Date>`min(${customerRequests.waitingSince})`.mapWith(customerRequests.waitingSince),
    })
    .from(customerRequests)
    .where(and(eq(customerRequests.supplierId, supplierId), eq(customerRequests.state, "open")))
    .groupBy(customerRequests.kind);
  const none: Waiting = { count: 0, oldestAt: null };
  const waiting = Object.fromEntries(REQUEST_KINDS.map((kind) => [kind, none])) as Today["requests"];
  for (const { kind, ...counted } of found) waiting[kind] = counted;
  return waiting;
}
