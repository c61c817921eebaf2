import { and, desc, eq, lt } from "drizzle-orm";
import { invoices } from "@/db/schema/invoices";
import { visibleInvoices } from "@/lib/access/access";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

const PAGE_SIZE = 10;

export type AccountInvoice = Awaited<ReturnType<typeof listAccountInvoices>>["invoices"][number];

/** Reads a position in the list, the sequence of the last invoice shown; null for anything else. */
export const readSequence = (text: unknown): bigint | null =>
  typeof text === "string" && /^\d{1,18}$/.test(text) ? BigInt(text) : null;

/**
 * Returns one page of the invoices deposited for an account, withdrawn ones too, newest deposit first. Shows their
 * metadata, never the content of the originals. `older` is the position of the next page.
 */
export async function listAccountInvoices(viewer: StaffUser, accountId: string, before: bigint | null) {
  const rows = await withViewer(viewer, (tx) =>
    tx
      .select({
        id: invoices.id,
        sequence: invoices.sequence,
        number: invoices.number,
        type: invoices.type,
        issuedOn: invoices.issuedOn,
        depositedAt: invoices.depositedAt,
        totalMinor: invoices.signedWithVatMinor,
        currency: invoices.currency,
        state: invoices.state,
      })
      .from(invoices)
      .where(
        and(
          visibleInvoices(viewer),
          eq(invoices.accountId, accountId),
          before === null ? undefined : lt(invoices.sequence, before),
        ),
      )
      .orderBy(desc(invoices.sequence))
      .limit(PAGE_SIZE + 1),
  );
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return { invoices: shown, older: rows.length > PAGE_SIZE && last ? String(last.sequence) : null };
}
