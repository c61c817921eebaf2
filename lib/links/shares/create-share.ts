import { and, count, eq, gt, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { invoiceShares } from "@/db/schema/invoice-shares";
import { invoices } from "@/db/schema/invoices";
import type { Transaction } from "@/db/transaction";
import { visibleInvoices } from "@/lib/access/access";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { todayIn } from "@/lib/dates";
import { withoutInvisible } from "@/lib/invisible-text";
import { allowance, DAY_SECONDS, takeAttempt } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { MAX_OPEN_SHARES, MAX_SHARES_A_DAY, RECIPIENT_LENGTH } from "@/lib/share-limits";
import { lastDayOfShare } from "@/lib/tokens/life-spans";
import { deriveToken } from "@/lib/tokens/mailed-token";
import { isUuid } from "@/lib/uuid";
import { isSharingAllowed } from "./is-sharing-allowed";

export const SHARING_REFUSALS = [
  "recipient_missing",
  "recipient_too_long",
  "not_found",
  "switched_off",
  "too_many",
  "too_often",
] as const;

export type SharedInvoice =
  { ok: true; id: string } | { ok: false; reason: (typeof SHARING_REFUSALS)[number] };

const PER_USER = allowance("shares_user", MAX_SHARES_A_DAY.user, DAY_SECONDS);
const PER_ACCOUNT = allowance("shares_account", MAX_SHARES_A_DAY.account, DAY_SECONDS);

/**
 * Makes a link with which anybody who has it reads this one invoice for seven days, without signing in. Only the SHA-256
 * of its secret is stored; the secret is derived again for its maker (`listShares`). Refuses a missing or too long name,
 * an invoice that the viewer does not see, a supplier who has switched sharing off, more than ten links of the invoice
 * that work, and more links in a day than a user or an account may make.
 */
export async function createShare(
  { viewer, timeZone }: { viewer: CustomerUser; timeZone: string },
  invoiceId: string,
  typed: string,
): Promise<SharedInvoice> {
  const recipient = withoutInvisible(typed)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  if (recipient === "") return { ok: false, reason: "recipient_missing" };
  if (recipient.length > RECIPIENT_LENGTH) return { ok: false, reason: "recipient_too_long" };
  if (!isUuid(invoiceId)) return { ok: false, reason: "not_found" };
  const { userId, accountId, supplierId } = viewer;
  const at = now();
  if ((await takeAttempt(PER_USER, userId, at)) > 0 || (await takeAttempt(PER_ACCOUNT, accountId, at)) > 0)
    return { ok: false, reason: "too_often" };
  return withViewer(viewer, async (tx): Promise<SharedInvoice> => {
    if (!(await isSharingAllowed(tx, supplierId))) return { ok: false, reason: "switched_off" };
    // One after the other for each invoice, because two simultaneous links could otherwise both pass the limit.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`share ${invoiceId}`}, 0))`);
    const [invoice] = await tx
      .select({ number: invoices.number })
      .from(invoices)
      .where(and(visibleInvoices(viewer), eq(invoices.id, invoiceId)));
    if (!invoice) return { ok: false, reason: "not_found" };
    if ((await countOpen(tx, viewer, invoiceId, at)) >= MAX_OPEN_SHARES)
      return { ok: false, reason: "too_many" };
    const id = uuidv7();
    const until = lastDayOfShare(todayIn(timeZone, at.getTime()));
    await tx.insert(invoiceShares).values({
      ...{ id, supplierId, accountId, invoiceId, userId, recipient },
      tokenHash: sha256Hex(deriveToken("share", id)),
      createdAt: at,
      // The end of that day in UTC, for suppliers in all time zones.
      expiresAt: new Date(`${until}T23:59:59.999Z`),
    });
    const details = { number: invoice.number, recipient, until };
    await recordAudit(tx, viewer, { action: "invoice_shared", subjectId: invoiceId, at, details });
    return { ok: true, id };
  });
}

async function countOpen(
  tx: Transaction,
  { accountId }: CustomerUser,
  invoiceId: string,
  at: Date,
): Promise<number> {
  const [open] = await tx
    .select({ n: count() })
    .from(invoiceShares)
    .where(
      and(
        eq(invoiceShares.accountId, accountId),
        eq(invoiceShares.invoiceId, invoiceId),
        isNull(invoiceShares.revokedAt),
        gt(invoiceShares.expiresAt, at),
      ),
    );
  return open?.n ?? 0;
}
