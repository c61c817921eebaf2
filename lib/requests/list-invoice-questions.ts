import { and, desc, eq } from "drizzle-orm";
import { customerRequests } from "@/db/schema/customer-requests";
import { visibleRequests } from "@/lib/access/access";
import type { AccountReader } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type AdviserContact, findAdviser } from "./find-adviser";
import { readThreads } from "./read-thread";
import type { RequestThread } from "./request-thread";

const NEWEST = 5;

/** What an invoice's page shows of the questions about it. */
export interface InvoiceQuestions {
  /** The last five, oldest first. */
  threads: RequestThread[];
  /** Whether there are earlier ones. */
  hasMore: boolean;
  adviser: AdviserContact;
}

/** The questions of the account about one of its invoices, with their threads. */
export function listInvoiceQuestions(viewer: AccountReader, invoiceId: string): Promise<InvoiceQuestions> {
  return withViewer(viewer, async (tx) => {
    const found = await tx
      .select({ id: customerRequests.id })
      .from(customerRequests)
      .where(and(visibleRequests(viewer), eq(customerRequests.invoiceId, invoiceId)))
      .orderBy(desc(customerRequests.createdAt), desc(customerRequests.id))
      .limit(NEWEST + 1);
    const ids = found.slice(0, NEWEST).map(({ id }) => id);
    return {
      threads: await readThreads(tx, viewer, ids),
      hasMore: found.length > NEWEST,
      adviser: await findAdviser(tx, viewer),
    };
  });
}
