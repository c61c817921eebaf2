import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/transaction";
import type { RequestContent } from "@/emails/request-content";
import type { CustomerUser } from "@/lib/access/viewer";
import { mailSupplier } from "@/lib/mails/kinds/mail-supplier";
import { queueMail } from "@/lib/mails/outbox/queue-mail";
import { ADVISER_LOCALE } from "./adviser-locale";
import { accountInMail, askerInMail, mailableAddress } from "./request-mail-parts";

/**
 * Queues the two mails of a request for other notifications or a duplicate, in the transaction that records it: one to
 * the account's adviser, or else to the supplier's customer service; one to the person who asked, when an address is
 * recorded.
 */
export async function queueRequestMails(
  tx: Transaction,
  viewer: CustomerUser,
  request: { id: string; asked: RequestContent; at: Date },
): Promise<void> {
  const { accountId, supplierId, userId } = viewer;
  const { id: subjectId, asked, at } = request;
  const supplier = await mailSupplier(tx, supplierId);
  const { account, present, adviserEmail } = await accountInMail(tx, viewer, accountId);
  const asker = await askerInMail(tx, accountId, userId);
  const mail = { supplierId, accountId, userId, subjectId, at };
  const commonProps = { supplier, account, askedAt: at.toISOString(), asked };
  await queueMail(tx, {
    ...mail,
    id: uuidv7(),
    kind: "request_made",
    recipient: mailableAddress(adviserEmail) ?? supplier.contactEmail,
    locale: ADVISER_LOCALE,
    props: { ...commonProps, asker: asker.shown, present },
  });
  if (asker.shown.email === null) return;
  await queueMail(tx, {
    ...mail,
    id: uuidv7(),
    kind: "request_received",
    recipient: asker.shown.email,
    locale: asker.locale,
    // An address that is not proven must not receive typed text in the supplier's name.
    props: asker.shown.isEmailProven ? commonProps : { ...commonProps, asked: { ...asked, message: [] } },
  });
}
