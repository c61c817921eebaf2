import { eq, max } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import type { Preference } from "@/lib/preferences";

interface ToResend {
  supplierId: string;
  accountId: string;
  invoiceId: string;
  /** Of the account: the original is attached where it prefers that, else the mail has a link. */
  preference: Preference;
  at: Date;
}

/**
 * Makes a new notification of an invoice, of the next generation: a mail of its own, sent whatever became of the first.
 * Call it while the account is locked, so that the generations of two requests differ.
 */
export async function resendNotification(tx: Transaction, what: ToResend): Promise<void> {
  const { supplierId, accountId, invoiceId, preference, at } = what;
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
