import { and, eq } from "drizzle-orm";
import { refusedFiles } from "@/db/schema/deposits";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import { sha256Hex } from "@/lib/sha256";
import { storage } from "@/lib/storage/open-storage";
import { isUuid } from "@/lib/uuid";
import { depositInvoice } from "./deposit-invoice";
import type { DepositMetadata } from "./deposit-metadata";

type Corrected =
  | { ok: true; invoiceId: string; outcome: "created" | "already_there" }
  /** `refused`: the row of the file says why. */
  | {
      ok: false;
      reason: "not_found" | "resolved" | "not_kept" | "refused" | "too_often";
      retryAfterMs?: number;
    };

/**
 * Deposits a refused file again with other metadata, like every other deposit: so it is there once, however often
 * the form is sent. When it is refused again, its row has the new problems. `not_kept`: its bytes are not in quarantine
 * any more, and the file has to be deposited again.
 */
export async function correctRefusedFile(
  viewer: Manager,
  id: string,
  metadata: DepositMetadata,
): Promise<Corrected> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  const at = now();
  const [row] = await withViewer(viewer, (tx) =>
    tx
      .select()
      .from(refusedFiles)
      .where(and(eq(refusedFiles.supplierId, viewer.supplierId), eq(refusedFiles.id, id))),
  );
  if (!row) return { ok: false, reason: "not_found" };
  if (row.resolution === "accepted" && row.invoiceId !== null)
    return { ok: true, invoiceId: row.invoiceId, outcome: "already_there" };
  if (row.resolution !== null) return { ok: false, reason: "resolved" };
  const retryAfterMs = await takeChange(viewer.userId, at);
  if (retryAfterMs > 0) return { ok: false, reason: "too_often", retryAfterMs };
  const isKept = row.quarantineKey !== null && row.quarantinedUntil !== null && row.quarantinedUntil > at;
  const bytes = isKept && row.quarantineKey !== null ? await readBytes(row.quarantineKey) : null;
  if (bytes === null || sha256Hex(bytes) !== row.sha256) return { ok: false, reason: "not_kept" };
  const result = await depositInvoice(viewer, { bytes, fileName: row.fileName }, metadata, { dryRun: false });
  if (!result.ok) return { ok: false, reason: "refused" };
  if (result.deposited.id === null || result.outcome === "dry_run")
    throw new Error("A deposit that was accepted has no invoice.");
  return { ok: true, invoiceId: result.deposited.id, outcome: result.outcome };
}

async function readBytes(key: string): Promise<Uint8Array | null> {
  const stream = await storage().read(key);
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}
