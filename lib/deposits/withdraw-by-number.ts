import { and, desc, eq } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { isUuid } from "@/lib/uuid";
import { type Withdrawal, withdrawInvoice } from "./withdraw-invoice";

export type WithdrawnByNumber =
  | { ok: true; id: string }
  | { ok: false; reason: "invoice_missing" | "too_often" }
  | Extract<Withdrawal, { ok: false }>;

/**
 * Withdraws the available invoice with this number of one account of the supplier (`withdrawInvoice`). Refuses a number
 * without an available invoice (`invoice_missing`) and too many changes by this member of staff (`too_often`).
 */
export async function withdrawByNumber(
  viewer: StaffUser,
  accountId: string,
  number: string,
  reason: string,
): Promise<WithdrawnByNumber> {
  if (!isUuid(accountId)) return { ok: false, reason: "not_found" };
  if ((await takeChange(viewer.userId, now())) > 0) return { ok: false, reason: "too_often" };
  const [found] = await withViewer(viewer, (tx) =>
    tx
      .select({ id: invoices.id })
      .from(invoices)
      .where(
        and(
          visibleInvoices(viewer),
          eq(invoices.accountId, accountId),
          eq(invoices.number, number.trim()),
          eq(invoices.state, "available"),
        ),
      )
      .orderBy(desc(invoices.issuedOn))
      .limit(1),
  );
  if (!found) return { ok: false, reason: "invoice_missing" };
  const withdrawn = await withdrawInvoice(viewer, found.id, reason);
  return withdrawn.ok ? { ok: true, id: found.id } : withdrawn;
}
