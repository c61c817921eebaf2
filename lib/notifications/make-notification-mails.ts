import { notifications } from "@/db/schema/notifications";
import { withViewer } from "@/lib/auth/with-viewer";
import type { Transaction } from "@/db/transaction";
import { createLink } from "@/lib/links/create-link";
import { queueMail } from "@/lib/mails/queue-mail";
import { mailSupplier } from "@/lib/suppliers/mail-supplier";
import { inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import {
  claimWaiting,
  endWait,
  isDeliverable,
  queuedDocument,
  type WaitingNotification,
} from "./waiting-notifications";

const AT_ONCE = 100;

/**
 * Makes the mails of notifications with preference `attachment` or `link` (R18): one per invoice, to the address the
 * account has now. A batch is one transaction: a notification is mailed exactly when its mail is queued. Returns how
 * many mails were made.
 */
export async function makeNotificationMails(at: Date): Promise<number> {
  let made = 0;
  for (;;) {
    const batch = await withViewer({ kind: "job" }, async (tx) => {
      const waiting = await claimWaiting(
        tx,
        inArray(notifications.preference, ["attachment", "link"]),
        AT_ONCE,
      );
      const deliverable = waiting.filter(isDeliverable);
      for (const one of deliverable) await queueOne(tx, one, at);
      await endWait(
        tx,
        deliverable.map(({ id }) => id),
        { state: "mailed" },
      );
      const undeliverable = waiting.filter((one) => !isDeliverable(one));
      await endWait(
        tx,
        undeliverable.map(({ id }) => id),
        { state: "nothing_to_send" },
      );
      return { found: waiting.length, made: deliverable.length };
    });
    made += batch.made;
    if (batch.found < AT_ONCE) return made;
  }
}

async function queueOne(tx: Transaction, waiting: WaitingNotification, at: Date): Promise<void> {
  const { supplierId, accountId, timeZone, companyName, customerNumber } = waiting;
  const mailId = uuidv7();
  const invoiceId = waiting.document.invoiceId;
  const link =
    waiting.linkOpens === "direct"
      ? await createLink(tx, { supplierId, accountId, mailId, invoiceIds: [invoiceId], timeZone, at })
      : null;
  const common = {
    supplier: await mailSupplier(tx, supplierId),
    account: { companyName, customerNumber },
    document: queuedDocument(waiting),
    link,
  };
  const mail = {
    id: mailId,
    supplierId,
    accountId,
    userId: null,
    subjectId: invoiceId,
    recipient: waiting.email ?? "",
    locale: waiting.locale,
    at,
  };
  if (waiting.preference === "link")
    return queueMail(tx, { ...mail, kind: "notification_link", props: common });
  const { storageKey, fileName, mediaType, size } = waiting;
  const original = {
    storageKey,
    fileName,
    mediaType,
    bytes: size,
    isAttached: size <= waiting.attachmentLimitBytes,
  };
  await queueMail(tx, { ...mail, kind: "notification_attachment", props: { ...common, original } });
}
