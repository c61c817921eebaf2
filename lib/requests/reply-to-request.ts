import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import { visibleRequests } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { isUuid } from "@/lib/uuid";
import { findLastMessage } from "./find-last-message";
import { hasWrittenTooMuch } from "./has-written-too-much";
import { lockAccountRequests } from "./lock-account-requests";
import { queueMessageMail } from "./queue-message-mail";
import { type MessageFault, readMessage } from "./read-message";
import { requestSubject } from "./request-subject";

export type Replied = { ok: true } | { ok: false; reason: MessageFault | "not_found" | "too_many_today" };

/**
 * Adds a customer's message to the thread of a request of the account and tells the adviser by mail. The request then
 * waits for an answer again, even if it was closed. A text that repeats the last message is not added. Refuses an empty
 * or too long text, and more than twenty messages of the account in a day.
 */
export function replyToRequest(viewer: CustomerUser, requestId: string, typed: string): Promise<Replied> {
  if (!isUuid(requestId)) return Promise.resolve({ ok: false, reason: "not_found" });
  return withViewer(viewer, async (tx): Promise<Replied> => {
    const read = readMessage(typed, "customer");
    if (!read.ok) return read;
    const { accountId, supplierId, userId } = viewer;
    await lockAccountRequests(tx, accountId);
    const [request] = await tx
      .select()
      .from(customerRequests)
      .where(and(visibleRequests(viewer), eq(customerRequests.id, requestId)))
      .for("update");
    if (!request) return { ok: false, reason: "not_found" };
    if ((await lastText(tx, requestId, request.message)) === read.text) return { ok: true };
    const at = now();
    if (await hasWrittenTooMuch(tx, viewer, at)) return { ok: false, reason: "too_many_today" };
    const id = uuidv7();
    await tx.insert(requestMessages).values({
      ...{ id, supplierId, accountId, requestId, at },
      side: "customer",
      authorId: userId,
      text: read.text,
    });
    if (request.state !== "open")
      await tx
        .update(customerRequests)
        .set({ state: "open", waitingSince: at, closedAt: null })
        .where(eq(customerRequests.id, requestId));
    const about = requestSubject(request);
    await queueMessageMail(tx, viewer, {
      ...{ requestId, subjectId: id, about, at },
      isReply: true,
      text: read.text,
    });
    await recordAudit(tx, viewer, { action: "request_replied", subjectId: requestId, supplierId, at });
    return { ok: true };
  });
}

/** The text that a customer wrote last in the thread, if nobody answered it since; else null. */
async function lastText(tx: Transaction, requestId: string, first: string): Promise<string | null> {
  const last = await findLastMessage(tx, requestId);
  if (!last) return first;
  return last.side === "customer" ? last.text : null;
}
