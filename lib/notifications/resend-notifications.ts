import { inArray, sql } from "drizzle-orm";
import { notifications } from "@/db/schema/notifications";
import type { Transaction } from "@/db/transaction";
import type { Preference } from "@/lib/preferences";

interface ToResend {
  supplierId: string;
  accountId: string;
  invoiceIds: readonly string[];
  /** `each`: a mail for each invoice, with the original where the account prefers that. `one_mail`: one list of all. */
  how: "each" | "one_mail";
  preference: Preference;
  at: Date;
}

/**
 * Makes a new notification, of the next generation, for each of these invoices of an account: its mail is another one and
 * is sent whatever became of the first. Call it while the account is locked, so that the generations of two requests differ.
 */
export async function resendNotifications(tx: Transaction, what: ToResend): Promise<void> {
  const { supplierId, accountId, invoiceIds, how, preference, at } = what;
  if (invoiceIds.length === 0) return;
  const latest = await tx
    .select({
      invoiceId: notifications.invoiceId,
      generation: sql<number>`max(${notifications.generation})`,
    })
    .from(notifications)
    .where(inArray(notifications.invoiceId, [...invoiceIds]))
    .groupBy(notifications.invoiceId);
  const generationOf = new Map(latest.map(({ invoiceId, generation }) => [invoiceId, Number(generation)]));
  const single: Preference = preference === "attachment" ? "attachment" : "link";
  await tx.insert(notifications).values(
    invoiceIds.map((invoiceId) => ({
      supplierId,
      accountId,
      invoiceId,
      generation: (generationOf.get(invoiceId) ?? 0) + 1,
      preference: how === "one_mail" ? ("digest" as const) : single,
      channel: "electronic" as const,
      state: "waiting" as const,
      isDueNow: true,
      createdAt: at,
    })),
  );
}
