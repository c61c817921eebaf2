import { eq, max } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import type { Preference } from "@/lib/preferences";

interface ToResend {
  supplierId: string;
  accountId: string;
  invoiceId: string;
  /** The account's preference: for `attachment` the original is attached, otherwise the mail has a link. */
  preference: Preference;
  at: Date;
}

/**
 * Makes a new notification of an invoice, of the next generation: a separate mail, sent whether the first one arrived
 * or not. Call it while the account is locked, so that the generations of two requests differ.
 */
export async function resendNotification(tx: Transaction, resend: ToResend): Promise<void> {
  const { supplierId, accountId, invoiceId, preference, at } = resend;
  const [latest] = await tx
    .select({ generation: max(notifications.generation) })
    .from(notifications)
    .where(eq(notifications.invoiceId, invoiceId));
  await tx.insert(notifications).values({
    ...{ supplierId, accountId, invoiceId },
    generation: (latest?.generation ?? 0) + 1,
    preference: preference === "attachment" ? "attachment" : "link",
    channel: "electronic",
    state: "waiting",
    createdAt: at,
  });
}
