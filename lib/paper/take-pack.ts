import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { insertRows } from "@/db/insert-rows";
import { paperPackInvoices, paperPacks } from "@/db/schema/paper-packs";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { selectOpenPaper } from "./open-paper";

/** Limited, because people print a pack. Further invoices stay open for the next pack. */
const MAX_INVOICES = 5_000;

export type TakenPack =
  { ok: true; packId: string; invoices: number } | { ok: false; reason: "nothing_to_print" };

/**
 * Puts the invoices to print of one month of issue (`YYYY-MM`), or of all, into a pack and marks them as taken by the
 * viewer. Two members of staff at the same moment never take the same invoice.
 */
export function takePaperPack(viewer: StaffUser, month: string | null): Promise<TakenPack> {
  return withViewer(viewer, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`paper of ${viewer.supplierId}`}, 0))`,
    );
    const open = await selectOpenPaper(tx, viewer, month, MAX_INVOICES);
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return { ok: false, reason: "nothing_to_print" };
    const packId = uuidv7();
    const at = now();
    await tx.insert(paperPacks).values({
      id: packId,
      supplierId: viewer.supplierId,
      takenBy: viewer.userId,
      takenAt: at,
      firstIssuedOn: first.issuedOn,
      lastIssuedOn: last.issuedOn,
      invoiceCount: open.length,
    });
    await insertRows(
      tx,
      paperPackInvoices,
      open.map(({ id, accountId }) => ({
        pack_id: packId,
        invoice_id: id,
        supplier_id: viewer.supplierId,
        account_id: accountId,
      })),
      { onConflict: "fail" },
    );
    await recordAudit(tx, viewer, {
      action: "paper_pack_taken",
      subjectId: packId,
      details: { invoices: open.length },
      at,
    });
    return { ok: true, packId, invoices: open.length };
  });
}
