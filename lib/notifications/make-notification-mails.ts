import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { notifications } from "@/db/schema/notifications";
import { suppliers as supplierRows } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import { withViewer } from "@/lib/access/with-viewer";
import { documentName } from "@/lib/document-name";
import { inTurns } from "@/lib/in-turns";
import { createLinks } from "@/lib/links/create-links";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import type { MailSupplier, QueuedLink } from "@/lib/mails/kinds/queued-parts";
import { type MailToQueue, queueMails } from "@/lib/mails/outbox/queue-mail";
import {
  claimWaiting,
  isDeliverable,
  queuedDocument,
  recordFinalState,
  type WaitingNotification,
} from "./waiting-notifications";

const BATCH_SIZE = 200;

/**
 * Makes the mails of notifications with preference `attachment` or `link` (R18): one per invoice, to the account's
 * current address. A batch is one transaction: a notification is marked as mailed exactly when its mail is queued. The
 * suppliers take turns, until `deadline`. Returns the number of mails made.
 */
export async function makeNotificationMails(at: Date, deadline?: Date): Promise<number> {
  const all = await withViewer({ kind: "job" }, (tx) =>
    tx.select({ id: supplierRows.id }).from(supplierRows).orderBy(asc(supplierRows.id)),
  );
  let made = 0;
  await inTurns(all, { at, deadline }, async ({ id }) => {
    const batch = await withViewer({ kind: "job" }, (tx) => makeBatch(tx, id, at));
    made += batch.made;
    return batch.found === BATCH_SIZE;
  });
  return made;
}

async function makeBatch(
  tx: Transaction,
  supplierId: string,
  at: Date,
): Promise<{ found: number; made: number }> {
  const waiting = await claimWaiting(
    tx,
    and(eq(notifications.supplierId, supplierId), inArray(notifications.preference, ["attachment", "link"])),
    BATCH_SIZE,
  );
  const deliverable = waiting
    .filter(isDeliverable)
    .map((one) => ({ ...one, mailId: uuidv7(), invoiceIds: [one.document.invoiceId] }));
  const direct = deliverable.filter(({ linkOpens }) => linkOpens === "direct");
  const links = await createLinks(tx, direct, at);
  const linkOf = new Map(direct.map(({ mailId }, index) => [mailId, links[index] ?? null]));
  const suppliers = new Map<string, MailSupplier>();
  for (const id of new Set(deliverable.map(({ supplierId }) => supplierId)))
    suppliers.set(id, await mailSupplier(tx, id));
  await queueMails(
    tx,
    deliverable.flatMap((one) => {
      const supplier = suppliers.get(one.supplierId);
      return supplier ? [mailOf(one, supplier, linkOf.get(one.mailId) ?? null, at)] : [];
    }),
  );
  await recordFinalState(tx, deliverable, "mailed");
  await recordFinalState(
    tx,
    waiting.filter((one) => !isDeliverable(one)),
    "nothing_to_send",
  );
  return { found: waiting.length, made: deliverable.length };
}

function mailOf(
  one: WaitingNotification & { mailId: string },
  supplier: MailSupplier,
  link: QueuedLink | null,
  at: Date,
): MailToQueue {
  const { mailId, supplierId, accountId, companyName, customerNumber, storageKey, mediaType } = one;
  const commonProps = {
    supplier,
    account: { companyName, customerNumber },
    document: queuedDocument(one),
    link,
  };
  const mail = {
    id: mailId,
    supplierId,
    accountId,
    userId: null,
    subjectId: one.document.invoiceId,
    generation: one.generation,
    recipient: one.email ?? "",
    locale: one.locale,
    at,
  };
  if (one.preference === "link") return { ...mail, kind: "notification_link", props: commonProps };
  const isAttached = one.size <= one.attachmentLimitBytes;
  const fileName = documentName({ ...one.document, supplierName: one.supplierName, mediaType });
  const original = { storageKey, fileName, mediaType, bytes: one.size, isAttached };
  return { ...mail, kind: "notification_attachment", props: { ...commonProps, original } };
}
