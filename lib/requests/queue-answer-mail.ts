import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import type { MessageOutcome } from "@/lib/request-choices";
import type { LockedRequest } from "./lock-request";
import { linesOf } from "./read-message";
import { accountInMail, askerInMail } from "./request-mail-parts";
import { requestSubject } from "./request-subject";

interface StaffAnswer {
  /** The id of the message. */
  id: string;
  request: LockedRequest;
  /** The customer's user who gets the mail. */
  readerId: string;
  text: string;
  outcome: MessageOutcome | null;
  at: Date;
}

/**
 * Queues the mail that tells a customer's user of an answer. The mail contains the text only if the address is proven;
 * otherwise it has only the link to the thread. Returns false when the user has no address or no access any more.
 */
export async function queueAnswerMail(
  tx: Transaction,
  viewer: StaffUser,
  { id, request, readerId, text, outcome, at }: StaffAnswer,
): Promise<boolean> {
  const { accountId, supplierId } = request;
  const reader = await askerInMail(tx, accountId, readerId);
  const { email, isEmailProven } = reader.shown;
  if (email === null || !reader.isActive) return false;
  const supplier = await mailSupplier(tx, supplierId);
  const { account, adviserName, adviserPhone, adviserEmail } = await accountInMail(tx, viewer, accountId);
  await queueMail(tx, {
    id: uuidv7(),
    kind: "request_answered",
    ...{ supplierId, accountId, at },
    userId: readerId,
    subjectId: id,
    recipient: email,
    locale: reader.locale,
    props: {
      supplier,
      account,
      requestId: request.id,
      answeredAt: at.toISOString(),
      about: requestSubject(request),
      outcome,
      message: isEmailProven ? linesOf(text) : [],
      adviser: adviserName
        ? { name: adviserName, phone: adviserPhone, email: adviserEmail ?? supplier.contactEmail }
        : null,
    },
  });
  return true;
}
