import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { requestContacts } from "@/db/schema/customer-requests";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { allowance, DAY_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueNewMail } from "@/lib/mails/outbox/queue-mail";
import { isUuid } from "@/lib/uuid";
import { ADVISER_LOCALE } from "./adviser-locale";
import { lockRequest } from "./lock-request";
import { linesOf, type MessageFault, readMessage } from "./read-message";
import { readThreads } from "./read-thread";
import { accountInMail, mailableAddress } from "./request-mail-parts";

/** The number of times that one member of staff may pass requests on in a day. */
const PASSED_ON = allowance("request_passed_on", 100, DAY_SECONDS);

export type PassedOn =
  | { ok: true; contact: string }
  | {
      ok: false;
      reason: Exclude<MessageFault, "nothing_written"> | "not_found" | "no_contact" | "too_often";
    };

/**
 * Sends the thread of a request, with an optional note, by mail to a contact of the supplier's list. Replies go to the
 * viewer. The customer is not told.
 */
export async function passOnRequest(
  viewer: StaffUser,
  id: string,
  { contactId, note }: { contactId: string; note: string },
): Promise<PassedOn> {
  const at = now();
  const read = readMessage(note, "supplier");
  if (!read.ok && read.reason === "too_long") return { ok: false, reason: read.reason };
  if ((await takeAttempt(PASSED_ON, viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  return withViewer(viewer, async (tx): Promise<PassedOn> => {
    const contact = isUuid(contactId) ? await findContact(tx, viewer, contactId) : undefined;
    if (!contact) return { ok: false, reason: "no_contact" };
    const request = await lockRequest(tx, viewer, id);
    const [thread] = await readThreads(tx, viewer, request ? [request.id] : []);
    if (!request || !thread) return { ok: false, reason: "not_found" };
    const { accountId, supplierId } = request;
    const { account } = await accountInMail(tx, viewer, accountId);
    const passedOnId = uuidv7();
    await queueNewMail(tx, {
      id: uuidv7(),
      kind: "request_passed_on",
      ...{ supplierId, accountId, at },
      userId: null,
      subjectId: passedOnId,
      recipient: contact.email,
      locale: ADVISER_LOCALE,
      props: {
        supplier: await mailSupplier(tx, supplierId),
        account,
        about: thread.subject,
        by: await writerOf(tx, viewer),
        note: read.ok ? linesOf(read.text) : [],
        thread: thread.entries
          .filter(({ paragraphs }) => paragraphs.length > 0)
          .map(({ side, author, at: writtenAt, paragraphs }) => ({
            ...{ side, author },
            writtenAt: writtenAt.toISOString(),
            lines: paragraphs.flat(),
          })),
      },
    });
    // Recorded without the account, because its administrators must not see whom the supplier asks for help.
    const details = { contactId };
    await recordAudit(tx, viewer, { action: "request_passed_on", subjectId: id, at, details });
    return { ok: true, contact: contact.name };
  });
}

async function findContact(tx: Transaction, viewer: StaffUser, id: string) {
  const [contact] = await tx
    .select({ name: requestContacts.name, email: requestContacts.email })
    .from(requestContacts)
    .where(and(eq(requestContacts.supplierId, viewer.supplierId), eq(requestContacts.id, id)));
  return contact;
}

async function writerOf(tx: Transaction, viewer: StaffUser) {
  const [user] = await tx
    .select({ name: users.name, identifier: users.identifier, email: users.email })
    .from(users)
    .where(eq(users.id, viewer.userId));
  return { name: user?.name || (user?.identifier ?? ""), email: mailableAddress(user?.email ?? null) };
}
