import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { RequestSubject } from "@/emails/request-subject";
import type { CustomerUser } from "@/lib/access/viewer";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { ADVISER_LOCALE } from "./adviser-locale";
import { linesOf } from "./read-message";
import { accountInMail, askerInMail, mailableAddress } from "./request-mail-parts";

interface WrittenMessage {
  requestId: string;
  /** The message, or the request itself when it is its first one. */
  subjectId: string;
  isReply: boolean;
  about: RequestSubject;
  text: string;
  at: Date;
}

/**
 * Queues the mail about a customer's question or reply. `auth_request_adviser` (db/functions/requests.sql) decides who
 * gets it.
 */
export async function queueMessageMail(
  tx: Transaction,
  viewer: CustomerUser,
  { requestId, subjectId, isReply, about, text, at }: WrittenMessage,
): Promise<void> {
  const { accountId, supplierId, userId } = viewer;
  const supplier = await mailSupplier(tx, supplierId);
  const { account } = await accountInMail(tx, viewer, accountId);
  const asker = await askerInMail(tx, accountId, userId);
  const [found] = await tx.execute<{ address: string | null }>(
    sql`select auth_request_adviser(${requestId}) as address`,
  );
  const recipient = mailableAddress(found?.address ?? null);
  // No mail can be sent, but the request still waits in the console.
  if (recipient === null) return;
  await queueMail(tx, {
    id: uuidv7(),
    kind: "request_message",
    ...{ supplierId, accountId, userId, subjectId, recipient, at },
    locale: ADVISER_LOCALE,
    props: {
      supplier,
      account,
      requestId,
      writtenAt: at.toISOString(),
      isReply,
      about,
      asker: asker.shown,
      message: linesOf(text),
    },
  });
}
