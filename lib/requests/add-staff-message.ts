import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { customerRequests, requestMessages } from "@/db/schema/customer-requests";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { type AuditEvent, recordAudit } from "@/lib/audit/record-audit";
import { isEnded, type MessageOutcome, type RequestState } from "@/lib/request-choices";
import { findLastMessage } from "./find-last-message";
import type { LockedRequest } from "./lock-request";
import { queueAnswerMail } from "./queue-answer-mail";

/** A message of the supplier: an answer, a decision, or both. */
export interface StaffMessage {
  /** As `readMessage` returns it; "" only with an outcome. */
  text: string;
  outcome: MessageOutcome | null;
  at: Date;
}

/**
 * Adds a message of the supplier to the thread of a locked request, with the state that follows from it, the event in
 * the journal and the mail to the customer's user. An answer to an unassigned request assigns it to the viewer. Returns
 * whether a mail to the customer's user was queued.
 */
export async function addStaffMessage(
  tx: Transaction,
  viewer: StaffUser,
  request: LockedRequest,
  message: StaffMessage,
): Promise<{ isNotified: boolean }> {
  const { text, outcome, at } = message;
  const { id: requestId, accountId, supplierId } = request;
  const id = uuidv7();
  await tx.insert(requestMessages).values({
    ...{ id, supplierId, accountId, requestId, outcome, text, at },
    side: "supplier",
    authorId: viewer.userId,
  });
  const state = STATES[outcome ?? "answer"];
  await tx
    .update(customerRequests)
    .set({
      state,
      closedAt: isEnded(state) ? at : null,
      waitingSince: outcome === "reopened" ? at : request.waitingSince,
      assigneeId: request.assigneeId ?? viewer.userId,
      firstAnsweredAt: request.firstAnsweredAt ?? at,
      lastAnsweredAt: at,
      answeringUserId: null,
      answeringUntil: null,
    })
    .where(eq(customerRequests.id, requestId));
  const action = EVENTS[outcome ?? "answer"];
  await recordAudit(tx, viewer, { action, subjectId: requestId, accountId, at });
  // The customer's user who wrote last waits for the answer.
  const readerId = (await findLastMessage(tx, requestId, "customer"))?.authorId ?? request.userId;
  return { isNotified: await queueAnswerMail(tx, viewer, { ...message, id, request, readerId }) };
}

/** What a message of the supplier does to the state of the request. */
type Effect = MessageOutcome | "answer";

const STATES: Record<Effect, RequestState> = {
  answer: "answered",
  accepted: "accepted",
  declined: "declined",
  closed: "closed",
  reopened: "open",
};

const EVENTS: Record<Effect, AuditEvent["action"]> = {
  answer: "request_answered",
  accepted: "request_accepted",
  declined: "request_declined",
  closed: "request_closed",
  reopened: "request_reopened",
};
