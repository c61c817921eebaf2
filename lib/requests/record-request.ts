import { v7 as uuidv7 } from "uuid";
import { accounts } from "@/db/schema/accounts";
import { customerRequests } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { RequestContent } from "@/emails/request-content";
import { visibleAccounts } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import {
  type CustomerRequest,
  type CustomerRequestFault,
  isSameRequest,
  readRequest,
} from "./customer-request";
import { hasWrittenTooMuch } from "./has-written-too-much";
import { listOpenRequests } from "./list-open-requests";
import { lockAccountRequests } from "./lock-account-requests";
import { queueRequestMails } from "./queue-request-mails";
import { MAX_OPEN_REQUESTS } from "./request-limits";
import { toStoredRequest } from "./stored-request";

export type RecordedRequest =
  | { ok: true; id: string; askedAt: Date }
  | { ok: false; reason: "already_asked"; askedAt: Date }
  | { ok: false; reason: CustomerRequestFault | "as_it_is" | "too_many_open" | "too_many_today" };

/**
 * Records a request to the adviser and queues a mail to the adviser and, when their address is known, to the person
 * who asked. Changes nothing else, because only the supplier changes address and preference (R20). Refuses an empty
 * request, one that asks for the current state, an invalid address, a request that is already open (with its time),
 * more than ten open requests, and more than twenty messages of the account in a day. The same request sent twice at
 * the same moment is recorded once.
 */
export function recordRequest(viewer: CustomerUser, request: CustomerRequest): Promise<RecordedRequest> {
  return withViewer(viewer, async (tx): Promise<RecordedRequest> => {
    const read = readRequest(request);
    if (!read.ok) return read;
    const { asked } = read;
    await lockAccountRequests(tx, viewer.accountId);
    if (await asksForCurrentState(tx, viewer, asked)) return { ok: false, reason: "as_it_is" };
    const open = await listOpenRequests(tx, viewer.accountId);
    const same = open.find((other) => other.kind === request.kind && isSameRequest(other.asked, asked));
    if (same) return { ok: false, reason: "already_asked", askedAt: same.createdAt };
    if (open.length >= MAX_OPEN_REQUESTS) return { ok: false, reason: "too_many_open" };

    const at = now();
    if (await hasWrittenTooMuch(tx, viewer, at)) return { ok: false, reason: "too_many_today" };
    const id = uuidv7();
    const { accountId, supplierId, userId } = viewer;
    await tx.insert(customerRequests).values({
      id,
      supplierId,
      accountId,
      userId,
      kind: request.kind,
      ...toStoredRequest(asked),
      createdAt: at,
      waitingSince: at,
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

/** Whether the account already has what is asked, and there is no message. */
async function asksForCurrentState(
  tx: Transaction,
  viewer: CustomerUser,
  asked: RequestContent,
): Promise<boolean> {
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
