import { and, asc, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { Asked } from "@/emails/asked";
import { visibleAccounts } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { type CustomerRequest, isSameRequest, readRequest, type RequestFault } from "./customer-request";
import { queueRequestMails } from "./queue-request-mails";
import { readAsked, writeAsked } from "./stored-request";

/** Open requests of one account: more would be a flood in the adviser's mailbox. */
const MOST_OPEN = 10;

export type RecordedRequest =
  | { ok: true; id: string; askedAt: Date }
  | { ok: false; reason: "already_asked"; askedAt: Date }
  | { ok: false; reason: RequestFault | "as_it_is" | "too_many_open" };

/**
 * Writes down what a customer asks of its adviser and tells the adviser by mail; the asker gets a mail that repeats it,
 * where an address of theirs is known. Changes nothing else: address and preference are the supplier's (R20).
 * Refused: nothing asked or what is recorded already, no address, the same request still open (with its instant), ten
 * open ones. Of the same request at the same moment one is recorded.
 */
export function recordRequest(viewer: CustomerUser, request: CustomerRequest): Promise<RecordedRequest> {
  return withViewer(viewer, async (tx): Promise<RecordedRequest> => {
    const read = readRequest(request);
    if (!read.ok) return read;
    const { asked } = read;
    await lockRequests(tx, viewer.accountId);
    if (await isRecordedAlready(tx, viewer, asked)) return { ok: false, reason: "as_it_is" };
    const open = await openRequests(tx, viewer.accountId);
    const same = open.find((other) => isSameRequest(other.asked, asked));
    if (same) return { ok: false, reason: "already_asked", askedAt: same.createdAt };
    if (open.length >= MOST_OPEN) return { ok: false, reason: "too_many_open" };

    const at = now();
    const id = uuidv7();
    const { accountId, supplierId, userId } = viewer;
    await tx.insert(customerRequests).values({
      id,
      supplierId,
      accountId,
      userId,
      kind: request.kind,
      ...writeAsked(asked),
      createdAt: at,
    });
    await queueRequestMails(tx, viewer, { id, asked, at });
    await recordAudit(tx, viewer, {
      action: "request_made",
      subjectId: id,
      supplierId,
      at,
      details: { kind: request.kind },
    });
    return { ok: true, id, askedAt: at };
  });
}

/** Until the transaction ends, requests of one account are recorded one after the other. */
async function lockRequests(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`requests of ${accountId}`}, 0))`);
}

/** Whether the account has what is asked, and nothing was written besides. */
async function isRecordedAlready(tx: Transaction, viewer: CustomerUser, asked: Asked): Promise<boolean> {
  if (asked.document || asked.message.length > 0) return false;
  const [account] = await tx
    .select({ email: accounts.email, preference: accounts.preference })
    .from(accounts)
    .where(visibleAccounts(viewer));
  return (
    (asked.address === null || asked.address === account?.email) &&
    (asked.preference === null || asked.preference === account?.preference)
  );
}

async function openRequests(tx: Transaction, accountId: string) {
  const rows = await tx
    .select({
      wanted: customerRequests.wanted,
      message: customerRequests.message,
      createdAt: customerRequests.createdAt,
    })
    .from(customerRequests)
    .where(and(eq(customerRequests.accountId, accountId), eq(customerRequests.state, "open")))
    .orderBy(asc(customerRequests.createdAt));
  return rows.map((row) => ({ asked: readAsked(row), createdAt: row.createdAt }));
}
